"""Days that count: the return window from delivery, and the business days of an answer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Toronto")
"""Where merchants and customers are."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Window:
    """On which day of the return window a request came. Day 0 is that of delivery."""

    day: int
    of_days: int

    @property
    def is_inside(self) -> bool:
        return self.day <= self.of_days


def day_of(at: datetime) -> date:
    """Tell which day it is where merchants and customers are."""
    return at.astimezone(ZONE).date()


def window_of(
    requested_at: datetime, delivered_on: date | None, window_days: int | None
) -> Window | None:
    """Place a request in its window. None: no limit, or nobody knows when it was delivered."""
    if delivered_on is None or window_days is None:
        return None
    requested_on = day_of(requested_at)
    return Window(max(0, (requested_on - delivered_on).days), window_days)


def is_late(requested_at: datetime, business_days: int, now: datetime) -> bool:
    """Tell whether an answer promised within `business_days` is overdue. Holidays count as days."""
    day = day_of(requested_at)
    while business_days > 0:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY:
            business_days -= 1
    return day_of(now) > day
