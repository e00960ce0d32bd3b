"""What became of a return around and after its decision: facts, each written once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from merchant_api.actors import Actor

Condition = Literal["as_expected", "damaged", "incomplete", "other"]
"""How a parcel looked when it was opened."""

CONDITIONS: tuple[Condition, ...] = ("as_expected", "damaged", "incomplete", "other")

VoidCause = Literal["merchant", "cancelled", "replaced"]
"""Why a label counts no more: somebody said so, its return is off, or another took its place."""


@dataclass(frozen=True, slots=True)
class Reception:
    """The parcel is back. `note` is for the merchant's own people."""

    condition: Condition
    note: str | None
    actor: Actor
    received_at: datetime


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A parcel among those that came back."""

    number: str
    name: str
    reception: Reception


@dataclass(frozen=True, slots=True)
class Closure:
    """Nothing more is to be done."""

    actor: Actor
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Cancellation:
    """The return is off. A customer who called it off is no actor of ours."""

    cancelled_by: Literal["customer", "merchant"]
    actor: Actor | None
    cancelled_at: datetime


@dataclass(frozen=True, slots=True)
class LabelVoid:
    """A label that counts no more."""

    generation: int
    cause: VoidCause
    actor_name: str
    voided_at: datetime


@dataclass(frozen=True, slots=True)
class Replacement:
    """A label that was asked for in place of the one before it."""

    generation: int
    actor: Actor
    requested_at: datetime


@dataclass(frozen=True, slots=True)
class Resend:
    """A message that somebody had sent once more."""

    resend_id: UUID
    template: str
    actor_name: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Course:
    """All of it. `generation` numbers the label that counts, from 1. Lists are oldest first."""

    generation: int
    reception: Reception | None = None
    closure: Closure | None = None
    cancellation: Cancellation | None = None
    voids: tuple[LabelVoid, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    resends: tuple[Resend, ...] = ()

    @property
    def is_label_voided(self) -> bool:
        """Tell whether the label that would count does not."""
        return any(void.generation == self.generation for void in self.voids)
