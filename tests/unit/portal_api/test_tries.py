from datetime import datetime, timedelta

import pytest
from portal_api.errors import TooManyTries
from portal_api.tries import Counter, Limits, check, counters

from tests.unit.portal_api.story import NOON

LIMITS = Limits(parcel=5, network=20, postal_code=30)


def counted(
    *, number: str = "7023210194837261", code: str = "J1H1A1", at: datetime = NOON
) -> dict[str, Counter]:
    found = counters(
        LIMITS,
        slug="atelier-boreal",
        tracking_number=number,
        postal_code=code,
        network="192.0.2.0/24",
        at=at,
    )
    return {counter.scope: counter for counter in found}


def test_another_number_counts_elsewhere_and_the_same_code_together() -> None:
    one, other = counted(), counted(number="7023210194837262")

    assert one["parcel"] != other["parcel"]
    assert one["postal_code"] == other["postal_code"]


def test_a_new_window_counts_anew() -> None:
    later = counted(at=NOON + timedelta(minutes=5))

    assert later["postal_code"] != counted()["postal_code"]
    assert later["parcel"] == counted()["parcel"]


def test_a_counter_does_not_say_what_was_tried() -> None:
    assert b"7023" not in counted()["parcel"].key


def test_the_limit_itself_is_allowed() -> None:
    check(tuple(counted().values()), {"network": 20, "parcel": 5, "postal_code": 30}, at=NOON)


def test_beyond_it_one_waits_until_the_window_ends() -> None:
    at = NOON + timedelta(minutes=10)

    with pytest.raises(TooManyTries) as refused:
        check(tuple(counted(at=at).values()), {"network": 1, "parcel": 6, "postal_code": 1}, at=at)

    assert refused.value.retry_after_s == 50 * 60
