"""Whatever waits, waits on the stop too, and leaves nothing running."""

import asyncio
import time

import pytest
from chassis.process import Stop

LONG_S = 60.0


class Ended:
    """Some work that knows how it ended."""

    def __init__(self, error: Exception | None = None) -> None:
        self.how = "not begun"
        self._error = error

    async def work(self) -> None:
        self.how = "running"
        try:
            await asyncio.sleep(LONG_S)
        except asyncio.CancelledError:
            await asyncio.sleep(0)  # as closing a connection would
            self.how = "cancelled"
            if self._error is not None:
                raise self._error from None
            raise


async def _soon(stop: Stop) -> None:
    await asyncio.sleep(0)
    stop.set()


async def test_work_that_ends_before_the_stop_is_done() -> None:
    done: list[int] = []

    async def work() -> None:
        done.append(1)

    await Stop().or_done(work())

    assert done == [1]


async def test_the_error_of_work_is_raised() -> None:
    async def work() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await Stop().or_done(work())


async def test_work_has_ended_when_the_stop_has_ended_it() -> None:
    stop, ended = Stop(), Ended()

    await asyncio.gather(stop.or_done(ended.work()), _soon(stop))

    assert ended.how == "cancelled"


async def test_an_error_in_ending_is_not_swallowed() -> None:
    stop, ended = Stop(), Ended(OSError("while closing"))

    with pytest.raises(OSError, match="while closing"):
        await asyncio.gather(stop.or_done(ended.work()), _soon(stop))


async def test_whoever_is_cancelled_while_waiting_leaves_no_work_running() -> None:
    ended = Ended()
    waiting = asyncio.ensure_future(Stop().or_done(ended.work()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    waiting.cancel()
    await asyncio.wait({waiting})

    assert waiting.cancelled()
    assert ended.how == "cancelled"


async def test_nothing_begins_after_the_stop() -> None:
    stop, ended = Stop(), Ended()
    stop.set()

    await stop.or_done(ended.work())

    assert ended.how != "running"


async def test_no_tasks_are_left_behind() -> None:
    stop, event = Stop(), asyncio.Event()
    before = asyncio.all_tasks()

    for _ in range(100):
        await stop.or_event(event, 0)

    assert asyncio.all_tasks() == before


async def test_a_sleep_ends_with_the_stop() -> None:
    stop = Stop()
    began = time.monotonic()

    await asyncio.gather(stop.sleep(LONG_S), stop.or_event(asyncio.Event(), LONG_S), _soon(stop))

    assert time.monotonic() - began < LONG_S / 2


async def test_an_event_ends_the_wait_before_its_time() -> None:
    event = asyncio.Event()
    event.set()
    began = time.monotonic()

    await Stop().or_event(event, LONG_S)

    assert time.monotonic() - began < LONG_S / 2


async def test_a_failure_is_a_stop_that_knows_its_exit_code() -> None:
    stop = Stop()
    stop.fail(5)

    assert (stop.is_set(), stop.exit_code) == (True, 5)
