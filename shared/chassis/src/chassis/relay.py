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
from aiokafka.errors import KafkaError, KafkaTimeoutError

from chassis.db import OUTAGES, Pool, Row
from chassis.health import Pulse
from chassis.kafka import CLIENT_STOP_S, PRODUCER, is_reachable, until_reachable
from chassis.outbox import BELL, SHARDS
from chassis.process import Stop
from chassis.session import Session

log = structlog.get_logger()

_WINDOW = 500
_WINDOW_BYTES = 8 * 1024 * 1024
_POLL_S = 0.5
_PAUSE_S = 1.0
_LOOK_EVERY_S = 5.0
_STUCK_S = 60.0
_CLAIM_EVERY_S = 1.0
_TOPIC_WITHIN_S = 2.0
_SHUT_FOR_S = 30.0
_SHARD_LOCKS = "relay.shards"
_PRESENCE = "relay.presence"


class SendingDoubtful(Exception):
    """It is unknown whether rows were sent, or when they will be. The process has to end."""


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
    reached_since: float | None = None
    while not window.done():
        await asyncio.wait({window}, timeout=_LOOK_EVERY_S)
        if window.done():
            return
        if not await is_reachable(servers):
            reached_since = None
            pulse.beat()
            continue
        reached_since = reached_since or time.monotonic()
        if time.monotonic() > reached_since + _STUCK_S:
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


class Gate:
    """Knows to which topics a producer can write: one that is missing must not stop the others."""

    def __init__(self, producer: AIOKafkaProducer) -> None:
        self._producer = producer
        self._known: set[str] = set()
        self._shut_until: dict[str, float] = {}

    def shut(self) -> list[str]:
        """List the topics whose rows have to wait a while."""
        now = time.monotonic()
        return [topic for topic, until in self._shut_until.items() if until > now]

    async def is_open(self, topic: str) -> bool:
        """Tell whether `topic` is there; shut it for a while if not."""
        if topic in self._known:
            return True
        try:
            async with asyncio.timeout(_TOPIC_WITHIN_S):
                await self._producer.partitions_for(topic)
        except (KafkaError, TimeoutError) as error:
            log.error("topic cannot be written to", topic=topic, error=type(error).__name__)  # noqa: TRY400  no fault of this code
            self._shut_until[topic] = time.monotonic() + _SHUT_FOR_S
            return False
        self._known.add(topic)
        return True


async def send_window(
    pool: Pool, producer: AIOKafkaProducer, shards: list[int], gate: Gate | None = None
) -> int:
    """Send one window; return how many rows it had. Those acknowledged are gone afterwards.

    Raises outages of the database, and SendingDoubtful.
    """
    gate = gate or Gate(producer)
    found = await pool.fetch(_NEXT_ROWS, shards, gate.shut(), _WINDOW, _WINDOW_BYTES)
    topics = {row["topic"] for row in found}
    open_topics = {topic for topic in topics if await gate.is_open(topic)}
    rows = [row for row in found if row["topic"] in open_topics]
    try:
        sending = [await _send(producer, row) for row in rows]
    except KafkaError as error:
        raise SendingDoubtful from error
    results = await asyncio.gather(*sending, return_exceptions=True)
    if rows:
        await pool.execute("DELETE FROM outbox WHERE id = ANY($1)", _acknowledged(rows, results))
    for result in results:
        if isinstance(result, BaseException):
            raise SendingDoubtful from result
    return len(found)


# Bounded in bytes as well, for memory's sake; the first row always fits.
_NEXT_ROWS = """
    SELECT id, topic, key, header_names, header_values, value
      FROM (SELECT id, topic, key, header_names, header_values, value,
                   sum(coalesce(octet_length(value), 0)) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING)
                   - coalesce(octet_length(value), 0) AS bytes_before
              FROM outbox
             WHERE shard = ANY($1)
               AND topic <> ALL($2)
             ORDER BY id
             LIMIT $3) AS next
     WHERE bytes_before < $4
     ORDER BY id
"""


async def _send(producer: AIOKafkaProducer, row: Row) -> "asyncio.Future[object]":
    headers = list(zip(row["header_names"], row["header_values"], strict=True))
    while True:
        try:
            sending: asyncio.Future[object] = await producer.send(
                row["topic"], row["value"], key=row["key"], headers=headers
            )
        except KafkaTimeoutError:
            # The broker is away and the buffer full; this row is not in it, and may try again.
            continue
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
