"""What the dock sees of a scanned code: the return in large letters, and what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from chassis.words import Words

from merchant_api.console.words import actor_name
from merchant_api.course.acts import obstacle, standing_of
from merchant_api.course.course import Reception
from merchant_api.returns.records import Dossier

Tone = Literal["ok", "wait", "stop", "ask", "idle"]

_ICONS: Final[dict[Tone, str]] = {
    "ok": "circle-check",
    "wait": "clock",
    "stop": "triangle-alert",
    "ask": "message-circle-question-mark",
    "idle": "info",
}
_TONES: Final[dict[str, Tone]] = {
    "cancelled": "stop",
    "closed": "idle",
    "declined": "stop",
    "undecided": "wait",
    "received": "idle",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A sentence on what was scanned, and the return if there is one.

    `warning` is told beside what can be done; `told` stands in its place.
    """

    told: str
    tone: Tone
    number: str = ""
    name: str = ""
    reasons: tuple[str, ...] = ()
    comment: str = ""
    warning: str = ""
    can_receive: bool = False

    @property
    def icon(self) -> str:
        return _ICONS[self.tone]


@dataclass(frozen=True, slots=True)
class ArrivalLine:
    """A line of the day's list."""

    number: str
    name: str
    condition: str
    note: str
    at: str
    by: str


def unreadable(words: Words) -> Arrival:
    """Say that this is no code of ours."""
    return Arrival(words("arrival-unreadable"), "ask")


def unknown(words: Words) -> Arrival:
    """Say that nobody knows the code."""
    return Arrival(words("arrival-unknown"), "ask")


def arrival_of(dossier: Dossier, generation: int | None, words: Words) -> Arrival:
    """Show the return that a code led to, by its label of `generation` if by one."""
    found = obstacle("receive", standing_of(dossier))
    told = words("arrival-expected") if found is None else _sentence(found, dossier, words)
    return _show(dossier, words, told, "ok" if found is None else _TONES[found], generation)


def taken_in(dossier: Dossier, words: Words) -> Arrival:
    """Say that the parcel has just been taken in."""
    return _show(dossier, words, words("arrival-taken-in"), "ok", None)


def line_of(number: str, name: str, reception: Reception, words: Words) -> ArrivalLine:
    """Make a line of what came in."""
    return ArrivalLine(
        number=number,
        name=name,
        condition=words(f"condition-{reception.condition}"),
        note=reception.note or "",
        at=words.time(reception.received_at),
        by=actor_name(reception.actor, words),
    )


def _show(dossier: Dossier, words: Words, told: str, tone: Tone, generation: int | None) -> Arrival:
    request = dossier.request
    can_receive = obstacle("receive", standing_of(dossier)) is None
    is_void = generation is not None and _is_void(dossier, generation)
    return Arrival(
        told=told,
        tone=tone,
        number=request.number,
        name=request.customer_name,
        reasons=tuple(getattr(reason.words, words.language) for reason in request.reasons),
        comment=request.comment or "",
        warning=words("arrival-void-label") if is_void and can_receive else "",
        can_receive=can_receive,
    )


def _is_void(dossier: Dossier, generation: int) -> bool:
    voided: Iterable[int] = (void.generation for void in dossier.course.voids)
    return generation in voided


def _sentence(found: str, dossier: Dossier, words: Words) -> str:
    course, decision = dossier.course, dossier.decision
    if found == "received" and course.reception is not None:
        who = actor_name(course.reception.actor, words)
        return words("arrival-received", at=words.moment(course.reception.received_at), who=who)
    if found == "closed" and course.closure is not None:
        return words("arrival-closed", at=words.moment(course.closure.closed_at))
    if found == "cancelled" and course.cancellation is not None:
        return words("arrival-cancelled", at=words.moment(course.cancellation.cancelled_at))
    if found == "declined" and decision is not None:
        return words("arrival-declined", at=words.moment(decision.decided_at))
    return words("arrival-undecided")
