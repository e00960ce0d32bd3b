"""What the API answers to what is refused of shipments."""

from typing import Final

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.api.problems import Problem, documented
from merchant_api.shipments.errors import (
    ReferenceTaken,
    ShipmentChangedMeanwhile,
    ShipmentInUse,
    ShipmentNotFound,
    TrackingNumberTaken,
)

_NUMBER_TAKEN: Final = Problem(
    type="/problems/tracking-number-taken",
    title="Another shipment has this tracking number",
    status=409,
    detail="Its reference is another one. Correct one of the two.",
)
_REFERENCE_TAKEN: Final = Problem(
    type="/problems/reference-taken",
    title="Another shipment has this reference",
    status=409,
    detail="Its tracking number is another one. Correct one of the two.",
)

NOT_FOUND: Final = documented("There is no such shipment", "/problems/shipment-not-found", 404)
TAKEN: Final = documented(_NUMBER_TAKEN.title, _NUMBER_TAKEN.type, 409, detail=_NUMBER_TAKEN.detail)
IN_USE: Final = documented(
    "A return needs this shipment", "/problems/shipment-in-use", 409, number="RV-2K84-6T"
)


def problem_of(refusal: TrackingNumberTaken | ReferenceTaken) -> Problem:
    """Tell which name of a shipment is another's already."""
    return _REFERENCE_TAKEN if isinstance(refusal, ReferenceTaken) else _NUMBER_TAKEN


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(ShipmentNotFound, _on_shipment_not_found)
    app.add_exception_handler(TrackingNumberTaken, _on_taken)
    app.add_exception_handler(ReferenceTaken, _on_taken)
    app.add_exception_handler(ShipmentInUse, _on_in_use)
    app.add_exception_handler(ShipmentChangedMeanwhile, _on_changed_meanwhile)


async def _on_shipment_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such shipment", kind="/problems/shipment-not-found")


async def _on_taken(_: Request, error: Exception) -> Response:
    assert isinstance(error, TrackingNumberTaken | ReferenceTaken)  # noqa: S101  registered for it
    told = problem_of(error)
    return problem(told.status, told.title, kind=told.type, detail=told.detail)


async def _on_in_use(_: Request, error: Exception) -> Response:
    assert isinstance(error, ShipmentInUse)  # noqa: S101  registered for it
    return problem(
        409,
        "A return needs this shipment",
        kind="/problems/shipment-in-use",
        members={"number": error.number},
    )


async def _on_changed_meanwhile(_: Request, __: Exception) -> Response:
    return problem(409, "The shipment has changed meanwhile", kind="/problems/shipment-changed")
