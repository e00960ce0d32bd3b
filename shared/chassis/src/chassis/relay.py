"""Outbox to Kafka: windows of rows through one idempotent producer, in order per key.

Each relay holds a fair share of the shards by session advisory locks. Rows are deleted once they
are acknowledged; after any doubt the process ends, because a new one has a new producer and nothing
of the old goes on sending. A crash between acknowledgement and deletion sends a row twice, with the
same id: readers drop it by that.
"""

import asyncio
import contextlib
import time

import structlog
from aiokafka import AIOKafkaProducer

from chassis.db import OUTAGES, Pool
from chassis.health import Pulse
from chassis.kafka import CLIENT_STOP_S, PRODUCER, is_reachable, until_reachable
from chassis.outbox import BELL, SHARDS
from chassis.process import Stop
from chassis.sending import Gate, SendingDoubtful, send_window
from chassis.session import Session

log = structlog.get_logger()

_POLL_S = 0.5
_PAUSE_S = 1.0
_LOOK_EVERY_S = 1.0
_STUCK_S = 60.0
_CLAIM_EVERY_S = 1.0
_SHARD_LOCKS = "relay.shards"
_PRESENCE = "relay.presence"


async def relay(pool: Pool, session: Session, servers: str, pulse: Pulse, stop: Stop) -> None:
    """Send what the outbox holds until `stop`. Raises whatever made sending doubtful."""
    bell = await session.bell(BELL)
    await session.attend(_PRESENCE)
    await stop.or_done(until_reachable(servers, pulse))
    if stop.is_set():
        return
    producer = AIOKafkaProducer(bootstrap_servers=servers, **PRODUCER)
    try:
        await producer.start()
        await _send_until(stop, pool, session, producer, bell, pulse, servers)
    finally:
        # With the broker down this never returns; then the process's end is its end.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLIENT_STOP_S):
                await producer.stop()


async def _send_until(
    stop: Stop,
    pool: Pool,
    session: Session,
    producer: AIOKafkaProducer,
    bell: asyncio.Event,
    pulse: Pulse,
    servers: str,
) -> None:
    shards: list[int] = []
    gate = Gate(producer)
    claimed_at = 0.0
    while not stop.is_set():
        pulse.beat()
        if time.monotonic() >= claimed_at + _CLAIM_EVERY_S:
            await _claim(session, shards)
            claimed_at = time.monotonic()
        bell.clear()
        window = asyncio.ensure_future(send_window(pool, producer, shards, gate))
        await _outlast(window, servers, pulse)
        try:
            sent = window.result()
        except OUTAGES as error:
            # Of the database: what was acknowledged and not deleted is sent again, as after a kill.
            log.warning("outbox not reached", error=type(error).__name__)
            await stop.sleep(_PAUSE_S)
        else:
            if not sent:
                await stop.or_event(bell, _POLL_S)


async def _outlast(window: "asyncio.Future[int]", servers: str, pulse: Pulse) -> None:
    """Wait for a window, which cannot expire; stay alive while it is the broker that is away.

    Raises SendingDoubtful if the broker is there and the window does not end.
    """
    since, is_away = time.monotonic(), False
    while not window.done():
        await asyncio.wait({window}, timeout=_LOOK_EVERY_S)
        if window.done():
            return
        if not await is_reachable(servers):
            if not is_away:
                log.warning("broker away, the outbox waits")
            since, is_away = time.monotonic(), True
            pulse.beat()
        elif time.monotonic() > since + _STUCK_S:
            cause = "a window is stuck"
            raise SendingDoubtful(cause)


async def _claim(session: Session, shards: list[int]) -> None:
    """Hold a fair share of the shards, giving back what is over it."""
    relays = await session.attendance(_PRESENCE)
    share = -(-SHARDS // max(relays, 1))
    while len(shards) > share:
        await session.unlock(_SHARD_LOCKS, shards.pop())
    for shard in range(SHARDS):
        if len(shards) >= share:
            return
        if shard not in shards and await session.try_lock(_SHARD_LOCKS, shard):
            shards.append(shard)
