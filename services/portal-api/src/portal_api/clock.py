"""Days as customers count them: by the clock of the centre, and by the days that offices work."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

TIME_ZONE: Final = "America/Toronto"
_SATURDAY: Final = 5


def local_day(at: datetime) -> date:
    """Return the date that it is for the customer at the moment `at`."""
    return at.astimezone(ZoneInfo(TIME_ZONE)).date()


def business_days_after(start: date, days: int) -> date:
    """Count `days` from the day after `start`, passing over weekends. Holidays are not known."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day


def minutes(seconds: int) -> int:
    """Say a wait as people do: begun minutes count whole."""
    return -(-seconds // 60)
