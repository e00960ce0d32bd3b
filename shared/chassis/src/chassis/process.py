"""How a role lives and ends: signals, loops, a bounded stop, an exit that leaves nothing behind.

What cannot be repaired inside (a dead loop, a failed produce, a lost session) ends the process;
its supervisor starts a new one. After a stop the process exits at once, whatever client libraries
still have running: a producer left alive would go on sending when the broker comes back.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import NoReturn

import structlog

log = structlog.get_logger()

EXIT_FAILED = 1
EXIT_LOOP_ENDED = 5


class Stop:
    """Told once that the process should end; everything that waits, waits on it too."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        self._event.set()

    def is_set(self) -> bool:
        return self._event.is_set()

    async def wait(self) -> None:
        await self._event.wait()

    async def sleep(self, seconds: float) -> None:
        """Sleep, but not past the stop."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            pass

    async def or_event(self, event: asyncio.Event, timeout_s: float) -> None:
        """Wait for `event`, but neither past the stop nor longer than `timeout_s`."""
        await self.or_done(_within(event, timeout_s))

    async def or_done(self, work: Coroutine[object, object, None]) -> None:
        """Await `work`; cancel it when the stop comes first."""
        working = asyncio.ensure_future(work)
        stopping = asyncio.ensure_future(self._event.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                working.result()
        finally:
            working.cancel()
            stopping.cancel()


async def _within(event: asyncio.Event, timeout_s: float) -> None:
    try:
        async with asyncio.timeout(timeout_s):
            await event.wait()
    except TimeoutError:
        pass


async def run_loops(stop: Stop, loops: Mapping[str, Coroutine[object, object, None]]) -> None:
    """Run all `loops` until the stop. Ends the process if one of them ends before it."""
    tasks = {asyncio.ensure_future(loop): name for name, loop in loops.items()}
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
    for task, name in tasks.items():
        if task.done():
            error = None if task.cancelled() else task.exception()
            if error is not None or not stop.is_set():
                log.error("loop ended, ending the process", loop=name, exc_info=error)
                leave(EXIT_LOOP_ENDED)
    await asyncio.gather(*tasks, return_exceptions=True)


def run(role: Callable[[Stop], Awaitable[None]], stop_within_s: float = 10.0) -> NoReturn:
    """Run `role` until it ends or SIGTERM or SIGINT comes, then leave within `stop_within_s`."""
    try:
        asyncio.run(_live(role, stop_within_s))
    except Exception:
        log.exception("process failed")
    leave(EXIT_FAILED)


async def _live(role: Callable[[Stop], Awaitable[None]], stop_within_s: float) -> None:
    stop = Stop()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    living = asyncio.ensure_future(role(stop))
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({living, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not living.done():
        await asyncio.wait({living}, timeout=stop_within_s)
    if not living.done():
        log.warning("stop did not finish in time, leaving", stop_within_s=stop_within_s)
    elif error := living.exception():
        log.error("process failed", exc_info=error)
        leave(EXIT_FAILED)
    leave(0)


def leave(code: int) -> NoReturn:
    """Exit now: flush what was said, run no more Python."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
