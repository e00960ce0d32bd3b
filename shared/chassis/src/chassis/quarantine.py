"""Records that cannot be read: kept byte for byte, and announced on the topic's `.dead` twin."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from chassis.db import Tx
from chassis.outbox import MAX_VALUE_BYTES, append_raw

DEAD_SUFFIX = ".dead"


class RawRecord(Protocol):
    """As much of a Kafka record as has to be kept."""

    @property
    def topic(self) -> str: ...
    @property
    def partition(self) -> int: ...
    @property
    def offset(self) -> int: ...
    @property
    def key(self) -> bytes | None: ...
    @property
    def value(self) -> bytes | None: ...
    @property
    def headers(self) -> Sequence[tuple[str, bytes | None]]: ...


async def quarantine(tx: Tx, group: str, record: RawRecord, reason: str) -> None:
    """Keep `record` and why it was given up. A second delivery changes nothing."""
    sql = """
        INSERT INTO quarantine
               (topic, partition, "offset", key, header_names, header_values, value, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT DO NOTHING
     RETURNING 1
    """
    names = [name for name, _ in record.headers]
    values = [value for _, value in record.headers]
    place = (record.topic, record.partition, record.offset)
    if await tx.fetchval(sql, *place, record.key, names, values, record.value, reason):
        await _announce(tx, group, record, reason)


async def _announce(tx: Tx, group: str, record: RawRecord, reason: str) -> None:
    about = {
        "dead_reason": reason,
        "dead_group": group,
        "dead_topic": record.topic,
        "dead_partition": str(record.partition),
        "dead_offset": str(record.offset),
        "dead_at": datetime.now(UTC).isoformat(),
    }
    headers = [*record.headers, *((name, value.encode()) for name, value in about.items())]
    value = record.value
    if value is not None and len(value) > MAX_VALUE_BYTES:
        value = value[:MAX_VALUE_BYTES]  # whole in the table
    await append_raw(
        tx, record.topic + DEAD_SUFFIX, key=record.key or b"", headers=headers, value=value or b""
    )
