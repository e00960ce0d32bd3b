"""The only place where a refusal meets the JSON API: status, kind, and words for the customer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chassis.errors import Refusal
from chassis.web import problem
from chassis.words import Language, catalogue
from contracts.values import Words
from fastapi import Request, Response

from portal_api.clock import minutes
from portal_api.errors import (
    AlreadyRequested,
    AnswersInvalid,
    CentreClosed,
    CentreNotFound,
    DraftNotFound,
    ParcelNotFound,
    ReturnNotFound,
    TooLate,
    TooManyTries,
    WindowOver,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    status: int
    name: str
    title: str


KINDS: Final[Mapping[type[Refusal], _Kind]] = {
    CentreNotFound: _Kind(404, "centre-not-found", "There is no such return centre"),
    CentreClosed: _Kind(409, "centre-closed", "The store takes no requests at the moment"),
    ParcelNotFound: _Kind(404, "parcel-not-found", "No parcel with these details"),
    TooManyTries: _Kind(429, "too-many-tries", "Too many tries"),
    AlreadyRequested: _Kind(409, "already-requested", "There is a return for this parcel"),
    WindowOver: _Kind(409, "window-over", "The return window is over"),
    DraftNotFound: _Kind(404, "draft-not-found", "There is no such draft, or it has expired"),
    ReturnNotFound: _Kind(404, "return-not-found", "There is no such return or file"),
    TooLate: _Kind(409, "too-late", "The return cannot be cancelled any more"),
    AnswersInvalid: _Kind(422, "invalid", "The request is not as it should be"),
}


async def on_refusal(request: Request, error: Exception) -> Response:
    """Answer as RFC 9457 says, in the customer's language where the request told it."""
    assert isinstance(error, Refusal)  # noqa: S101  registered for them
    kind = KINDS[type(error)]
    language: Language = getattr(request.state, "language", "fr")
    words = catalogue("portal_api")[language]
    name = f"/problems/{kind.name}"
    match error:
        case AnswersInvalid():
            errors = [
                {"pointer": f"/{mistake.field}", "detail": words(f"error-{mistake.name}")}
                for mistake in error.mistakes
            ]
            return problem(kind.status, kind.title, kind=name, errors=errors)
        case TooManyTries(retry_after_s=seconds):
            detail = words("too-many-tries", minutes=minutes(seconds))
            headers = {"Retry-After": str(seconds)}
            return problem(kind.status, kind.title, kind=name, detail=detail, headers=headers)
        case AlreadyRequested(number=number):
            detail, members = words("already-title"), {"number": number}
        case WindowOver(ended_on=ended_on):
            detail = words("late-sentence", day=words.day(ended_on))
            members = {"ended_on": ended_on.isoformat()}
        case CentreClosed(paused=Words() as paused):
            detail, members = getattr(paused, language), {}
        case _:
            detail, members = words(f"problem-{kind.name}"), {}
    return problem(kind.status, kind.title, kind=name, detail=detail, members=members)
