"""What the API answers to what is refused of returns."""

from collections.abc import Mapping
from typing import Final

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.api.problems import invalid
from merchant_api.centre.typed import told
from merchant_api.console.words import words_of
from merchant_api.returns.errors import (
    AlreadyDecided,
    AlreadyOpen,
    MessageMissing,
    MessageTooLong,
    NoteTooLong,
    NothingToResend,
    NotNow,
    OpeningFaulty,
    ParcelUnknown,
    ReturnNotFound,
    ShipmentNotKnown,
    TooManyResends,
)
from merchant_api.returns.shapes import DecisionOut

_OBSTACLES: Final[Mapping[str, str]] = {
    "cancelled": "The return is cancelled.",
    "closed": "The return is complete.",
    "declined": "The return was declined.",
    "undecided": "The return is not decided yet.",
    "received": "The parcel is already received.",
    "under_way": "The parcel is on its way.",
    "not_under_way": "No parcel is on its way: cancel the return instead.",
    "label_being_made": "The label is being made.",
    "label_missing": "There is no label.",
    "label_voided": "The label is already voided.",
}


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(ReturnNotFound, _on_return_not_found)
    app.add_exception_handler(AlreadyDecided, _on_already_decided)
    app.add_exception_handler(ShipmentNotKnown, _on_shipment_not_known)
    app.add_exception_handler(ParcelUnknown, _on_parcel_unknown)
    app.add_exception_handler(MessageMissing, _on_message_missing)
    app.add_exception_handler(MessageTooLong, _on_message_too_long)
    app.add_exception_handler(NotNow, _on_not_now)
    app.add_exception_handler(NoteTooLong, _on_note_too_long)
    app.add_exception_handler(NothingToResend, _on_nothing_to_resend)
    app.add_exception_handler(TooManyResends, _on_too_many_resends)
    app.add_exception_handler(AlreadyOpen, _on_already_open)
    app.add_exception_handler(OpeningFaulty, _on_opening_faulty)


async def _on_return_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such return", kind="/problems/return-not-found")


async def _on_already_decided(_: Request, error: Exception) -> Response:
    assert isinstance(error, AlreadyDecided)  # noqa: S101  registered for it
    decision = error.decision
    at = decision.decided_at.isoformat(timespec="seconds")
    members: Mapping[str, object] = {"decision": DecisionOut.of(decision).model_dump(mode="json")}
    return problem(
        409,
        "The return is already decided",
        kind="/problems/already-decided",
        detail=f"It was {decision.verdict} at {at} by {decision.actor.name}.",
        members=members,
    )


async def _on_shipment_not_known(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "The shipment of this return is not known",
        kind="/problems/shipment-not-known",
        detail="Record the shipment first: without it there is no address and no weight.",
    )


async def _on_parcel_unknown(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "The parcel is not known",
        kind="/problems/parcel-unknown",
        detail="Record what the parcel weighs, or save a usual parcel in the settings.",
    )


async def _on_message_missing(_: Request, __: Exception) -> Response:
    return invalid("/message", "Say why, in words for the customer")


async def _on_message_too_long(_: Request, __: Exception) -> Response:
    return invalid("/message", "At most 2000 characters")


async def _on_not_now(_: Request, error: Exception) -> Response:
    assert isinstance(error, NotNow)  # noqa: S101  registered for it
    return problem(
        409,
        "The return does not allow this as it stands",
        kind="/problems/not-now",
        detail=_OBSTACLES[error.obstacle],
        members={"obstacle": error.obstacle},
    )


async def _on_note_too_long(_: Request, __: Exception) -> Response:
    return invalid("/note", "At most 500 characters")


async def _on_nothing_to_resend(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "There is no such message to send again",
        kind="/problems/nothing-to-resend",
        detail="The customer was never told this, or it does not hold any more.",
    )


async def _on_too_many_resends(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "The customer was written to often enough today",
        kind="/problems/too-many-resends",
        detail="Five messages a day may be sent again for one return.",
    )


async def _on_already_open(_: Request, error: Exception) -> Response:
    assert isinstance(error, AlreadyOpen)  # noqa: S101  registered for it
    return problem(
        409,
        "A return stands for this shipment",
        kind="/problems/already-open",
        detail=f"It is {error.number}.",
        members={"number": error.number},
    )


async def _on_opening_faulty(_: Request, error: Exception) -> Response:
    assert isinstance(error, OpeningFaulty)  # noqa: S101  registered for it
    words, names = words_of("en"), {"email": "customer_email"}
    errors = [
        {"pointer": f"/{names.get(field, field)}", "detail": text}
        for field, text in told(error.faults, words).items()
    ]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )
