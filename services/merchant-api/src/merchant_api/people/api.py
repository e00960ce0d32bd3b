"""People: who may sign in to the console, and who is invited."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query, Response

from merchant_api.actors import Program, Role
from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.keys.errors import ScopeMissing
from merchant_api.keys.scopes import ALL_SCOPES, Scope
from merchant_api.people import invitation_store, team_store
from merchant_api.people.change_team import change_role, remove_person
from merchant_api.people.errors import InvitationNotFound, PersonNotFound
from merchant_api.people.invite_person import (
    Newcomer,
    invite_person,
    revoke_invitation,
    send_invitation_again,
)
from merchant_api.people.shapes import (
    InvitationIn,
    InvitationList,
    InvitationOut,
    PersonList,
    PersonOut,
    RoleIn,
)
from merchant_api.workplace import At

router = APIRouter(prefix="/people", tags=["people"])

Limit = Annotated[int, Query(ge=1, le=100)]

# What people of a role may do. No key lets in who may do more than it may itself.
_OF_ROLE: Final[Mapping[Role, tuple[Scope, ...]]] = {
    "agent": tuple(scope for scope in ALL_SCOPES if not scope.startswith("settings:")),
    "owner": ALL_SCOPES,
}

_PERSON_UNKNOWN: Final = documented("There is no such person", "/problems/person-not-found", 404)
_INVITATION_UNKNOWN: Final = documented(
    "There is no such invitation", "/problems/invitation-not-found", 404
)
_LAST_OWNER: Final = documented("This is the last owner", "/problems/last-owner", 409)
_NOT_AGAIN: Final = documented(
    "The e-mail signs in already, or is invited", "/problems/already-invited", 409
)
_BEYOND: Final = documented(
    "The API key does not allow this", "/problems/scope-missing", 403, scope="returns:decide"
)
_TOO_MANY: Final = documented("Too many invitations of late", "/problems/too-many-tries", 429)


@router.get("", summary="List people")
async def list_people(
    caller: SettingsReader, at: At, cursor: UUID | None = None, limit: Limit = 50
) -> PersonList:
    """List who may sign in to the console, the first one first."""
    found = await team_store.list_people(at.pool, caller.merchant_id, after=cursor, limit=limit + 1)
    page = found[:limit]
    return PersonList(
        people=tuple(PersonOut.of(person) for person in page),
        next_cursor=page[-1].user_id if len(found) > limit else None,
    )


@router.get("/invitations", summary="List invitations")
async def list_invitations(
    caller: SettingsReader, at: At, cursor: UUID | None = None, limit: Limit = 50
) -> InvitationList:
    """List who was invited and has not come yet, the first one first."""
    found = await invitation_store.list_invitations(
        at.pool, caller.merchant_id, after=cursor, limit=limit + 1
    )
    page = found[:limit]
    return InvitationList(
        invitations=tuple(InvitationOut.of(invitation) for invitation in page),
        next_cursor=page[-1].invitation_id if len(found) > limit else None,
    )


@router.post(
    "",
    status_code=201,
    summary="Invite a person",
    responses={403: _BEYOND, 409: _NOT_AGAIN, 429: _TOO_MANY},
)
async def post_invitation(
    caller: SettingsWriter, at: At, told: InvitationIn, response: Response
) -> InvitationOut:
    """Have a link mailed that works once, for a week. The person chooses a password.

    A key lets nobody in who may do more than it may itself: it needs the scopes of the role too.
    """
    _require_scopes(caller, told.role)
    invitation = await invite_person(
        at.pool,
        at.letters,
        caller.merchant_id,
        Newcomer(told.email, told.role, told.language),
        actor=caller.actor,
        now=at.now(),
    )
    response.headers["location"] = f"/api/v1/people/invitations/{invitation.invitation_id}"
    return InvitationOut.of(invitation)


@router.get(
    "/invitations/{invitation_id}",
    summary="Read an invitation",
    responses={404: _INVITATION_UNKNOWN},
)
async def get_invitation(caller: SettingsReader, at: At, invitation_id: UUID) -> InvitationOut:
    """Tell who is awaited, and until when the link works."""
    invitation = await invitation_store.find_invitation(at.pool, caller.merchant_id, invitation_id)
    if invitation is None:
        raise InvitationNotFound
    return InvitationOut.of(invitation)


@router.post(
    "/invitations/{invitation_id}/send",
    summary="Send an invitation again",
    responses={404: _INVITATION_UNKNOWN, 429: _TOO_MANY},
)
async def post_again(caller: SettingsWriter, at: At, invitation_id: UUID) -> InvitationOut:
    """Have another link mailed, good for a week; the one before dies."""
    invitation = await send_invitation_again(
        at.pool,
        at.letters,
        caller.merchant_id,
        invitation_id,
        actor=caller.actor,
        now=at.now(),
    )
    return InvitationOut.of(invitation)


@router.delete(
    "/invitations/{invitation_id}",
    status_code=204,
    summary="Revoke an invitation",
    responses={404: _INVITATION_UNKNOWN},
)
async def delete_invitation(caller: SettingsWriter, at: At, invitation_id: UUID) -> None:
    """Have its link work no more."""
    await revoke_invitation(
        at.pool, caller.merchant_id, invitation_id, actor=caller.actor, now=at.now()
    )


@router.get("/{person_id:uuid}", summary="Read a person", responses={404: _PERSON_UNKNOWN})
async def get_person(caller: SettingsReader, at: At, person_id: UUID) -> PersonOut:
    """Tell who it is, what they may do, and when they were last seen."""
    person = await team_store.find_person(at.pool, caller.merchant_id, person_id)
    if person is None:
        raise PersonNotFound
    return PersonOut.of(person)


@router.put(
    "/{person_id:uuid}/role",
    status_code=204,
    summary="Change a role",
    responses={403: _BEYOND, 404: _PERSON_UNKNOWN, 409: _LAST_OWNER},
)
async def put_role(caller: SettingsWriter, at: At, person_id: UUID, told: RoleIn) -> None:
    """Make somebody owner or agent, from their next page on. May be repeated.

    The key needs the scopes of the role too.
    """
    _require_scopes(caller, told.role)
    await change_role(
        at.pool, caller.merchant_id, person_id, told.role, actor=caller.actor, now=at.now()
    )


@router.delete(
    "/{person_id:uuid}",
    status_code=204,
    summary="Remove a person",
    responses={404: _PERSON_UNKNOWN, 409: _LAST_OWNER},
)
async def delete_person(caller: SettingsWriter, at: At, person_id: UUID) -> None:
    """Let somebody in no more; their sessions end at once."""
    await remove_person(at.pool, caller.merchant_id, person_id, actor=caller.actor, now=at.now())


def _require_scopes(caller: Program, role: Role) -> None:
    beyond = next((scope for scope in _OF_ROLE[role] if scope not in caller.scopes), None)
    if beyond is not None:
        raise ScopeMissing(beyond)
