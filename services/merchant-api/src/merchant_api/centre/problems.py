"""What the API answers to what is refused of a centre's settings."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.centre.errors import AddressMissing


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(AddressMissing, _on_address_missing)


async def _on_address_missing(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "There is no return address",
        kind="/problems/address-missing",
        detail="Add one to the settings first: a parcel needs somewhere to come back to.",
    )
