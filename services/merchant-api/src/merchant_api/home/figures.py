"""Today's numbers as the home page shows them, each a way into the queue."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chassis.words import Words

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.home.today_store import Today
from merchant_api.queue.tabs import MOST_COUNTED, count_text
from merchant_api.queue.view import View
from merchant_api.returns.records import Tab
from merchant_api.returns.window import is_late


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and where to see them. `is_urgent`: somebody must act."""

    count: str
    label: str
    hint: str
    url: str
    is_urgent: bool


def figures_of(
    today: Today, settings: CentreSettings, words: Words, now: datetime
) -> tuple[Figure, ...]:
    """List the numbers: what waits for a decision, what is stuck, what comes, what has come."""
    since = today.waiting_since
    waits = _waits(now - since, words) if since else ""
    is_overdue = since is not None and is_late(since, settings.answer_business_days, now)
    return (
        _figure("to_decide", today.waiting, words, hint=waits, is_urgent=is_overdue),
        _figure("problems", today.problems, words, is_urgent=today.problems > 0),
        _figure("in_transit", today.in_transit, words),
        _figure("to_receive", today.to_receive, words),
    )


def headline_of(today: Today, words: Words) -> str:
    """Say how many requests wait for a decision: what somebody comes here for."""
    if today.waiting > MOST_COUNTED:
        return words("home-waiting-many", most=MOST_COUNTED)
    return words("home-waiting", count=today.waiting)


def _waits(passed: timedelta, words: Words) -> str:
    """Say for how long, rounded down, in the largest unit that it fills."""
    hours = int(passed.total_seconds() // 3600)
    if hours < 1:
        return words("waits-minutes", count=max(0, int(passed.total_seconds() // 60)))
    return (
        words("waits-hours", count=hours)
        if passed.days < 1
        else words("waits-days", count=passed.days)
    )


def _figure(
    tab: Tab, count: int, words: Words, *, hint: str = "", is_urgent: bool = False
) -> Figure:
    return Figure(
        count=count_text(count),
        label=words(f"figure-{tab}", count=count),
        hint=hint or words(f"figure-hint-{tab}", count=count),
        url=View(tab=tab).url(),
        is_urgent=is_urgent,
    )
