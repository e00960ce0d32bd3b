"""What became of an approval: the label, and then the parcel on its way home."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from chassis.words import Words, spaced_pin
from contracts.labels import Stage

from merchant_api.console.words import carriers_place
from merchant_api.returns.records import Dossier, Label, LabelFailure, Move

_SLOW_AFTER: Final = timedelta(seconds=60)
_WAY: Final[tuple[Stage, ...]] = ("accepted", "in_transit", "out_for_delivery", "delivered")
_TROUBLE: Final[frozenset[Stage]] = frozenset({"exception", "returning"})


LabelState = Literal["being_made", "slow", "ready", "refused", "unknown", "voided"]


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the line that the parcel follows. `when` is empty for what is to come."""

    what: str
    when: str = ""
    place: str = ""
    is_done: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class LabelView:
    """The label as the panel shows it. `told` is what the carrier, or labeler, said."""

    state: LabelState
    pin: str = ""
    use_by: str = ""
    told: str = ""
    codes: str = ""
    at: str = ""
    steps: tuple[Step, ...] = ()


def label_of(dossier: Dossier, words: Words, now: datetime) -> LabelView | None:
    """Show the label of an approved return; None for any other."""
    state = label_state(dossier, now)
    if state is None:
        return None
    if state == "voided":
        return _voided(dossier, words)
    if dossier.label is not None:
        return _ready(dossier.label, dossier.moves, words)
    if dossier.failures:
        return _failed(dossier.failures[-1], words)
    return LabelView(state)


def label_state(dossier: Dossier, now: datetime) -> LabelState | None:
    """Tell how far the label of an approved return has come; None for any other."""
    if dossier.decision is None or dossier.decision.verdict == "declined":
        return None
    if dossier.course.is_label_voided:
        return "voided"
    if dossier.label is not None:
        return "ready"
    if dossier.failures:
        return dossier.failures[-1].outcome
    return "slow" if now - _asked_at(dossier) > _SLOW_AFTER else "being_made"


def _asked_at(dossier: Dossier) -> datetime:
    """Tell since when the label that counts is waited for."""
    if dossier.course.replacements:
        return dossier.course.replacements[-1].requested_at
    return dossier.decision.decided_at if dossier.decision else dossier.request.requested_at


def _voided(dossier: Dossier, words: Words) -> LabelView:
    void = dossier.course.voids[-1]
    return LabelView(
        "voided",
        pin=spaced_pin(dossier.label.tracking_pin) if dossier.label else "",
        told=words("label-voided-used" if _is_under_way(dossier.moves) else "label-voided-told"),
        at=words.moment(void.voided_at),
        steps=_steps(dossier.label, dossier.moves, words) if dossier.label else (),
    )


def _ready(label: Label, moves: tuple[Move, ...], words: Words) -> LabelView:
    return LabelView(
        "ready",
        pin=spaced_pin(label.tracking_pin),
        use_by=words.day(label.use_by_on) if label.use_by_on and not _is_under_way(moves) else "",
        steps=_steps(label, moves, words),
    )


def _failed(failure: LabelFailure, words: Words) -> LabelView:
    return LabelView(
        failure.outcome,
        told=words.bound(failure.message),
        codes=", ".join(failure.codes),
        at=words.moment(failure.failed_at),
    )


def _is_under_way(moves: tuple[Move, ...]) -> bool:
    return any(move.stage != "info" for move in moves)


def _steps(label: Label, moves: tuple[Move, ...], words: Words) -> tuple[Step, ...]:
    """Draw the way: what has been with date and place, where it is, what is to come.

    Each stage is one point, told by its first scan; trouble is told where it happened.
    """
    seen: dict[Stage, Move] = {}
    for move in moves:
        if move.stage != "info":
            seen.setdefault(move.stage, move)
    been = sorted(seen.values(), key=lambda move: move.happened_at)
    first = Step(
        words("label-ready"), words.moment(label.created_at), is_done=True, is_current=not been
    )
    past = [
        Step(
            words(f"stage-{move.stage}"),
            words.moment(move.happened_at),
            carriers_place(move.place or "", words),
            is_done=True,
            is_current=move is been[-1],
        )
        for move in been
    ]
    return (first, *past, *_to_come(been, words))


def _to_come(been: list[Move], words: Words) -> list[Step]:
    """Name the stages that still lie ahead; the carrier may well skip one."""
    if been and been[-1].stage in _TROUBLE:
        return []
    reached = max((_WAY.index(move.stage) for move in been if move.stage in _WAY), default=-1)
    ahead = [stage for stage in _WAY[reached + 1 :] if stage != "out_for_delivery"]
    return [Step(words(f"stage-{stage}")) for stage in ahead]
