"""Zone letters as instants."""

from datetime import UTC, datetime, timedelta

import pytest
from labeler.canada_post import zones

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("letters", "hours_behind"),
    [
        ("NST", 3.5),
        ("NDT", 2.5),
        ("AST", 4),
        ("ADT", 3),
        ("EST", 5),
        ("EDT", 4),
        ("CST", 6),
        ("CDT", 5),
        ("MST", 7),
        ("MDT", 6),
        ("PST", 8),
        ("PDT", 7),
        ("HNE", 5),
        ("HAE", 4),
        ("UTC", 0),
        (" est ", 5),
        ("", 5),
        ("???", 5),
    ],
)
def test_every_zone_of_the_country_is_known(letters: str, hours_behind: float) -> None:
    instant = zones.to_utc("2026-12-01", "12:00:00", letters)

    assert instant == NOON + timedelta(hours=hours_behind)


def test_a_time_that_cannot_be_read_is_the_beginning_of_its_day() -> None:
    assert zones.to_utc("2026-12-01", "", "UTC") == datetime(2026, 12, 1, tzinfo=UTC)
