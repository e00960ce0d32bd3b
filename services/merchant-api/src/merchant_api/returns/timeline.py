"""What has happened to a return, in the order of time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from merchant_api.course.course import Course
from merchant_api.deciding.decision import Decision
from merchant_api.returns.records import Dossier, Estimate, LabelFailure, Message, Move

Kind = Literal[
    "requested",
    "cost_estimated",
    "estimate_failed",
    "approved",
    "declined",
    "label_created",
    "label_refused",
    "label_unknown",
    "parcel_moved",
    "label_voided",
    "label_replaced",
    "resend_asked",
    "received",
    "closed",
    "cancelled",
    "message_sent",
    "message_refused",
    "message_unknown",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened. `text` is somebody's own words, or a name that needs some."""

    kind: Kind
    at: datetime
    text: str | None = None
    place: str | None = None
    """As the carrier writes it."""
    amount_cents: int | None = None


def timeline(dossier: Dossier) -> tuple[Moment, ...]:
    """List all that happened, oldest first.

    The parcel moves after its label was made, whatever the carrier's clock says, which is not ours
    and knows no parts of a second.
    """
    made_at = dossier.label.created_at if dossier.label else None

    def place(moment: Moment) -> datetime:
        comes_after = made_at if moment.kind == "parcel_moved" else None
        return max(moment.at, comes_after) if comes_after else moment.at

    moments = [
        Moment("requested", dossier.request.requested_at),
        *_decided(dossier.decision),
        *(moment for estimate in dossier.estimates for moment in _estimated(estimate)),
        *_labelled(dossier),
        *(_failed(failure) for failure in dossier.failures),
        *(_moved(move) for move in dossier.moves),
        *_handled(dossier.course),
        *(_told(message) for message in dossier.messages),
    ]
    return tuple(sorted(moments, key=place))


def _decided(decision: Decision | None) -> list[Moment]:
    if decision is None:
        return []
    return [Moment(decision.verdict, decision.decided_at, decision.actor.name)]


def _estimated(estimate: Estimate) -> list[Moment]:
    if estimate.price is not None:
        price = estimate.price
        return [Moment("cost_estimated", price.quoted_at, amount_cents=price.due_cents)]
    if estimate.failure is not None:
        failure = estimate.failure
        return [Moment("estimate_failed", failure.failed_at, failure.message)]
    return []


def _labelled(dossier: Dossier) -> list[Moment]:
    label = dossier.label
    return [Moment("label_created", label.created_at, label.tracking_pin)] if label else []


def _failed(failure: LabelFailure) -> Moment:
    kind: Kind = "label_refused" if failure.outcome == "refused" else "label_unknown"
    return Moment(kind, failure.failed_at, failure.message)


def _moved(move: Move) -> Moment:
    return Moment("parcel_moved", move.happened_at, move.description, move.place)


def _handled(course: Course) -> list[Moment]:
    reception, closure, cancellation = course.reception, course.closure, course.cancellation
    return [
        *(Moment("label_voided", void.voided_at, void.cause) for void in course.voids),
        *(Moment("label_replaced", it.requested_at) for it in course.replacements),
        *(Moment("resend_asked", it.asked_at, it.template) for it in course.resends),
        *([Moment("received", reception.received_at, reception.note)] if reception else []),
        *([Moment("closed", closure.closed_at)] if closure else []),
        *(
            [Moment("cancelled", cancellation.cancelled_at, cancellation.cancelled_by)]
            if cancellation
            else []
        ),
    ]


def _told(message: Message) -> Moment:
    kinds: dict[str, Kind] = {
        "sent": "message_sent",
        "refused": "message_refused",
        "unknown": "message_unknown",
    }
    return Moment(kinds[message.outcome], message.settled_at, message.template)
