"""How every client of ours talks to Kafka: the options, and waiting for a broker."""

import asyncio
import random
from typing import TypedDict

import structlog

from chassis.health import Pulse

log = structlog.get_logger()

CLIENT_STOP_S = 5.0


class ProducerOptions(TypedDict):
    """Nothing lost, nothing doubled by the producer itself, and no waiting for company."""

    acks: str
    enable_idempotence: bool
    linger_ms: int
    max_batch_size: int
    request_timeout_ms: int
    retry_backoff_ms: int
    metadata_max_age_ms: int


PRODUCER = ProducerOptions(
    acks="all",
    enable_idempotence=True,
    linger_ms=0,
    max_batch_size=65_536,
    request_timeout_ms=10_000,
    retry_backoff_ms=100,
    metadata_max_age_ms=30_000,
)


async def until_reachable(servers: str, pulse: Pulse) -> None:
    """Wait until one of `servers` (host:port, comma separated) accepts a connection.

    Clients started while the broker is down raise at once; restarting them in a crash loop starves
    the broker's own start. So we wait inside, alive.
    """
    if await is_reachable(servers):
        return
    log.info("waiting for Kafka")
    while not await is_reachable(servers):
        pulse.beat()
        await asyncio.sleep(random.uniform(0.2, 0.5))  # noqa: S311  jitter, not a secret


async def is_reachable(servers: str) -> bool:
    """Tell whether one of `servers` accepts a connection now."""
    for address in servers.split(","):
        host, _, port = address.strip().rpartition(":")
        if await _accepts(host.strip("[]"), int(port)):
            return True
    return False


async def _accepts(host: str, port: int) -> bool:
    try:
        async with asyncio.timeout(2):
            _, writer = await asyncio.open_connection(host, port)
    except OSError:
        return False
    # A client polling a closed loopback port can end up connected to itself.
    itself = writer.get_extra_info("sockname") == writer.get_extra_info("peername")
    writer.close()
    return not itself
