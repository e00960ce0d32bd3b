from datetime import UTC, date, datetime

import pytest
from merchant_api.returns.window import Window, day_of, is_late, window_of

FRIDAY_NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def test_the_day_is_that_of_the_wall_clock_not_of_utc() -> None:
    assert day_of(datetime(2026, 11, 21, 3, 30, tzinfo=UTC)) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("delivered_on", "day", "is_inside"),
    [
        (date(2026, 11, 20), 0, True),
        (date(2026, 10, 21), 30, True),
        (date(2026, 10, 20), 31, False),
        (date(2026, 11, 25), 0, True),
    ],
)
def test_the_last_day_of_the_window_is_inside(
    delivered_on: date, day: int, *, is_inside: bool
) -> None:
    window = window_of(FRIDAY_NOON, delivered_on, 30)

    assert window == Window(day, 30)
    assert window.is_inside is is_inside


def test_without_a_day_of_delivery_or_a_limit_there_is_no_window() -> None:
    assert window_of(FRIDAY_NOON, None, 30) is None
    assert window_of(FRIDAY_NOON, date(2026, 11, 20), None) is None


@pytest.mark.parametrize(
    ("now", "late"),
    [
        (datetime(2026, 11, 24, 17, 0, tzinfo=UTC), False),  # Tuesday, the second business day
        (datetime(2026, 11, 25, 4, 59, tzinfo=UTC), False),  # still Tuesday in Montréal
        (datetime(2026, 11, 25, 5, 0, tzinfo=UTC), True),
    ],
)
def test_a_weekend_is_no_business_day(now: datetime, *, late: bool) -> None:
    assert is_late(FRIDAY_NOON, 2, now) is late
