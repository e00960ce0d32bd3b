"""One window of the outbox: read, sent without waiting in between, deleted once acknowledged."""

import asyncio
import time

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, KafkaTimeoutError

from chassis.db import Pool, Row

log = structlog.get_logger()

_WINDOW = 500
_WINDOW_BYTES = 8 * 1024 * 1024
_TOPIC_WITHIN_S = 2.0
_SHUT_FOR_S = 30.0
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


class SendingDoubtful(Exception):
    """It is unknown whether rows were sent, or when they will be. The process has to end."""


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
    is_open = dict(zip(topics, await asyncio.gather(*map(gate.is_open, topics)), strict=True))
    rows = [row for row in found if is_open[row["topic"]]]
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
