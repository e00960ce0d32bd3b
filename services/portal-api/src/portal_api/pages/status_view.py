"""What the status page shows of a return, beside the return itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from babel.dates import format_date
from chassis.words import Language, Words

from portal_api.clock import local_day
from portal_api.journey import (
    Moment,
    State,
    Step,
    ahead,
    can_cancel,
    in_short,
    is_over,
    state_of,
    timeline,
)
from portal_api.standing import StandingReturn

Tone = Literal["wait", "ok", "move", "stop", "idle"]

_BADGES: Final[dict[State, tuple[Tone, str]]] = {
    "received": ("wait", "clock"),
    "approved": ("ok", "circle-check"),
    "delayed": ("ok", "circle-check"),
    "ready": ("ok", "circle-check"),
    "expired": ("idle", "hourglass"),
    "declined": ("stop", "circle-x"),
    "in_transit": ("move", "truck"),
    "out_for_delivery": ("move", "truck"),
    "delivered": ("move", "package-check"),
    "exception": ("wait", "triangle-alert"),
    "returning": ("wait", "undo-2"),
    "at_store": ("move", "package-check"),
    "closed": ("ok", "circle-check"),
    "cancelled": ("idle", "ban"),
    "voided": ("wait", "ban"),
}
_POSTMARKS: Final[dict[State, str]] = {
    "received": "received",
    "approved": "approved",
    "delayed": "approved",
    "ready": "approved",
    "in_transit": "moving",
    "out_for_delivery": "moving",
    "delivered": "delivered",
    "at_store": "delivered",
    "closed": "closed",
}
"""Never on a refusal, where it would be a slap, nor where something went wrong."""
_WITH_LAST_MOVE: Final = frozenset({"in_transit", "out_for_delivery", "exception", "returning"})
_SOON: Final = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline. `mark`: behind, here, or still to come."""

    mark: Literal["done", "current", "to_come"]
    what: str
    at: datetime | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Postmark:
    """The one ornament: what happened last, and when."""

    word: str
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that depends on where the return stands."""

    state: State
    template: str
    tone: Tone
    icon: str
    entries: tuple[Entry, ...]
    postmark: Postmark | None
    ends_soon: bool
    is_over: bool
    can_cancel: bool
    seen: str
    """Changes when the page does: what a page says it shows when it asks for news."""


def view_of(standing: StandingReturn, words: Words, *, now: datetime) -> View:
    """Work out what to show at the moment `now`."""
    state = state_of(standing, at=now)
    moments = timeline(standing)
    tone, icon = _BADGES[state]
    return View(
        state=state,
        template=f"states/{_template(standing, state)}.html",
        tone=tone,
        icon=icon,
        entries=tuple(_entries(standing, state, moments, words)),
        postmark=_postmark(state, moments, words),
        ends_soon=_ends_soon(standing, now),
        is_over=is_over(state),
        can_cancel=can_cancel(state),
        seen=f"{state}-{len(moments)}",
    )


def _template(standing: StandingReturn, state: State) -> str:
    if state == "ready":
        return "ready_code" if standing.method == "qr_code" else "ready_label"
    return "moving" if state in ("in_transit", "out_for_delivery") else state


def _entries(
    standing: StandingReturn, state: State, moments: Sequence[Moment], words: Words
) -> list[Entry]:
    shown = [
        moment
        for moment in in_short(moments)
        # Once the parcel moves, nobody asks any more when its label was ready.
        if moment.kind != "label_ready" or not standing.moves
    ]
    last_is_here = state in _WITH_LAST_MOVE
    entries = [
        Entry("done", words(f"happened-{moment.kind}"), moment.at, moment.place) for moment in shown
    ]
    if last_is_here:
        # A letter may have come since: it is no place where a parcel could be.
        place = max(at for at, moment in enumerate(shown) if moment.kind != "message")
        entries[place] = replace(entries[place], mark="current")
    for step in ahead(state):
        is_next = not last_is_here and step == ahead(state)[0]
        entries.append(_coming(standing, state, step, words, is_next=is_next))
    return entries


def _coming(
    standing: StandingReturn, state: State, step: Step, words: Words, *, is_next: bool
) -> Entry:
    what = words(f"ahead-{step}-{standing.method}" if step == "label" else f"ahead-{step}")
    if not is_next:
        return Entry("to_come", what)
    label = standing.label
    note = None
    if state == "received":
        note = words("note-review", day=words.day(standing.answer_by_on))
    elif state in ("approved", "delayed"):
        note = words(f"note-{state}")
    elif state == "ready" and label and label.use_by_on:
        note = words("note-drop-off", day=words.day(label.use_by_on))
    return Entry("current", what, note=note)


def _postmark(state: State, moments: Sequence[Moment], words: Words) -> Postmark | None:
    if state not in _POSTMARKS:
        return None
    told = [moment for moment in moments if moment.kind not in ("label_ready", "message")]
    on = local_day(told[-1].at)
    return Postmark(words(f"postmark-{_POSTMARKS[state]}"), _stamp(on, words.language), f"{on:%Y}")


def _stamp(on: date, language: Language) -> str:
    """Write a day as postmarks do: `23 NOV`."""
    return format_date(on, "d MMM", locale=f"{language}_CA").replace(".", "").upper()


def _ends_soon(standing: StandingReturn, now: datetime) -> bool:
    last = standing.label.use_by_on if standing.label else None
    return last is not None and last - local_day(now) <= _SOON
