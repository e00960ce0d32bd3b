"""What is known of shipments and returns, as the tables hold it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from contracts.labels import CostEstimated, EstimateFailed, Outcome, Stage
from contracts.returns import Reason
from contracts.values import Email, Language, Method, Parcel, PostalAddress, Reply, Value
from pydantic import Field

from merchant_api.decision import Decision

State = Literal["requested", "approved", "in_transit", "delivered", "failed", "declined"]
"""Where a return stands for the merchant, as the view `return_states` computes it."""

STATES: tuple[State, ...] = (
    "requested",
    "approved",
    "in_transit",
    "delivered",
    "failed",
    "declined",
)


DeliveredOn = Annotated[date, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))]
"""A day of delivery with which one can count."""


class ShipmentContent(Value):
    """What a merchant tells of a parcel that was sent; the tracking number says which."""

    recipient: PostalAddress
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel
    delivered_on: DeliveredOn | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    """A parcel that a merchant sent, in its `version`."""

    shipment_id: UUID
    version: int
    tracking_number: str
    content: ShipmentContent

    @property
    def recipient(self) -> PostalAddress:
        return self.content.recipient

    @property
    def parcel(self) -> Parcel:
        return self.content.parcel


@dataclass(frozen=True, slots=True)
class PendingReturn:
    """What a decision has to know of a return. Made while its row is locked."""

    return_id: UUID
    merchant_id: UUID
    number: str
    method: Method
    customer_name: str
    reply: Reply
    decision: Decision | None
    shipment: Shipment | None


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """What the customer asked for, as they asked for it."""

    return_id: UUID
    number: str
    shipment_id: UUID
    tracking_number: str
    reasons: tuple[Reason, ...]
    comment: str | None
    method: Method
    language: Language
    customer_name: str
    customer_email: str
    requested_at: datetime


@dataclass(frozen=True, slots=True)
class Estimate:
    """A question to the carrier and, once there, its answer: a price or a failure."""

    estimate_id: UUID
    service_code: str
    origin_postal_code: str
    destination_postal_code: str
    parcel: Parcel
    requested_at: datetime
    price: CostEstimated | None
    failure: EstimateFailed | None

    @property
    def is_pending(self) -> bool:
        return self.price is None and self.failure is None


@dataclass(frozen=True, slots=True)
class Label:
    """A label that exists."""

    tracking_pin: str
    qr_opens: Literal["label", "counter"]
    use_by_on: date | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LabelFailure:
    """Why there is no label, or why nobody knows."""

    outcome: Outcome
    codes: tuple[str, ...]
    message: str
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """Where the carrier saw the parcel."""

    stage: Stage
    description: str
    place: str | None
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """What became of a message to the customer."""

    template: str
    outcome: Literal["sent", "refused", "unknown"]
    reason: str | None
    settled_at: datetime


@dataclass(frozen=True, slots=True)
class QueueLine:
    """What the list of returns tells of one."""

    return_id: UUID
    number: str
    customer_name: str
    reasons: tuple[Reason, ...]
    method: Method
    requested_at: datetime
    state: State
    since_at: datetime
    is_labelled: bool
    label_failure: Outcome | None
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is known of one return. Lists are oldest first."""

    line: QueueLine
    request: ReturnRequest
    decision: Decision | None
    shipment: Shipment | None
    estimates: tuple[Estimate, ...]
    label: Label | None
    failures: tuple[LabelFailure, ...]
    moves: tuple[Move, ...]
    messages: tuple[Message, ...]
