"""What the API answers to what is refused of a centre's settings."""

from collections.abc import Awaitable, Callable
from typing import Final

from chassis.errors import Refusal
from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.centre import errors

_TOLD: Final[dict[type[Refusal], tuple[int, str, str, str]]] = {
    errors.AddressMissing: (
        409,
        "There is no return address",
        "/problems/address-missing",
        "Add one to the settings first: a parcel needs somewhere to come back to.",
    ),
    errors.AddressNotFound: (
        404,
        "There is no such return address",
        "/problems/address-not-found",
        "It may have been removed.",
    ),
    errors.DefaultNeeded: (
        409,
        "The default needs a successor",
        "/problems/default-needed",
        "Name in `successor_id` which one becomes the default.",
    ),
    errors.TooManyAddresses: (
        409,
        "There are too many return addresses",
        "/problems/too-many-addresses",
        "Remove one that is no longer used.",
    ),
    errors.PresetNotFound: (
        404,
        "There is no such parcel",
        "/problems/parcel-not-found",
        "It may have been removed.",
    ),
    errors.PresetNameTaken: (
        409,
        "Another parcel has this name",
        "/problems/name-taken",
        "People choose parcels by their names.",
    ),
    errors.ParcelTooLarge: (
        409,
        "The parcel is larger than Canada Post takes",
        "/problems/parcel-too-large",
        "The longest side and twice the two others make more than 300 cm.",
    ),
    errors.WordsMissing: (
        409,
        "There are no words for the pause",
        "/problems/words-missing",
        "Tell `paused`: what customers read, in both languages.",
    ),
    errors.TooManyPresets: (
        409,
        "There are too many parcels",
        "/problems/too-many-parcels",
        "Remove one that is no longer used.",
    ),
}


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    for kind, (status, title, name, detail) in _TOLD.items():
        app.add_exception_handler(kind, _teller(status, title, name, detail))
    app.add_exception_handler(errors.ReasonsInvalid, _on_reasons_invalid)


_REASONS: Final = {
    "missing": "This language is missing",
    "too-long": "This is too long for a customer to read at a glance",
    "twice": "Another reason above says the same",
    "not-known": "There is no reason with this code; leave it out for a new one",
    "none-offered": "At least one reason must stay offered",
    "too-many": "There are too many reasons, retired ones included",
}


async def _on_reasons_invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, errors.ReasonsInvalid)  # noqa: S101  registered for it
    told = [{"pointer": _pointer(fault), "detail": _REASONS[fault.name]} for fault in error.faults]
    return problem(422, "The request is not as it should be", kind="/problems/invalid", errors=told)


def _pointer(fault: errors.ReasonFault) -> str:
    if fault.place is None:
        return "/reasons"
    side = "code" if fault.field == "code" else f"words/{fault.field}"
    return f"/reasons/{fault.place}/{side}"


def _teller(
    status: int, title: str, kind: str, detail: str
) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def tell(_: Request, __: Exception) -> Response:
        return problem(status, title, kind=kind, detail=detail)

    return tell
