"""People and invitations, as the JSON API tells and takes them."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from contracts.values import Language
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from merchant_api.actors import Role
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.team_store import Person
from merchant_api.people.typed_person import EMAIL, MOST_EMAIL

_EMAIL: Final = "noa@example.com"

EmailIn = Annotated[
    str,
    StringConstraints(max_length=MOST_EMAIL, pattern=EMAIL),
    AfterValidator(str.lower),
]


class PersonOut(BaseModel):
    """Somebody who may sign in to the console."""

    person_id: UUID
    email: str = Field(examples=[_EMAIL])
    role: Role
    language: Language
    added_at: datetime
    last_seen_at: datetime | None

    @classmethod
    def of(cls, person: Person) -> "PersonOut":
        """Tell of a person."""
        return cls(
            person_id=person.user_id,
            email=person.email,
            role=person.role,
            language=person.language,
            added_at=person.created_at,
            last_seen_at=person.seen_at,
        )


class PersonList(BaseModel):
    """One page of people, the first one first."""

    people: tuple[PersonOut, ...]
    next_cursor: UUID | None = Field(description="Give it as `cursor` for the page after this one")


class RoleIn(BaseModel):
    """What somebody is to be."""

    model_config = ConfigDict(extra="forbid")

    role: Role


_NEWCOMER: Final[JsonDict] = {"email": _EMAIL, "role": "agent", "language": "fr"}


class InvitationIn(BaseModel):
    """Whom to invite, and in which language to write to them."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_NEWCOMER]})

    email: EmailIn
    role: Role = "agent"
    language: Language = "fr"


class InvitationOut(BaseModel):
    """Somebody who was invited and has not come yet."""

    invitation_id: UUID
    email: str = Field(examples=[_EMAIL])
    role: Role
    language: Language
    sent_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, invitation: Invitation) -> "InvitationOut":
        """Tell of an invitation; its link is for the person alone."""
        return cls(
            invitation_id=invitation.invitation_id,
            email=invitation.email,
            role=invitation.role,
            language=invitation.language,
            sent_at=invitation.sent_at,
            expires_at=invitation.expires_at,
        )


class InvitationList(BaseModel):
    """One page of invitations, the first one first."""

    invitations: tuple[InvitationOut, ...]
    next_cursor: UUID | None = Field(description="Give it as `cursor` for the page after this one")
