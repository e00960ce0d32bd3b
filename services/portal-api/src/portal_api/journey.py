"""Where a return stands, concluded from its facts each time it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from contracts.labels import Stage

from portal_api.clock import local_day
from portal_api.standing import Label, Move, StandingReturn

State = Literal[
    "received",
    "approved",
    "delayed",
    "ready",
    "expired",
    "declined",
    "in_transit",
    "out_for_delivery",
    "delivered",
    "exception",
    "returning",
    "at_store",
    "closed",
    "cancelled",
    "voided",
]
"""`delayed`: approved, and the label takes longer. `expired`: the label's last day has passed.

`returning`: the carrier sends the parcel back to the customer. `at_store`: the store has taken it
in and looks at it. `closed`: the store is done with the return. `cancelled`: it is off. `voided`:
the label counts no more, and no other has been asked for.
"""

Kind = Literal[
    "requested",
    "approved",
    "declined",
    "label_ready",
    "accepted",
    "in_transit",
    "out_for_delivery",
    "delivered",
    "exception",
    "returning",
    "received",
    "closed",
    "cancelled",
    "label_voided",
    "message",
]

Step = Literal["review", "label", "renewal", "drop_off", "arrival", "check"]
"""What has still to happen, in this order."""

_SOON: Final = timedelta(minutes=1)
"""How long a label may take before we say that it takes longer."""
_AHEAD: Final[dict[State, tuple[Step, ...]]] = {
    "received": ("review", "label", "drop_off", "arrival"),
    "approved": ("label", "drop_off", "arrival"),
    "delayed": ("label", "drop_off", "arrival"),
    "ready": ("drop_off", "arrival"),
    "expired": ("renewal", "drop_off", "arrival"),
    "declined": (),
    "in_transit": ("arrival", "check"),
    "out_for_delivery": ("arrival", "check"),
    "delivered": ("check",),
    "exception": ("arrival", "check"),
    "returning": (),
    "at_store": ("check",),
    "closed": (),
    "cancelled": (),
    "voided": (),
}
_STOPPABLE: Final = frozenset({"received", "approved", "delayed", "ready", "expired", "voided"})
_STATE_OF: Final[dict[Stage, State | None]] = {
    "info": None,
    "accepted": "in_transit",
    "in_transit": "in_transit",
    "out_for_delivery": "out_for_delivery",
    "delivered": "delivered",
    "exception": "exception",
    "returning": "returning",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that has happened. `text` is somebody else's words: the store's, the carrier's."""

    kind: Kind
    at: datetime
    place: str | None = None
    text: str | None = None


def state_of(standing: StandingReturn, *, at: datetime) -> State:
    """Conclude where the return stands: what came last in its life counts."""
    return _ended(standing) or _under_way(standing) or _before_the_way(standing, at)


def _ended(standing: StandingReturn) -> State | None:
    if standing.closed_at is not None:
        return "closed"
    if standing.received_at is not None:
        return "at_store"
    return "cancelled" if standing.cancelled_at is not None else None


def _under_way(standing: StandingReturn) -> State | None:
    moved = [state for move in standing.moves if (state := _STATE_OF[move.stage])]
    return moved[-1] if moved else None


def _before_the_way(standing: StandingReturn, at: datetime) -> State:
    decision = standing.decision
    if decision is not None and decision.outcome == "declined":
        return "declined"
    if standing.label is not None:
        return "expired" if is_expired(standing.label, at=at) else "ready"
    if standing.label_voided_at is not None:
        return "voided"
    return _waiting(standing, at)


def _waiting(standing: StandingReturn, at: datetime) -> State:
    if standing.label_failed_at is not None:
        return "delayed"
    if standing.decision is None:
        return "received"
    asked_at = standing.label_asked_at or standing.decision.decided_at
    return "approved" if at - asked_at < _SOON else "delayed"


def is_expired(label: Label, *, at: datetime) -> bool:
    """Tell whether the last day on which the label is taken has passed."""
    return label.use_by_on is not None and local_day(at) > label.use_by_on


def is_over(state: State) -> bool:
    """Tell whether nothing more is to be expected from here."""
    return state in ("declined", "closed", "cancelled")


def can_cancel(state: State) -> bool:
    """Tell whether the customer may still call the return off."""
    return state in _STOPPABLE


def ahead(state: State) -> Sequence[Step]:
    """Name what comes now (first) and afterwards."""
    return _AHEAD[state]


def timeline(standing: StandingReturn) -> list[Moment]:
    """Tell what has happened, oldest first.

    The parcel moves after its label was made, whatever the carrier's clock says, which is not ours
    and knows no parts of a second.
    """
    moments = [Moment("requested", standing.requested_at)]
    if decision := standing.decision:
        moments.append(Moment(decision.outcome, decision.decided_at, text=decision.message))
    if label := standing.label:
        moments.append(Moment("label_ready", label.created_at))
    if voided_at := standing.label_voided_at:
        moments.append(Moment("label_voided", voided_at))
    moves = [
        Moment(move.stage, move.happened_at, move.place, move.description)
        for move in standing.moves
        if move.stage != "info"
    ]
    happened = _in_order(moments) + _in_order(moves) + _ends(standing)
    for letter in standing.letters:
        _insert(happened, Moment("message", letter.written_at, text=letter.message))
    return happened


def _insert(happened: list[Moment], moment: Moment) -> None:
    """Place `moment` after all that was before it, without changing the order of the rest."""
    earlier = [place for place, other in enumerate(happened) if other.at <= moment.at]
    happened.insert(max(earlier, default=0) + 1, moment)


def _ends(standing: StandingReturn) -> list[Moment]:
    """Tell how it ended, which was after anything that the carrier did."""
    received, closed, cancelled = (
        standing.received_at,
        standing.closed_at,
        standing.cancelled_at,
    )
    return [
        *([Moment("received", received)] if received else []),
        *([Moment("closed", closed)] if closed else []),
        *([Moment("cancelled", cancelled)] if cancelled and not received else []),
    ]


def _in_order(moments: Sequence[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda moment: moment.at)


def last_move(standing: StandingReturn) -> Move | None:
    """Return the last that the carrier said."""
    return standing.moves[-1] if standing.moves else None


def in_short(moments: Sequence[Moment]) -> list[Moment]:
    """Keep the last of several moments of one kind in a row: five sorting centres are one road."""
    return [
        moment
        for moment, following in zip(moments, [*moments[1:], None], strict=True)
        if following is None or following.kind != moment.kind
    ]
