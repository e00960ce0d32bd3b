"""What is known of shipments and returns, as the tables hold it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from contracts.labels import CostEstimated, EstimateFailed, Outcome, Stage
from contracts.returns import Reason
from contracts.values import Language, Method, Parcel, Reply

from merchant_api.course.course import Course
from merchant_api.deciding.decision import Decision
from merchant_api.shipments.records import Shipment
from merchant_api.writing.note import Letter, Note

State = Literal[
    "requested",
    "approved",
    "in_transit",
    "delivered",
    "received",
    "failed",
    "declined",
    "cancelled",
    "closed",
]
"""Where a return stands for the merchant, as the view `return_states` computes it."""

Tab = Literal["to_decide", "approved", "in_transit", "to_receive", "problems", "closed"]
"""Under which tab of the queue it lies: what is to be done with it. The same view says so."""


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
    is_cancelled: bool = False


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
    tab: Tab
    since_at: datetime
    is_labelled: bool
    label_failure: Outcome | Literal["voided"] | None
    stage: Stage | None
    version: int
    """Grows with every fact: a page that knows an older one is out of date."""


@dataclass(frozen=True, slots=True)
class EarlierReturn:
    """Another return of the same customer."""

    return_id: UUID
    number: str
    state: State
    requested_at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is known of one return. Lists are oldest first.

    `label`, `failures` and `moves` are those of the label that counts.
    """

    line: QueueLine
    request: ReturnRequest
    decision: Decision | None
    shipment: Shipment | None
    estimates: tuple[Estimate, ...]
    label: Label | None
    failures: tuple[LabelFailure, ...]
    moves: tuple[Move, ...]
    messages: tuple[Message, ...]
    course: Course
    others: tuple[EarlierReturn, ...] = ()
    """Of the same customer, the newest first."""
    notes: tuple[Note, ...] = ()
    letters: tuple[Letter, ...] = ()
