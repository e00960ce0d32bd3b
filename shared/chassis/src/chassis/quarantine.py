"""Records that cannot be read: kept byte for byte, and announced on the topic's `.dead` twin."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from chassis.db import Tx
from chassis.outbox import MAX_ENVELOPE_BYTES, MAX_VALUE_BYTES, append_raw, envelope_bytes

DEAD_SUFFIX = ".dead"
_MAX_KEY_BYTES = 1024
_MAX_REASON = 500


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
    headers = [(_storable(name), value) for name, value in record.headers]
    names = [name for name, _ in headers]
    values = [value for _, value in headers]
    reason = _storable(reason)[:_MAX_REASON]
    place = (record.topic, record.partition, record.offset)
    if await tx.fetchval(sql, *place, record.key, names, values, record.value, reason):
        await _announce(tx, group, record, headers, reason)


def _storable(text: str) -> str:
    """Show a NUL, which Kafka takes and PostgreSQL does not: nothing must keep poison out."""
    return text.replace("\0", "\N{SYMBOL FOR NULL}")


async def _announce(
    tx: Tx, group: str, record: RawRecord, headers: list[tuple[str, bytes | None]], reason: str
) -> None:
    """Tell of `record` on its dead topic, cut to what any broker takes. The table has it whole."""
    about = {
        "dead_reason": reason,
        "dead_group": group,
        "dead_topic": record.topic,
        "dead_partition": str(record.partition),
        "dead_offset": str(record.offset),
        "dead_at": datetime.now(UTC).isoformat(),
    }
    marks = [(name, value.encode()) for name, value in about.items()]
    key = record.key or b""
    if envelope_bytes(key, [*headers, *marks]) > MAX_ENVELOPE_BYTES:
        key, headers = key[:_MAX_KEY_BYTES], []
    value = (record.value or b"")[:MAX_VALUE_BYTES]
    topic = record.topic + DEAD_SUFFIX
    await append_raw(tx, topic, key=key, headers=[*headers, *marks], value=value)
