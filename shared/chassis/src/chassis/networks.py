"""Who asks: the network of a client, also behind proxies that we trust."""

from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Annotated

from fastapi import Request
from pydantic import BeforeValidator
from pydantic_settings import NoDecode

Network = IPv4Network | IPv6Network


def _read(text: object) -> object:
    if not isinstance(text, str):
        return text
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


TrustedProxies = Annotated[tuple[Network, ...], NoDecode, BeforeValidator(_read)]
"""A setting: networks whose X-Forwarded-For counts, comma separated."""

_SHARED_BITS = {4: 24, 6: 48}
"""What one household or office has for itself; single addresses are cheap to change."""


def network_of(request: Request, trusted: Sequence[Network]) -> str:
    """Name the network that `request` came from."""
    peer = request.client.host if request.client else None
    forwarded_for = ",".join(request.headers.getlist("x-forwarded-for"))
    return client_network(peer, forwarded_for, trusted)


def client_network(peer: str | None, forwarded_for: str | None, trusted: Sequence[Network]) -> str:
    """Name the network that a request came from.

    `forwarded_for` counts only as far as trusted proxies wrote it: it is read from the right, up to
    the first address that is none of theirs. What stands left of that is the client's own claim.
    """
    chain = [claim.strip() for claim in (forwarded_for or "").split(",")] if trusted else []
    address = _address(peer)
    while address is not None and chain and any(address in network for network in trusted):
        claimed = _address(chain.pop())
        if claimed is None:
            break
        address = claimed
    if address is None:
        return "unknown"
    return str(ip_network((address, _SHARED_BITS[address.version]), strict=False))


def _address(text: str | None) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text or "")
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
