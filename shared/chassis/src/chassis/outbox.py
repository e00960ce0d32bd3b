"""What a transaction announces: rows that commit with the fact, and are sent afterwards.

Lock the row of the aggregate before you append. Then messages of one key become visible in the
order of their ids, which is the order in which the relay sends them.
"""

import zlib
from collections.abc import Mapping, Sequence
from typing import Protocol

from chassis.db import Tx, ring_on_commit
from chassis.trace import traceparent

SHARDS = 16
BELL = "outbox"

# Together far below what a broker takes: a message that cannot be sent must never get into the
# outbox, where it would stand in the way of all others.
MAX_VALUE_BYTES = 256 * 1024
MAX_ENVELOPE_BYTES = 64 * 1024


_INSERT = """
    INSERT INTO outbox (topic, key, shard, header_names, header_values, value)
    VALUES ($1, $2, $3, $4, $5, $6)
"""


class Message(Protocol):
    """A record that is ready to be sent."""

    @property
    def topic(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def value(self) -> bytes | None: ...


async def append(tx: Tx, message: Message) -> None:
    """Announce `message` if, and only if, `tx` commits. Raises ValueError if it is too large."""
    await append_all(tx, [message])


async def append_all(tx: Tx, messages: Sequence[Message]) -> None:
    """Announce many, in their order, without a round trip for each. Raises ValueError."""
    parent = traceparent()
    rows = [_row_of(message, parent) for message in messages]
    if rows:
        await tx.executemany(_INSERT, rows)
        ring_on_commit(tx, BELL)


async def append_raw(
    tx: Tx,
    topic: str,
    *,
    key: bytes,
    headers: Sequence[tuple[str, bytes | None]],
    value: bytes | None,
) -> None:
    """Announce bytes as they are. A `value` of None is a tombstone. Raises ValueError."""
    await tx.execute(_INSERT, *_row(topic, key, headers, value))
    ring_on_commit(tx, BELL)


def envelope_bytes(key: bytes, headers: Sequence[tuple[str, bytes | None]]) -> int:
    """Return how much room key and headers take."""
    return len(key) + sum(len(name.encode()) + len(value or b"") for name, value in headers)


def _row_of(message: Message, parent: str) -> tuple[object, ...]:
    headers = {**message.headers, "traceparent": parent}
    encoded = [(name, value.encode()) for name, value in headers.items()]
    return _row(message.topic, message.key.encode(), encoded, message.value)


def _row(
    topic: str, key: bytes, headers: Sequence[tuple[str, bytes | None]], value: bytes | None
) -> tuple[object, ...]:
    envelope = envelope_bytes(key, headers)
    if len(value or b"") > MAX_VALUE_BYTES or envelope > MAX_ENVELOPE_BYTES:
        message = f"a message of {len(value or b'')} + {envelope} bytes is too large for {topic}"
        raise ValueError(message)
    names = [name for name, _ in headers]
    values = [content for _, content in headers]
    return topic, key, zlib.crc32(key) % SHARDS, names, values, value
