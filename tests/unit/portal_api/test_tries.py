from datetime import datetime, timedelta
from ipaddress import ip_network

import pytest
from portal_api.errors import TooManyTries
from portal_api.networks import client_network
from portal_api.tries import Counter, Limits, check, counters

from tests.unit.portal_api.story import NOON

LIMITS = Limits(parcel=5, network=20, postal_code=30)
PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


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


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "network"),
    [
        ("198.51.100.7", None, (), "198.51.100.0/24"),
        ("198.51.100.7", "203.0.113.9", (), "198.51.100.0/24"),
        ("198.51.100.7", "203.0.113.9", PROXIES, "198.51.100.0/24"),
        ("10.1.1.1", "203.0.113.9", PROXIES, "203.0.113.0/24"),
        ("10.1.1.1", "192.0.2.1, 203.0.113.9", PROXIES, "203.0.113.0/24"),
        ("10.1.1.1", "203.0.113.9, 10.2.2.2", PROXIES, "203.0.113.0/24"),
        ("10.1.1.1", "nonsense", PROXIES, "10.1.1.0/24"),
        ("10.1.1.1", None, PROXIES, "10.1.1.0/24"),
        ("2001:db8:1:2::3", None, (), "2001:db8:1::/48"),
        ("::ffff:198.51.100.7", None, (), "198.51.100.0/24"),
        ("fd00::1", "2001:db8:9:8::7", PROXIES, "2001:db8:9::/48"),
        (None, None, (), "unknown"),
    ],
)
def test_a_client_is_known_by_its_network(
    peer: str | None,
    forwarded: str | None,
    trusted: tuple[object, ...],
    network: str,
) -> None:
    assert client_network(peer, forwarded, trusted) == network  # type: ignore[arg-type]
