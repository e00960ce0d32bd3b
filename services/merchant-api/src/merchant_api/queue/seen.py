"""When a page was made, as the page says itself."""

from datetime import datetime, timedelta
from typing import Final

_LONGEST: Final = timedelta(days=30)
"""No page stays open for so long; and what lies far enough outside is no moment to PostgreSQL."""


def seen_at(told: datetime | None, now: datetime) -> datetime:
    """Return the moment that a page tells, held within what can be; `now` if it tells none."""
    if told is None or told.tzinfo is None:
        return now
    return max(now - _LONGEST, min(told, now))
