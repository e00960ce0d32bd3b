"""What the API says of runs over several returns."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from merchant_api.api import examples
from merchant_api.bulk.bulk_records import (
    MOST_RETURNS,
    Act,
    BulkItem,
    BulkRun,
    Outcome,
    Progress,
    Terms,
)
from merchant_api.deciding.decision import DeclineReason
from merchant_api.queue.view_shapes import ViewIn
from merchant_api.returns.shapes import ActorOut

_Message = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=2000, strip_whitespace=True, pattern=r"^[^\x00]*\S[^\x00]*$"
    ),
]


class MessagesIn(BaseModel):
    """The words of a refusal: each customer reads those of their language."""

    model_config = ConfigDict(extra="forbid")

    fr: _Message
    en: _Message


class BulkRunIn(BaseModel):
    """One act on several returns: those named, or all that is to be decided in a view."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"act": "estimate", "view": {"reason": "too_small"}},
                {"act": "approve", "return_ids": ["01997c4e-7a10-7000-8000-000000000001"]},
            ]
        },
    )

    act: Act
    return_ids: Annotated[tuple[UUID, ...], Field(max_length=MOST_RETURNS)] | None = None
    view: ViewIn | None = None
    message: MessagesIn | None = Field(default=None, description="Only of a refusal, and needed")

    reason: DeclineReason | None = Field(
        default=None, description="Of a refusal, for yourselves: customers never see it"
    )

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if (self.return_ids is None) == (self.view is None):
            cause = "give either return_ids or a view"
            raise ValueError(cause)
        if (self.act == "decline") != (self.message is not None):
            cause = "a refusal needs a message, and nothing else has one"
            raise ValueError(cause)
        if self.act != "decline" and self.reason is not None:
            cause = "only a refusal has a reason"
            raise ValueError(cause)
        return self

    @property
    def terms(self) -> Terms:
        if self.message is None:
            return Terms()
        return Terms(message_fr=self.message.fr, message_en=self.message.en, reason=self.reason)


class BulkRunOut(BaseModel):
    """How far a run has come. It is over when `left` is 0; prices may arrive later still."""

    run_id: UUID
    act: Act
    by: ActorOut
    begun_at: datetime
    total: int
    done: int
    failed: int
    left: int
    priced: int = Field(description="Prices that have arrived")
    due_cents: int = Field(description="The sum of those prices, in Canadian cents")

    @classmethod
    def of(cls, run: BulkRun, progress: Progress) -> Self:
        return cls(
            run_id=run.run_id,
            act=run.act,
            by=ActorOut(kind=run.actor.kind, name=run.actor.name),
            begun_at=run.begun_at,
            total=progress.total,
            done=progress.done,
            failed=progress.failed,
            left=progress.left,
            priced=progress.priced,
            due_cents=progress.due_cents,
        )


class BulkItemOut(BaseModel):
    """One return of a run. `refusal` names why it failed, `told` is what the carrier said."""

    return_id: UUID
    number: str = Field(examples=[examples.NUMBER])
    outcome: Outcome | Literal["waiting"]
    refusal: str | None
    told: str | None
    due_cents: int | None

    @classmethod
    def of(cls, item: BulkItem) -> Self:
        return cls(
            return_id=item.return_id,
            number=item.number,
            outcome=item.outcome or "waiting",
            refusal=item.refusal,
            told=item.told,
            due_cents=item.due_cents,
        )


class BulkItemList(BaseModel):
    """A page of the returns of a run, in its order."""

    items: tuple[BulkItemOut, ...]
    next_cursor: str | None = Field(description="Give it as `cursor` for the page after this one")


class BulkRunList(BaseModel):
    """A page of runs, the last one first."""

    runs: tuple[BulkRunOut, ...]
    next_cursor: str | None = Field(description="Give it as `cursor` for the page after this one")
