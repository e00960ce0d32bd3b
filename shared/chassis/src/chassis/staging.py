"""What a batch of records means for the tables, in one transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

import asyncpg
import structlog

from chassis.db import OUTAGES, Pool, Tx
from chassis.quarantine import quarantine
from chassis.trace import continue_trace

log = structlog.get_logger()

# No record is to blame for these: the database is away, or is not as our code expects it (not yet
# migrated, no right on a table). The stream waits, and goes on by itself once that is mended.
_NOT_THE_RECORD = (*OUTAGES, asyncpg.InterfaceError, asyncpg.SyntaxOrAccessError)

E = TypeVar("E")
_Read = Callable[[str, bytes], object | None]


class Record(Protocol):
    """A Kafka record, as aiokafka gives it. Header values may be null or any bytes."""

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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an event came from. `event_id` is the same however often it is delivered."""

    event_id: UUID
    topic: str
    partition: int
    offset: int


Handler = Callable[[Tx, E, Origin], Awaitable[None]]
Forget = Callable[[Tx, str, Origin], Awaitable[None]]


class Events:
    """Which function stages which event. A service has one, in its `consumer.py`."""

    def __init__(self, read: _Read) -> None:
        """`read` turns a type and a body into an event, None for an unknown type, or raises."""
        self.read = read
        self._handlers: dict[type, Callable[[Tx, object, Origin], Awaitable[None]]] = {}
        self._forgetting: dict[str, Forget] = {}

    def on(self, kind: type[E]) -> Callable[[Handler[E]], Handler[E]]:
        """Register the decorated function for events of `kind`. It writes rows and nothing else.

        It must come to the same whether called once or twice, early or late.
        """

        def register(handler: Handler[E]) -> Handler[E]:
            self._handlers[kind] = handler  # type: ignore[assignment]  # keyed by its own type
            return handler

        return register

    def on_erased(self, topic: str) -> Callable[[Forget], Forget]:
        """Register the decorated function for tombstones of `topic`: it is given their key."""

        def register(forget: Forget) -> Forget:
            self._forgetting[topic] = forget
            return forget

        return register

    async def dispatch_erasure(self, tx: Tx, key: str, origin: Origin) -> None:
        """Forget what `key` names, or pass the tombstone over."""
        forget = self._forgetting.get(origin.topic)
        if forget is not None:
            await forget(tx, key, origin)

    async def dispatch(self, tx: Tx, event: object, origin: Origin) -> None:
        """Stage `event`, or pass it over if this service has no use for it."""
        handler = self._handlers.get(type(event))
        if handler is not None:
            await handler(tx, event, origin)


class Unreadable(Exception):
    """A record that will never make sense. Final."""


async def stage(pool: Pool, group: str, events: Events, records: Sequence[Record]) -> None:
    """Write the rows that `records` mean, or none of them, raising what is no record's fault.

    Sorted, so that a zombie and its successor lock rows in one order. If the batch fails as a
    whole, each record gets its own savepoint, and those that fail alone are quarantined.
    """
    ordered = sorted(records, key=lambda record: (record.topic, record.partition, record.offset))
    try:
        async with pool.transaction(within_s=30) as tx:
            for record in ordered:
                await _stage_one(tx, group, events, record)
    except _NOT_THE_RECORD:
        raise
    except Exception as error:  # noqa: BLE001  found out record by record
        log.warning("batch staged record by record", group=group, error=type(error).__name__)
        async with pool.transaction(within_s=60) as tx:
            for record in ordered:
                await _stage_alone(tx, group, events, record)


async def _stage_one(tx: Tx, group: str, events: Events, record: Record) -> None:
    try:
        origin, event = _open(events, record)
    except Unreadable as error:
        await quarantine(tx, group, record, str(error))
        return
    if record.value is None:
        await events.dispatch_erasure(tx, (record.key or b"").decode(errors="replace"), origin)
    elif event is not None:
        await events.dispatch(tx, event, origin)


async def _stage_alone(tx: Tx, group: str, events: Events, record: Record) -> None:
    try:
        async with tx.transaction():
            await _stage_one(tx, group, events, record)
    except _NOT_THE_RECORD:
        raise
    except Exception as error:
        log.exception("record quarantined", group=group, topic=record.topic, offset=record.offset)
        await quarantine(tx, group, record, f"staging failed: {type(error).__name__}")


def _open(events: Events, record: Record) -> tuple[Origin, object | None]:
    """Read envelope and body. Raises Unreadable; gives None for a type we do not know."""
    headers = dict(record.headers)
    kind = _text(headers, "ce_type")
    try:
        event_id = UUID(_text(headers, "ce_id"))
    except ValueError:
        cause = "header ce_id is no UUID"
        raise Unreadable(cause) from None
    received = headers.get("traceparent")
    continue_trace(received.decode("ascii", "replace") if received else None)
    origin = Origin(event_id, record.topic, record.partition, record.offset)
    if record.value is None:
        return origin, None
    try:
        return origin, events.read(kind, record.value)
    except ValueError as error:  # pydantic's validation error is one
        cause = f"body of {kind} does not fit its schema: {type(error).__name__}"
        raise Unreadable(cause) from error


def _text(headers: dict[str, bytes | None], name: str) -> str:
    value = headers.get(name)
    if value is None:
        cause = f"header {name} is missing"
        raise Unreadable(cause)
    try:
        return value.decode()
    except UnicodeDecodeError:
        cause = f"header {name} is not UTF-8"
        raise Unreadable(cause) from None
