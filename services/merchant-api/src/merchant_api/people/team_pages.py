"""Équipe: who may sign in and as what; invite, change, remove. For owners."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from merchant_api.actors import Visitor
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import read_language, words_of
from merchant_api.people import invitation_store, team_store
from merchant_api.people.change_team import change_role, remove_person
from merchant_api.people.errors import (
    AlreadyHere,
    AlreadyInvited,
    LastOwner,
    PersonNotFound,
    TooManyTries,
)
from merchant_api.people.invite_person import (
    Newcomer,
    invite_person,
    revoke_invitation,
    send_invitation_again,
)
from merchant_api.people.team_view import invitation_line, person_line
from merchant_api.people.typed_person import read_email
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/equipe")

TEAM: Final = "/parametres/equipe"
_MOST: Final = 500
_REFUSED: Final[dict[type[Exception], str]] = {
    AlreadyHere: "team-already-here",
    AlreadyInvited: "team-already-invited",
    TooManyTries: "team-too-many-mails",
}


class InviteForm(BaseModel):
    """The fields of the form, as they were typed."""

    email: str = ""
    role: str = "agent"
    language: str = "fr"


Typed = Annotated[InviteForm, Form()]


@router.get("")
async def get_team(request: Request, at: At, visitor: Owner) -> Response:
    """List people and invitations, and offer to invite."""
    return await _team(request, at, visitor, InviteForm(language=visitor.language))


@router.get("/inviter")
async def get_invite(_: Owner) -> Response:
    """Lead to where the form is: whoever reloads its errors, or reads them in another language."""
    return see_other(TEAM)


@router.post("/inviter")
async def post_invitation(request: Request, at: At, visitor: Owner, typed: Typed) -> Response:
    """Invite somebody."""
    email = read_email(typed.email)
    if email is None:
        return await _team(request, at, visitor, typed, {"email": Fault("email-malformed")})
    newcomer = Newcomer(
        email=email,
        role="owner" if typed.role == "owner" else "agent",
        language=read_language(typed.language) or visitor.language,
    )
    try:
        await invite_person(
            at.pool,
            at.letters,
            visitor.merchant_id,
            newcomer,
            actor=visitor.actor,
            now=at.now(),
        )
    except tuple(_REFUSED) as refusal:
        faults: Faults = {"email": Fault(_REFUSED[type(refusal)])}
        return await _team(request, at, visitor, typed, faults)
    return see_other(TEAM, "invited")


@router.post("/invitations/{invitation_id}/renvoyer")
async def post_again(at: At, visitor: Owner, invitation_id: UUID) -> Response:
    """Send the invitation again, with another link."""
    try:
        await send_invitation_again(
            at.pool,
            at.letters,
            visitor.merchant_id,
            invitation_id,
            actor=visitor.actor,
            now=at.now(),
        )
    except TooManyTries:
        return see_other(TEAM, "too-many-mails")
    return see_other(TEAM, "invited-again")


@router.post("/invitations/{invitation_id}/revoquer")
async def post_revocation(at: At, visitor: Owner, invitation_id: UUID) -> Response:
    """Have the invitation's link work no more."""
    await revoke_invitation(
        at.pool, visitor.merchant_id, invitation_id, actor=visitor.actor, now=at.now()
    )
    return see_other(TEAM, "invitation-revoked")


@router.post("/{person_id}/role")
async def post_role(
    at: At, visitor: Owner, person_id: UUID, role: Annotated[str, Form()] = ""
) -> Response:
    """Make somebody owner, or agent. Of oneself too: then the settings are closed."""
    try:
        await change_role(
            at.pool,
            visitor.merchant_id,
            person_id,
            "owner" if role == "owner" else "agent",
            actor=visitor.actor,
            now=at.now(),
        )
    except LastOwner:
        return see_other(TEAM, "last-owner")
    is_closed = person_id == visitor.user_id and role != "owner"
    return see_other("/" if is_closed else TEAM, "" if is_closed else "role-changed")


@router.get("/{person_id}/retirer")
async def get_removal(request: Request, at: At, visitor: Owner, person_id: UUID) -> Response:
    """Say what removing means."""
    person = await team_store.find_person(at.pool, visitor.merchant_id, person_id)
    if person is None:
        raise PersonNotFound
    return await console_page(
        request,
        at,
        visitor,
        "people/retirer.html",
        person=person,
        is_you=person.user_id == visitor.user_id,
        errors={},
    )


@router.post("/{person_id}/retirer")
async def post_removal(at: At, visitor: Owner, person_id: UUID) -> Response:
    """Remove somebody. Who removes themselves is out at once."""
    try:
        await remove_person(
            at.pool, visitor.merchant_id, person_id, actor=visitor.actor, now=at.now()
        )
    except LastOwner:
        return see_other(TEAM, "last-owner")
    return see_other(TEAM, "person-removed")


async def _team(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: InviteForm,
    faults: Faults | None = None,
) -> Response:
    words, merchant_id = words_of(visitor.language), visitor.merchant_id
    people = await team_store.list_people(at.pool, merchant_id, after=None, limit=_MOST)
    invitations = await invitation_store.list_invitations(
        at.pool, merchant_id, after=None, limit=_MOST
    )
    owners = sum(person.role == "owner" for person in people)
    return await console_page(
        request,
        at,
        visitor,
        "people/equipe.html",
        status=422 if faults else 200,
        people=[person_line(it, visitor, owners, words) for it in people],
        invitations=[invitation_line(it, at.now(), words) for it in invitations],
        form=form,
        errors=told(faults or {}, words),
    )
