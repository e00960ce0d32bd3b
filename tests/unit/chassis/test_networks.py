from ipaddress import ip_network

import pytest
from chassis.networks import client_network

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


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
