"""What is known of a return: the facts as they were staged, nothing concluded yet."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal
from uuid import UUID

from contracts.centres import CentreConfigured
from contracts.labels import Stage
from contracts.returns import Reason
from contracts.values import BlobRef, Language, Method, PostalAddress, Words

FileName = Literal["label.pdf", "qr.png", "qr.svg"]
FILE_NAMES: Final[tuple[FileName, ...]] = ("label.pdf", "qr.png", "qr.svg")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the store answered, and what it wrote to the customer."""

    outcome: Literal["approved", "declined"]
    message: str | None
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Label:
    """The label that the carrier sold. `qr_opens`: the label itself, or something of the carrier's.

    `use_by_on` is the last day on which it is taken.
    """

    tracking_pin: str
    files: dict[FileName, BlobRef]
    qr_opens: Literal["label", "counter"]
    use_by_on: date | None
    return_address: PostalAddress
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """Where the carrier saw the parcel. `description` is in the carrier's words and language."""

    stage: Stage
    description: str
    place: str | None
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class StoreLetter:
    """What the store has written to the customer, apart from its decision."""

    message: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class StandingReturn:
    """A return and all that has happened to it."""

    return_id: UUID
    number: str
    centre: CentreConfigured
    tracking_number: str
    reasons: tuple[Reason, ...]
    comment: str | None
    method: Method
    language: Language
    customer_email: str
    policy: Words
    answer_by_on: date
    requested_at: datetime
    decision: Decision | None
    label: Label | None
    label_failed_at: datetime | None
    moves: tuple[Move, ...]
    """In the order of time."""
    received_at: datetime | None = None
    """When the store took the parcel in."""
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None
    cancelled_by: Literal["customer", "merchant"] | None = None
    label_voided_at: datetime | None = None
    """When the label that would count was given up; `label` is then None."""
    label_asked_at: datetime | None = None
    """When another label was asked for in the place of one."""
    customer_name: str = ""
    letters: tuple[StoreLetter, ...] = ()
    """Oldest first."""


def file_named(name: str) -> FileName | None:
    """Return `name` if a return has a file of that name."""
    return next((known for known in FILE_NAMES if known == name), None)
