"""What notifier hears, does and tells, over a real database and a real SMTP conversation."""

import itertools
import json
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from chassis.db import Pool, Row
from chassis.errors import Outage
from chassis.seal import seal
from chassis.staging import stage
from contracts import wire
from contracts.event import Event
from nacl.public import PrivateKey
from notifier.compose_mail import Desk
from notifier.consumer import events
from notifier.messages import Announced, message_about
from notifier.send_message import send_message

from tests.unit.notifier.news import CAMILLE, EVENT, NOON

_KEY = PrivateKey(bytes(range(32)))
PRIVATE_KEY = b64encode(bytes(_KEY)).decode()
PUBLIC_KEY = b64encode(bytes(_KEY.public_key)).decode()
SEALED = seal(CAMILLE.model_dump_json().encode(), PUBLIC_KEY)

_offsets = itertools.count()


class Record(NamedTuple):
    """A Kafka record, as it would be fetched."""

    topic: str
    partition: int
    offset: int
    key: bytes
    value: bytes | None
    headers: list[tuple[str, bytes]]


def a_record(event: Event, event_id: UUID = EVENT) -> Record:
    message = wire.message(event, event_id=event_id, at=NOON)
    headers = [(name, value.encode()) for name, value in message.headers.items()]
    key = message.key.encode()
    return Record(message.topic, 0, next(_offsets), key, message.value, headers)


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Story:
    """One notifier."""

    pool: Pool
    desk: Desk
    clock: Clock = field(default_factory=Clock)

    async def hears(self, *news: Event, event_id: UUID = EVENT) -> None:
        """Stage events, as a batch from Kafka."""
        records = [a_record(event, event_id) for event in news]
        await stage(self.pool, "notifier.v1", events, records)

    async def sends(self, news: Announced, event_id: UUID = EVENT) -> str | None:
        """Do the job once; tell why it wants to be done again, if it does."""
        message_id = message_about(news, event_id).message_id
        try:
            await send_message(self.pool, self.desk, message_id, clock=self.clock)
        except Outage as outage:
            return str(outage)
        return None

    async def told(self) -> list[dict[str, object]]:
        """Read what was announced, in order, each with its type."""
        rows = await self.pool.fetch("SELECT * FROM outbox ORDER BY id")
        return [_body(row) for row in rows]

    async def outcomes(self) -> list[tuple[str, str | None]]:
        """Read what became of the messages."""
        rows = await self.pool.fetch("SELECT outcome, reason FROM outcomes ORDER BY concluded_at")
        return [(row["outcome"], row["reason"]) for row in rows]

    async def attempts(self) -> list[str | None]:
        """Read how the attempts ended, in order."""
        rows = await self.pool.fetch("SELECT outcome FROM attempts ORDER BY number")
        return [row["outcome"] for row in rows]

    async def waits(self) -> list[str]:
        """List the keys of the jobs that are due."""
        rows = await self.pool.fetch("SELECT key FROM jobs WHERE due_at <= now()")
        return [row["key"] for row in rows]

    def later(self, **by: float) -> None:
        """Let time pass."""
        self.clock.now += timedelta(**by)


def _body(row: Row) -> dict[str, object]:
    headers = dict(zip(row["header_names"], row["header_values"], strict=True))
    body: dict[str, object] = json.loads(row["value"])
    return {"type": headers["ce_type"].decode(), "key": row["key"].decode()} | body
