"""Pauses grow, never beyond a bound, and do not fall together."""

from datetime import timedelta

import pytest
from chassis.work import back_off


def _longest(attempts: int) -> float:
    return max(back_off(attempts).total_seconds() for _ in range(300))


def test_pauses_double_until_a_minute() -> None:
    assert _longest(1) <= 0.4
    assert 0.4 < _longest(2) <= 0.8
    assert 3.2 < _longest(5) <= 6.4
    assert 30 < _longest(10) <= 60


@pytest.mark.parametrize("attempts", [16, 17, 1_000, 10**9])
def test_no_number_of_attempts_is_too_large(attempts: int) -> None:
    assert timedelta() <= back_off(attempts) <= timedelta(seconds=60)


def test_pauses_are_spread_over_the_whole_range() -> None:
    pauses = [back_off(40).total_seconds() for _ in range(300)]

    assert min(pauses) < 10
    assert max(pauses) > 50


def test_what_the_other_side_asks_for_comes_on_top() -> None:
    assert all(back_off(1, at_least_s=90).total_seconds() >= 90 for _ in range(100))
