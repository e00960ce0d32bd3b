"""What the API answers to what is refused of carrier accounts and their trials."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.carrier.errors import CheckNotFound, NoAccount, TooManyChecks


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(NoAccount, _on_no_account)
    app.add_exception_handler(CheckNotFound, _on_check_not_found)
    app.add_exception_handler(TooManyChecks, _on_too_many_checks)


async def _on_no_account(_: Request, __: Exception) -> Response:
    return problem(404, "There is no carrier account", kind="/problems/carrier-account-missing")


async def _on_check_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such check", kind="/problems/carrier-check-not-found")


async def _on_too_many_checks(_: Request, error: Exception) -> Response:
    assert isinstance(error, TooManyChecks)  # noqa: S101  registered for it
    return problem(
        429,
        "The account was checked too often",
        kind="/problems/too-many-checks",
        detail=f"Try again in {error.retry_after_s} s.",
        headers={"retry-after": str(error.retry_after_s)},
    )
