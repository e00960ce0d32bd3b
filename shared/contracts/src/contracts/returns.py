"""What customers do. Topic `portal.returns`, written by portal-api."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from contracts.event import Event
from contracts.values import Email, Language, Method, Reply, Value, Words


class Reason(Value):
    """A reason that the customer ticked, with the words that were on the page."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
    words: Words


class ReturnRequested(Event):
    """A customer has asked to send a parcel back. Received, not accepted."""

    type: ClassVar[str] = "renvoi.return-requested.v1"

    return_id: UUID
    number: str
    """The return authorization number people read out: `RV-2841-6K`."""
    merchant_id: UUID
    shipment_id: UUID
    tracking_number: str
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1)]
    comment: str | None = None
    method: Method
    language: Language
    customer_name: str
    customer_email: Email
    requested_at: AwareDatetime
    reply: Reply


class ReturnCancelled(Event):
    """A customer has called the return off, on its page."""

    type: ClassVar[str] = "renvoi.return-cancelled.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    cancelled_at: AwareDatetime
    reply: Reply


class ReturnNotOpened(Event):
    """What a merchant opened for a customer could not be made."""

    type: ClassVar[str] = "renvoi.return-not-opened.v1"

    return_id: UUID
    merchant_id: UUID
    cause: Literal["already_requested"]
    number: str | None = None
    """Of the return that is open for the same parcel."""
    refused_at: AwareDatetime
