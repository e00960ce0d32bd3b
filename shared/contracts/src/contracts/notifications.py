"""Who of a merchant's people is told of what. Topic `merchant.notifications`, compacted."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from contracts.event import Event
from contracts.values import Email, Language, Value

NoticeKind = Literal["new_request", "label_problem", "parcel_delivered", "mail_failed"]
"""A request to decide on, a label not made, a parcel to receive, a customer not reached."""


class NoticeRecipient(Value):
    """Somebody who is written to: not necessarily a person who signs in."""

    email: Email
    language: Language
    kinds: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")], ...]
    """Each a `NoticeKind`; readers pass over those that they do not know."""


class NotificationsConfigured(Event):
    """The whole list, as it stands from now on. The newest version wins."""

    type: ClassVar[str] = "renvoi.notifications-configured.v1"

    merchant_id: UUID
    version: Annotated[int, Field(ge=1)]
    recipients: tuple[NoticeRecipient, ...]
    configured_at: AwareDatetime
