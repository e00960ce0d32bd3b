"""What stands between FastStream and our code, so that nothing is decoded, lost or cancelled there.

Its defaults lose messages: undecodable headers vanish under every policy, bodies that do not decode
are dropped or repeated for ever, rewinding knows no back-off, and a cancellation that leaks out of
a handler ends the consume loop unseen. A header `reply_to` even makes it write to any topic that
whoever wrote the record named.
"""

import asyncio
import dataclasses
import random
from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiokafka import ConsumerRecord
from faststream.kafka import KafkaMessage
from faststream.message import StreamMessage

log = structlog.get_logger()

Stage = Callable[[Sequence[ConsumerRecord]], Awaitable[None]]
Batch = tuple[ConsumerRecord, ...]
Parse = Callable[[Batch], Awaitable[StreamMessage[Batch]]]

_LONGEST_PAUSE_S = 10.0
_PATIENCE = 5


class NotStaged(Exception):
    """Tells FastStream that the batch has to come again. Why, was logged here."""


def guarded(stage: Stage) -> Callable[[KafkaMessage], Awaitable[None]]:
    """Wrap `stage`, which is one idempotent transaction, into a handler for FastStream."""
    failures = 0

    async def handler(message: KafkaMessage) -> None:
        nonlocal failures
        try:
            await stage(message.raw_message)
        except (Exception, asyncio.CancelledError) as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise  # we are being stopped: nothing is acknowledged, nothing is lost
            failures += 1
            tell = log.warning if failures < _PATIENCE else log.error
            tell("batch not staged", failures=failures, exc_info=error)
        else:
            failures = 0
            return
        ceiling = min(0.2 * 2 ** min(failures, 6), _LONGEST_PAUSE_S)
        await asyncio.sleep(random.uniform(0.1, ceiling))  # noqa: S311  jitter
        raise NotStaged

    return handler


async def header_safe_parser(batch: Batch, original: Parse) -> StreamMessage[Batch]:
    """Let FastStream see no header at all, and keep the untouched records for staging."""
    bare = tuple(dataclasses.replace(record, headers=()) for record in batch)
    parsed = await original(bare)
    parsed.raw_message = batch
    return parsed


async def raw_decoder(message: StreamMessage[Batch], _original: object) -> list[bytes | None]:
    """Decode nothing: staging does, where a failure can be kept."""
    return [record.value for record in message.raw_message]
