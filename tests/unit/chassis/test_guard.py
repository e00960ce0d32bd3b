"""What stands between FastStream and staging: nothing vanishes, nothing spins, nothing leaks."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from aiokafka import ConsumerRecord
from chassis.guard import Batch, NotStaged, guarded, header_safe_parser, raw_decoder
from faststream.kafka.message import KafkaMessage
from faststream.kafka.parser import AioKafkaBatchParser

Stage = Callable[[Sequence[ConsumerRecord[Any, Any]]], Awaitable[None]]

HEADERS: list[tuple[tuple[str, bytes | None], ...]] = [
    (("ce_type", None),),
    (("ce_type", b"\xff\xfe"),),
    (("ce_type", b""), ("ce_type", b"twice")),
    (("", b"nameless"),),
    (("reply_to", b"merchant.decisions"), ("correlation_id", b"\x00")),
    (("content-type", b"application/json"),),
    (),
]


def _record(
    headers: tuple[tuple[str, bytes | None], ...], value: bytes | None = b"{"
) -> "ConsumerRecord[Any, Any]":
    return ConsumerRecord("topic", 0, 7, 1_700_000_000, 0, b"key", value, None, 3, 1, headers)


async def _parsed(batch: Batch) -> KafkaMessage:
    parser = AioKafkaBatchParser(msg_class=KafkaMessage, regex=None)
    parsed = await header_safe_parser(batch, parser.parse_batch)
    assert isinstance(parsed, KafkaMessage)
    return parsed


@pytest.mark.parametrize("headers", HEADERS)
async def test_no_header_keeps_a_record_from_staging(
    headers: tuple[tuple[str, bytes | None], ...],
) -> None:
    batch = (_record(headers), _record(headers, value=None), _record(headers, value=b"\xff"))

    parsed = await _parsed(batch)

    assert parsed.raw_message == batch
    assert [record.headers for record in parsed.raw_message] == [headers] * 3
    assert await raw_decoder(parsed, None) == [b"{", None, b"\xff"]


async def test_no_header_makes_the_library_answer_to_a_topic_of_the_writers_choice() -> None:
    parsed = await _parsed((_record((("reply_to", b"merchant.decisions"),)),))

    assert parsed.reply_to == ""


def _message() -> KafkaMessage:
    return KafkaMessage(raw_message=(_record(()),), body=[], consumer=None)  # type: ignore[arg-type]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect the upper bounds of the pauses that would have been made."""
    drawn: list[float] = []

    def draw(_: float, ceiling: float) -> float:
        drawn.append(ceiling)
        return 0.0

    monkeypatch.setattr("chassis.guard.random.uniform", draw)
    return drawn


async def test_a_batch_that_was_staged_is_acknowledged_at_once(pauses: list[float]) -> None:
    async def stage(_: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        pass

    await guarded(stage)(_message())

    assert pauses == []


@pytest.mark.parametrize("error", [OSError("db"), ZeroDivisionError(), asyncio.CancelledError()])
async def test_a_batch_that_was_not_staged_comes_again_after_growing_pauses(
    pauses: list[float], error: BaseException
) -> None:
    async def stage(_: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        raise error

    handler = guarded(stage)
    for _ in range(8):
        with pytest.raises(NotStaged):
            await handler(_message())

    assert pauses == [0.4, 0.8, 1.6, 3.2, 6.4, 10.0, 10.0, 10.0]


async def test_pauses_begin_anew_after_a_success(pauses: list[float]) -> None:
    outcomes: list[Exception | None] = [OSError(), OSError(), None, OSError()]

    async def stage(_: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        if (outcome := outcomes.pop(0)) is not None:
            raise outcome

    handler = guarded(stage)
    for _ in range(4):
        try:
            await handler(_message())
        except NotStaged:
            continue

    assert pauses == [0.4, 0.8, 0.4]


async def test_a_foreign_cancellation_does_not_end_the_loop_but_our_own_does() -> None:
    begun = asyncio.Event()

    async def stage(_: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        begun.set()
        await asyncio.Event().wait()

    staging = asyncio.ensure_future(guarded(stage)(_message()))
    await begun.wait()
    staging.cancel()
    await asyncio.wait({staging})

    assert staging.cancelled()


async def test_what_the_library_repeats_of_a_failure_holds_nothing(pauses: list[float]) -> None:
    _ = pauses

    async def stage(_: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        cause = "camille@example.com"
        raise ValueError(cause)

    with pytest.raises(NotStaged) as told:
        await guarded(stage)(_message())

    assert str(told.value) == ""
    assert told.value.__context__ is None
