"""What the merchants' own people are written to about. Topic `merchant.people`, by merchant-api."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, StringConstraints

from contracts.event import Event
from contracts.values import Email, Language, PostalAddress, Value


class Store(Value):
    """In whose name a mail is written: what its words and its foot say."""

    store_name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    legal_name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    postal_address: PostalAddress
    contact_email: Email


class Confidential(Value):
    """What notifier alone may read, and the language in which it writes.

    `sealed` is base64 of a NaCl sealed box to notifier's X25519 key. Inside is the JSON of a
    `Confided`.
    """

    language: Language
    sealed: Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class Confided(Value):
    """What a `Confidential` holds once notifier has opened it. Never logged.

    `url` opens something to whoever has it, so it lies nowhere in clear but in the mail.
    """

    email: Email
    url: Annotated[str, StringConstraints(pattern=r"^https?://", max_length=500)]
    by: Email | None = None
    """Who had the mail written, if it was somebody else."""


class PersonInvited(Event):
    """Somebody was invited to a merchant's console. Sent again, it is another event."""

    type: ClassVar[str] = "renvoi.person-invited.v1"

    person_id: UUID
    """The invitation's; who accepts gets an id of their own."""
    merchant_id: UUID
    store: Store
    role: Literal["owner", "agent"]
    invited_at: AwareDatetime
    expires_at: AwareDatetime
    confidential: Confidential


class PasswordResetRequested(Event):
    """A person has forgotten their password and is to get a link that sets another."""

    type: ClassVar[str] = "renvoi.password-reset-requested.v1"

    person_id: UUID
    merchant_id: UUID
    store: Store
    requested_at: AwareDatetime
    expires_at: AwareDatetime
    confidential: Confidential


class PasswordChanged(Event):
    """A person's password is another one now. If it was not them, they should hear of it."""

    type: ClassVar[str] = "renvoi.password-changed.v1"

    person_id: UUID
    merchant_id: UUID
    store: Store
    changed_at: AwareDatetime
    confidential: Confidential
