"""What the API answers to what is refused of people and invitations."""

from typing import Final

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.people.errors import (
    AlreadyHere,
    AlreadyInvited,
    InvitationNotFound,
    LastOwner,
    PersonNotFound,
    TooManyTries,
)

_TOLD: Final[dict[type[Exception], tuple[int, str, str]]] = {
    PersonNotFound: (404, "There is no such person", "person-not-found"),
    InvitationNotFound: (404, "There is no such invitation", "invitation-not-found"),
    LastOwner: (409, "This is the last owner", "last-owner"),
    AlreadyHere: (409, "The e-mail signs in already", "already-here"),
    AlreadyInvited: (409, "The e-mail is invited already", "already-invited"),
}


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    for refusal in _TOLD:
        app.add_exception_handler(refusal, _on_refusal)
    app.add_exception_handler(TooManyTries, _on_too_many)


async def _on_refusal(_: Request, error: Exception) -> Response:
    status, title, kind = _TOLD[type(error)]
    return problem(status, title, kind=f"/problems/{kind}")


async def _on_too_many(_: Request, error: Exception) -> Response:
    assert isinstance(error, TooManyTries)  # noqa: S101  registered for it
    return problem(
        429,
        "Too many of late",
        kind="/problems/too-many-tries",
        headers={"retry-after": str(error.retry_after_s)},
    )
