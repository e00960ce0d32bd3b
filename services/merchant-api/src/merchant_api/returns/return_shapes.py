"""What the API says of returns: in a list, and whole."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Literal, Self
from uuid import UUID

from contracts.labels import Stage
from contracts.returns import Reason
from contracts.values import Language, Method
from pydantic import BaseModel, Field

from merchant_api.api import examples
from merchant_api.course.acts import Act, allowed, label_standing, standing_of
from merchant_api.course.course_shapes import CancellationOut, ClosureOut, ReceptionOut
from merchant_api.returns.records import Dossier, Message, QueueLine, State, Tab
from merchant_api.returns.shapes import DecisionOut, EstimateOut
from merchant_api.returns.timeline import Kind, Moment, timeline
from merchant_api.shipments.shapes import ShipmentOut
from merchant_api.writing.written_shapes import LetterOut, NoteOut, OtherReturnOut


class ReturnLine(BaseModel):
    """A return in the list."""

    return_id: UUID
    number: str = Field(examples=[examples.NUMBER])
    state: State
    tab: Tab = Field(description="What is to be done with it: the console's tab")
    since: datetime = Field(description="Since when it has been in this state")
    requested_at: datetime
    customer_name: str = Field(examples=[examples.NAME])
    reasons: tuple[Reason, ...] = Field(examples=[examples.REASONS])
    method: Method

    @classmethod
    def of(cls, line: QueueLine) -> Self:
        return cls(
            return_id=line.return_id,
            number=line.number,
            state=line.state,
            tab=line.tab,
            since=line.since_at,
            requested_at=line.requested_at,
            customer_name=line.customer_name,
            reasons=line.reasons,
            method=line.method,
        )


class ReturnList(BaseModel):
    """A page of returns."""

    returns: tuple[ReturnLine, ...]
    next_cursor: str | None = Field(description="Give it as `cursor` for the page after this one")


class CustomerOut(BaseModel):
    """Who asked."""

    name: str = Field(examples=[examples.NAME])
    email: str = Field(examples=[examples.EMAIL])
    language: Language


class LabelOut(BaseModel):
    """The label, or what became of it. `unknown`: it may exist at the carrier; look there."""

    status: Literal["being_made", "ready", "voided", "refused", "unknown"]
    generation: int = Field(default=1, description="Numbers the labels of a return, from 1")
    tracking_pin: str | None = None
    use_by_on: date | None = None
    created_at: datetime | None = None
    codes: tuple[str, ...] = ()
    message: str | None = Field(default=None, description="The carrier's words, of a failure")


class ParcelOut(BaseModel):
    """Where the carrier saw the parcel last."""

    stage: Stage
    description: str
    place: str | None
    happened_at: datetime


class MomentOut(BaseModel):
    """One thing that happened."""

    kind: Kind
    at: datetime
    text: str | None
    place: str | None = Field(examples=["SHERBROOKE QC"], description="As the carrier writes it")
    amount_cents: int | None

    @classmethod
    def of(cls, moment: Moment) -> Self:
        return cls(
            kind=moment.kind,
            at=moment.at,
            text=moment.text,
            place=moment.place,
            amount_cents=moment.amount_cents,
        )


class MessageOut(BaseModel):
    """What became of a message to the customer."""

    template: str = Field(examples=["label_ready"])
    outcome: Literal["sent", "refused", "unknown"]
    reason: str | None
    settled_at: datetime

    @classmethod
    def of(cls, message: Message) -> Self:
        return cls(
            template=message.template,
            outcome=message.outcome,
            reason=message.reason,
            settled_at=message.settled_at,
        )


class ReturnOut(BaseModel):
    """Everything about one return."""

    return_id: UUID
    number: str = Field(examples=[examples.NUMBER])
    state: State
    since: datetime
    requested_at: datetime
    customer: CustomerOut
    tracking_number: str = Field(examples=[examples.TRACKING_NUMBER])
    shipment: ShipmentOut | None
    reasons: tuple[Reason, ...] = Field(examples=[examples.REASONS])
    comment: str | None
    method: Method
    decision: DecisionOut | None
    estimate: EstimateOut | None
    label: LabelOut | None
    parcel: ParcelOut | None
    timeline: tuple[MomentOut, ...] = Field(description="Oldest first")
    messages: tuple[MessageOut, ...]
    reception: ReceptionOut | None
    closure: ClosureOut | None
    cancellation: CancellationOut | None
    acts: tuple[Act, ...] = Field(description="What may be done with it as it stands")
    notes: tuple[NoteOut, ...] = Field(description="Among colleagues; oldest first")
    letters: tuple[LetterOut, ...] = Field(description="To the customer; oldest first")
    others_of_customer: tuple[OtherReturnOut, ...] = Field(description="The newest six at most")

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        line, request, course = dossier.line, dossier.request, dossier.course
        return cls(
            return_id=line.return_id,
            number=line.number,
            state=line.state,
            since=line.since_at,
            requested_at=request.requested_at,
            customer=CustomerOut(
                name=request.customer_name,
                email=request.customer_email,
                language=request.language,
            ),
            tracking_number=request.tracking_number,
            shipment=ShipmentOut.of(dossier.shipment) if dossier.shipment else None,
            reasons=request.reasons,
            comment=request.comment,
            method=request.method,
            decision=DecisionOut.of(dossier.decision) if dossier.decision else None,
            estimate=EstimateOut.of(dossier.estimates[-1]) if dossier.estimates else None,
            label=_label(dossier),
            parcel=_parcel(dossier),
            timeline=tuple(MomentOut.of(moment) for moment in timeline(dossier)),
            messages=tuple(MessageOut.of(message) for message in dossier.messages),
            reception=ReceptionOut.of(course.reception) if course.reception else None,
            closure=ClosureOut.of(course.closure) if course.closure else None,
            cancellation=(CancellationOut.of(course.cancellation) if course.cancellation else None),
            acts=allowed(standing_of(dossier)),
            letters=tuple(LetterOut.of(letter) for letter in dossier.letters),
            notes=tuple(NoteOut.of(note) for note in dossier.notes),
            others_of_customer=tuple(OtherReturnOut(**asdict(it)) for it in dossier.others),
        )


def _label(dossier: Dossier) -> LabelOut | None:
    status, label = label_standing(dossier), dossier.label
    if status == "none":
        return None
    failed = dossier.failures[-1] if dossier.failures and status in ("refused", "unknown") else None
    return LabelOut(
        status=status,
        generation=dossier.course.generation,
        tracking_pin=label.tracking_pin if label else None,
        use_by_on=label.use_by_on if label else None,
        created_at=label.created_at if label else None,
        codes=failed.codes if failed else (),
        message=failed.message if failed else None,
    )


def _parcel(dossier: Dossier) -> ParcelOut | None:
    if not dossier.moves:
        return None
    move = dossier.moves[-1]
    return ParcelOut(
        stage=move.stage,
        description=move.description,
        place=move.place,
        happened_at=move.happened_at,
    )
