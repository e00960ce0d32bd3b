"""What the API says of what became of returns."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.returns.course import Closure, Condition, Reception
from merchant_api.returns.receive_return import MOST_NOTE_CHARACTERS
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
