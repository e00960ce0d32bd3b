"""Outbox to Kafka: windows of rows through one idempotent producer, in order per key.

Each relay holds a fair share of the shards by session advisory locks. Rows are deleted once they
are acknowledged; after any doubt the process ends, because a new one has a new producer and nothing
of the old goes on sending. A crash between acknowledgement and deletion sends a row twice, with the
same id: readers drop it by that.
"""

import asyncio

import structlog
from aiokafka import AIOKafkaProducer

from chassis.db import Pool, Row
from chassis.health import Pulse
from chassis.kafka import PRODUCER, is_reachable, until_reachable
from chassis.outbox import BELL, SHARDS
from chassis.process import Stop
from chassis.session import Session

log = structlog.get_logger()

_WINDOW = 500
_POLL_S = 0.5
_LOOK_EVERY_S = 5.0
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
    await producer.start()
    try:
        await _send_until(stop, pool, session, producer, bell, pulse, servers)
    finally:
        # Bounded by the process's own end: with the broker down this never returns.
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
    claimed_at = 0.0
    clock = asyncio.get_running_loop().time
    while not stop.is_set():
        pulse.beat()
        if clock() >= claimed_at + _CLAIM_EVERY_S:
            await _claim(session, shards)
            claimed_at = clock()
        bell.clear()
        window = asyncio.ensure_future(send_window(pool, producer, shards))
        await _outlast(window, servers, pulse)
        if not window.result():
            await stop.or_event(bell, _POLL_S)


async def _outlast(window: "asyncio.Future[int]", servers: str, pulse: Pulse) -> None:
    """Wait for a window, which cannot expire; stay alive while it is the broker that is away."""
    while not window.done():
        await asyncio.wait({window}, timeout=_LOOK_EVERY_S)
        if not window.done() and not await is_reachable(servers):
            pulse.beat()


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


async def send_window(pool: Pool, producer: AIOKafkaProducer, shards: list[int]) -> int:
    """Send one window; return its size. Acknowledged rows are gone from the table afterwards."""
    sql = """
        SELECT id, topic, key, header_names, header_values, value
          FROM outbox
         WHERE shard = ANY($1)
         ORDER BY id
         LIMIT $2
    """
    rows = await pool.fetch(sql, shards, _WINDOW)
    if not rows:
        return 0
    sent = [await _send(producer, row) for row in rows]
    results = await asyncio.gather(*sent, return_exceptions=True)
    await pool.execute("DELETE FROM outbox WHERE id = ANY($1)", _acknowledged(rows, results))
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return len(rows)


async def _send(producer: AIOKafkaProducer, row: Row) -> "asyncio.Future[object]":
    headers = list(zip(row["header_names"], row["header_values"], strict=True))
    sending: asyncio.Future[object] = await producer.send(
        row["topic"], row["value"], key=row["key"], headers=headers
    )
    return sending


def _acknowledged(rows: list[Row], results: list[object | BaseException]) -> list[int]:
    """Return the ids that may go: an earlier failure of the same key keeps all later ones."""
    blocked: set[tuple[str, bytes]] = set()
    done = []
    for row, result in zip(rows, results, strict=True):
        lane = (row["topic"], row["key"])
        if isinstance(result, BaseException):
            blocked.add(lane)
        elif lane not in blocked:
            done.append(row["id"])
    return done
