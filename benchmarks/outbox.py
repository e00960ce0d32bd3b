"""From the outbox to Kafka: our windows against the loop that every tutorial shows."""

import json
import secrets

from aiokafka import AIOKafkaProducer
from bootstrap.topics import Wanted, prepare_topics
from chassis.db import Pool
from chassis.kafka import PRODUCER
from chassis.outbox import SHARDS
from chassis.sending import Gate, send_window

from benchmarks.measuring import Comparison, Figure, rates

_ROWS = 20_000
_ROWS_ONE_BY_ONE = 400
_BACKLOG = 60_000
_KEYS = 400
_VALUE = json.dumps({"filler": "x" * 480}).encode()

_FILL = """
    INSERT INTO outbox (topic, key, shard, header_names, header_values, value)
    SELECT $1, convert_to('key-' || n % $2, 'UTF8'), n % $2 % $3,
           ARRAY['ce_id', 'ce_type'],
           ARRAY[convert_to(gen_random_uuid()::text, 'UTF8'), convert_to('benchmark', 'UTF8')],
           $4
      FROM generate_series(1, $5) AS n
"""


async def compare_relays(pool: Pool, servers: str) -> Comparison:
    """Measure rows a second, until they are acknowledged and deleted."""
    topic = f"benchmark.{secrets.token_hex(4)}"
    await prepare_topics(servers, [Wanted(topic, 6, {})])
    async with AIOKafkaProducer(bootstrap_servers=servers, **PRODUCER) as producer:

        async def one_by_one() -> None:
            await _fill(pool, topic, _ROWS_ONE_BY_ONE)
            while await _send_one(pool, producer):
                pass

        async def in_windows() -> None:
            await _fill(pool, topic, _ROWS)
            await _drain(pool, producer)

        async def in_windows_after_a_day_without_kafka() -> None:
            await _fill(pool, topic, _BACKLOG)
            await _drain(pool, producer)

        found = await rates(
            {
                "one row = one transaction = one send": (_ROWS_ONE_BY_ONE, one_by_one),
                "windows of 500, as we do": (_ROWS, in_windows),
                "the same, 60,000 rows waiting": (_BACKLOG, in_windows_after_a_day_without_kafka),
            }
        )
    return Comparison(
        "outbox → Kafka", tuple(Figure(way, rate, "rows/s") for way, rate in found.items())
    )


async def _fill(pool: Pool, topic: str, rows: int) -> None:
    async with pool.transaction(within_s=60) as tx:
        await tx.execute(_FILL, topic, _KEYS, SHARDS, _VALUE, rows)


async def _drain(pool: Pool, producer: AIOKafkaProducer) -> None:
    gate = Gate(producer)
    while await send_window(pool, producer, list(range(SHARDS)), gate):
        pass


async def _send_one(pool: Pool, producer: AIOKafkaProducer) -> bool:
    sql = """
        SELECT id, topic, key, value
          FROM outbox
         ORDER BY id
         LIMIT 1
           FOR UPDATE SKIP LOCKED
    """
    async with pool.transaction() as tx:
        row = await tx.fetchrow(sql)
        if row is None:
            return False
        await producer.send_and_wait(row["topic"], row["value"], key=row["key"])
        await tx.execute("DELETE FROM outbox WHERE id = $1", row["id"])
    return True
