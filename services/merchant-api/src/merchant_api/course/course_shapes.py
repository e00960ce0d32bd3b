"""What the API says of what became of returns."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.course.course import (
    Cancellation,
    Closure,
    Condition,
    LabelVoid,
    Reception,
    Replacement,
    Resend,
    VoidCause,
)
from merchant_api.receiving.receive_return import MOST_NOTE_CHARACTERS
from merchant_api.returns.shapes import ActorOut


class ReceptionIn(BaseModel):
    """How the parcel looked. The customer is told that it is there, and nothing of this."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"condition": "as_expected"}]},
    )

    condition: Condition = "as_expected"
    note: Annotated[str, StringConstraints(max_length=MOST_NOTE_CHARACTERS)] = ""


class ReceptionOut(BaseModel):
    """The parcel is back."""

    condition: Condition
    note: str | None = Field(examples=[None])
    received_at: datetime
    by: ActorOut

    @classmethod
    def of(cls, reception: Reception) -> Self:
        return cls(
            condition=reception.condition,
            note=reception.note,
            received_at=reception.received_at,
            by=ActorOut(kind=reception.actor.kind, name=reception.actor.name),
        )


class ClosureOut(BaseModel):
    """Nothing more is to be done."""

    closed_at: datetime
    by: ActorOut

    @classmethod
    def of(cls, closure: Closure) -> Self:
        return cls(
            closed_at=closure.closed_at,
            by=ActorOut(kind=closure.actor.kind, name=closure.actor.name),
        )


class CancellationOut(BaseModel):
    """The return is off."""

    cancelled_by: Literal["customer", "merchant"]
    cancelled_at: datetime
    by: ActorOut | None = Field(description="One of the merchant's people; null: the customer")

    @classmethod
    def of(cls, cancellation: Cancellation) -> Self:
        actor = cancellation.actor
        return cls(
            cancelled_by=cancellation.cancelled_by,
            cancelled_at=cancellation.cancelled_at,
            by=ActorOut(kind=actor.kind, name=actor.name) if actor else None,
        )


class VoidOut(BaseModel):
    """A label that counts no more. Its parcel is followed all the same."""

    generation: int = Field(description="Numbers the labels of a return, from 1")
    cause: VoidCause
    voided_at: datetime

    @classmethod
    def of(cls, void: LabelVoid) -> Self:
        return cls(generation=void.generation, cause=void.cause, voided_at=void.voided_at)


class NewLabelOut(BaseModel):
    """Another label is on its way; it will be the `label` of the return."""

    generation: int = Field(description="Numbers the labels of a return, from 1", examples=[2])
    requested_at: datetime
    by: ActorOut

    @classmethod
    def of(cls, replacement: Replacement) -> Self:
        return cls(
            generation=replacement.generation,
            requested_at=replacement.requested_at,
            by=ActorOut(kind=replacement.actor.kind, name=replacement.actor.name),
        )


class ResendIn(BaseModel):
    """Which message; its name is in the `messages` of the return."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"template": "label_ready"}]}
    )

    template: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class ResendOut(BaseModel):
    """The message is on its way; what becomes of it will be in the `messages` of the return."""

    template: str = Field(examples=["label_ready"])
    asked_at: datetime

    @classmethod
    def of(cls, resend: Resend) -> Self:
        return cls(template=resend.template, asked_at=resend.asked_at)
