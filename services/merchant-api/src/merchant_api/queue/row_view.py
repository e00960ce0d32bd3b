"""A row of the queue: what its line says, how old it is, whether it looks after itself."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from chassis.words import Words

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.queue.statuses import Status, decision_status, parcel_status
from merchant_api.returns.label_view import label_state
from merchant_api.returns.panel_view import Panel, panel_of
from merchant_api.returns.records import Dossier, QueueLine, Tab
from merchant_api.returns.window import is_late

_SOON_S: Final = 2
_LATER_S: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and below it the panel if it is open."""

    return_id: UUID
    number: str
    version: int
    tab: Tab
    is_to_decide: bool
    name: str
    why: str
    decision: Status
    parcel: Status | None
    no_parcel: str
    age_label: str
    age: str
    is_late: bool
    panel: Panel | None = None
    stamp: str = ""
    poll_s: int | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether something is due any moment, so that a page without script asks again."""
        cost = self.panel.cost if self.panel else None
        return self.poll_s == _SOON_S or (cost is not None and cost.state == "pending")


def closed_row(line: QueueLine, settings: CentreSettings, words: Words, now: datetime) -> Row:
    """Show the line alone."""
    is_open_question = line.state == "requested"
    return Row(
        return_id=line.return_id,
        number=line.number,
        version=line.version,
        tab=line.tab,
        is_to_decide=is_open_question,
        name=line.customer_name,
        why=words.bound(", ".join(getattr(r.words, words.language) for r in line.reasons)),
        decision=decision_status(line, words),
        parcel=parcel_status(line, words),
        no_parcel=words("no-label-yet" if is_open_question else "no-label"),
        age_label=words("waiting-since" if is_open_question else "since"),
        age=age_of(now - line.since_at, words),
        is_late=is_open_question and is_late(line.requested_at, settings.answer_business_days, now),
    )


def open_row(dossier: Dossier, settings: CentreSettings, words: Words, now: datetime) -> Row:
    """Show the line and everything below it."""
    return replace(
        closed_row(dossier.line, settings, words, now),
        panel=panel_of(dossier, settings, words, now),
        stamp=stamp_of(dossier, now),
        poll_s=_poll_s(dossier),
    )


def stamp_of(dossier: Dossier, now: datetime) -> str:
    """Mark what is known, so that a page can ask only for what is new.

    That a label is late is news as well, though nothing has come.
    """
    counts = (
        dossier.moves,
        dossier.messages,
        dossier.failures,
        dossier.estimates,
        dossier.course.voids,
        dossier.course.resends,
    )
    told = ".".join(str(len(rows)) for rows in counts)
    return f"{dossier.line.state}.{label_state(dossier, now)}.{told}"


def age_of(passed: timedelta, words: Words) -> str:
    """Write how long ago: minutes, hours or days, rounded down."""
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return words("age-now")
    if minutes < 60:  # noqa: PLR2004
        return words("age-minutes", minutes=minutes)
    hours = minutes // 60
    return words("age-hours", hours=hours) if hours < 24 else words("age-days", days=hours // 24)  # noqa: PLR2004


def _poll_s(dossier: Dossier) -> int | None:
    """Tell how often an open row asks again: while a label is made, a parcel moves, a mail goes."""
    match dossier.line.state:
        case "requested" | "delivered" | "received" | "cancelled" | "closed":
            return None
        case "declined":
            told = any(message.template == "request_declined" for message in dossier.messages)
            return None if told else _LATER_S
        case "failed":
            return _LATER_S
        case _ if dossier.course.is_label_voided:
            return None
        case _:
            return _LATER_S if dossier.label is not None else _SOON_S
