"""What merchants do with a return around its decision. Topic `merchant.decisions`."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from contracts.event import Event
from contracts.labels import Generation
from contracts.returns import Reason
from contracts.values import Email, Language, Method, Parcel, PostalAddress, Reply


class LabelVoidRequested(Event):
    """A label is to count no more, whether it exists or may exist. Unused, it costs nothing."""

    type: ClassVar[str] = "renvoi.label-void-requested.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    generation: Generation
    cause: Literal["merchant", "cancelled", "replaced"]
    requested_at: AwareDatetime
    reply: Reply | None = None
    """None: the customer has no label, or is told of what took its place."""


class ReplacementLabelRequested(Event):
    """A merchant wants another label, in the place of all labels before `generation`."""

    type: ClassVar[str] = "renvoi.replacement-label-requested.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    generation: Annotated[int, Field(ge=2, le=1000)]
    method: Method
    service_code: str
    returner: PostalAddress
    receiver: PostalAddress
    parcel: Parcel
    requested_at: AwareDatetime
    reply: Reply


class ReturnCancelledByMerchant(Event):
    """A merchant has called a return off. Its labels, if any, are given up by events of their own.

    The customer may have called it off as well, at the same time (`ReturnCancelled`).
    """

    type: ClassVar[str] = "renvoi.return-cancelled-by-merchant.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    cancelled_at: AwareDatetime
    reply: Reply


class ReturnReceived(Event):
    """The merchant has the parcel, and looks at what is in it."""

    type: ClassVar[str] = "renvoi.return-received.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    received_at: AwareDatetime
    reply: Reply


class ReturnClosed(Event):
    """The merchant is done with the return. What comes of the money is not told here."""

    type: ClassVar[str] = "renvoi.return-closed.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    closed_at: AwareDatetime
    reply: Reply


class MessageResendRequested(Event):
    """A merchant wants the customer to be told once more what `template` told them last."""

    type: ClassVar[str] = "renvoi.message-resend-requested.v1"

    return_id: UUID
    merchant_id: UUID
    template: str
    """As `MessageSent` named it."""
    requested_at: AwareDatetime
    reply: Reply


class ReturnOpenedForCustomer(Event):
    """A merchant asks for a return in the name of a customer, who wrote or telephoned.

    portal-api makes it, as if it had been asked for on its page, and announces ReturnRequested with
    this `return_id`; or ReturnNotOpened.
    """

    type: ClassVar[str] = "renvoi.return-opened-for-customer.v1"

    return_id: UUID
    merchant_id: UUID
    shipment_id: UUID
    tracking_number: str
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1)]
    comment: str | None = None
    method: Method
    language: Language
    customer_name: str
    customer_email: Email
    opened_at: AwareDatetime
