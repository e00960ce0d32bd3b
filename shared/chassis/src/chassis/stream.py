"""Kafka to tables: a static member of a group stages batches; offsets are committed afterwards.

The one place that sets FastStream's policies; no service builds its own subscriber.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from aiokafka import ConsumerRecord
from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.kafka.subscriber.usecase import BatchSubscriber

from chassis.db import Pool
from chassis.guard import NotStaged, guarded, header_safe_parser, raw_decoder
from chassis.health import Pulse
from chassis.kafka import CLIENT_STOP_S, PRODUCER, is_reachable, until_reachable
from chassis.process import Stop
from chassis.session import Session
from chassis.staging import Events, stage

_SLOTS = 64
_REJOIN_BOUND_S = 60


async def consume(
    pool: Pool,
    session: Session,
    servers: str,
    *,
    group: str,
    topics: Sequence[str],
    events: Events,
    pulse: Pulse,
    stop: Stop,
) -> None:
    """Stage the records of `topics` as a member of `group` until `stop`.

    The member is static: its id is the lowest free slot, ours as long as the session lives, so that
    a crashed and restarted member does not stop the others.
    """
    slot = await _take_slot(session, group)
    await stop.or_done(until_reachable(servers, pulse))
    if stop.is_set():
        return

    async def stage_batch(records: Sequence[ConsumerRecord]) -> None:
        await stage(pool, group, events, records)

    broker = KafkaBroker(
        servers,
        **PRODUCER,
        allow_auto_create_topics=False,
        graceful_timeout=CLIENT_STOP_S,
        logger=_faststream_log(),
    )
    subscriber = _subscribe(broker, topics, group, f"{group}-{slot}")
    subscriber(guarded(stage_batch))
    try:
        await broker.start()
        await _watch(subscriber, servers, pulse, stop)
    finally:
        # It may hang, above all when something failed; then the process's end is its end.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLIENT_STOP_S + 1):
                await broker.stop()


def _subscribe(
    broker: KafkaBroker, topics: Sequence[str], group: str, member: str
) -> BatchSubscriber:
    return broker.subscriber(
        *topics,
        batch=True,
        group_id=group,
        group_instance_id=member,
        ack_policy=AckPolicy.NACK_ON_ERROR,
        auto_offset_reset="earliest",
        max_records=500,
        batch_timeout_ms=10,
        session_timeout_ms=30_000,
        heartbeat_interval_ms=500,
        rebalance_timeout_ms=2_000,
        parser=header_safe_parser,
        decoder=raw_decoder,
        no_reply=True,
    )


async def _take_slot(session: Session, group: str) -> int:
    for slot in range(_SLOTS):
        if await session.try_lock(f"stream.slots:{group}", slot):
            return slot
    cause = f"all {_SLOTS} member slots of {group} are taken"
    raise RuntimeError(cause)


class ConsumerStuck(Exception):
    """The consumer will not go on by itself."""


async def _watch(subscriber: BatchSubscriber, servers: str, pulse: Pulse, stop: Stop) -> None:
    """Beat while every loop runs and no rejoin hangs. Raises ConsumerStuck."""
    hanging_s = 0
    while not stop.is_set():
        if not subscriber.tasks or any(task.done() for task in subscriber.tasks):
            cause = "a consume loop has ended"
            raise ConsumerStuck(cause)
        hanging_s = hanging_s + 1 if _is_rejoining(subscriber) else 0
        if hanging_s > _REJOIN_BOUND_S:
            if await is_reachable(servers):
                cause = "a rejoin hangs"
                raise ConsumerStuck(cause)
            hanging_s = 0  # nobody is there to join
        pulse.beat()
        await stop.sleep(1)


def _is_rejoining(subscriber: BatchSubscriber) -> bool:
    # Private, and the only place where a consumer that is stuck after a broker restart can be told
    # from an idle one (aio-libs/aiokafka#1154).
    coordinator = getattr(subscriber.consumer, "_coordinator", None)
    rejoining = getattr(coordinator, "_rejoin_needed_fut", None)
    return rejoining is not None and bool(rejoining.done())


def _faststream_log() -> logging.Logger:
    """Hear what it has to say of Kafka, such as a commit that failed; staging spoke for itself."""
    library = logging.getLogger("faststream")
    library.handlers.clear()  # its own would say it a second time, in another form
    library.setLevel(logging.WARNING)
    library.addFilter(_is_news)
    return library


def _is_news(record: logging.LogRecord) -> bool:
    is_told = record.exc_info and isinstance(record.exc_info[1], NotStaged)
    is_as_we_want_it = "Auto create topics is disabled" in record.getMessage()
    return not (is_told or is_as_we_want_it)
