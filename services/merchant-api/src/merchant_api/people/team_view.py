"""The team as its page lists it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.words import Words

from merchant_api.actors import Role, Visitor
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.team_store import Person


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody on the team. `other_role` is what one press would make of them."""

    id: UUID
    email: str
    role: Role
    other_role: Role
    is_you: bool
    is_last_owner: bool
    seen: str


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """Somebody who has not come yet."""

    id: UUID
    email: str
    role: Role
    is_expired: bool
    told: str


def person_line(person: Person, visitor: Visitor, owners: int, words: Words) -> PersonLine:
    """Say who it is, what they may do, and when they were last here."""
    return PersonLine(
        id=person.user_id,
        email=person.email,
        role=person.role,
        other_role="agent" if person.role == "owner" else "owner",
        is_you=person.user_id == visitor.user_id,
        is_last_owner=person.role == "owner" and owners == 1,
        seen=words("team-seen", at=words.moment(person.seen_at))
        if person.seen_at
        else words("team-never-seen"),
    )


def invitation_line(invitation: Invitation, now: datetime, words: Words) -> InvitationLine:
    """Say who is awaited, and until when."""
    is_expired = invitation.expires_at <= now
    word = "team-invitation-expired" if is_expired else "team-invitation-sent"
    return InvitationLine(
        id=invitation.invitation_id,
        email=invitation.email,
        role=invitation.role,
        is_expired=is_expired,
        told=words(
            word,
            sent=words.moment(invitation.sent_at),
            until=words.moment(invitation.expires_at),
        ),
    )
