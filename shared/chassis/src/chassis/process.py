"""How a role lives and ends: signals, loops, a bounded stop, an exit that leaves nothing behind.

What cannot be repaired inside (a dead loop, a failed produce, a lost session) ends the process;
its supervisor starts a new one. After a stop the process exits at once, whatever client libraries
still have running: a producer left alive would go on sending when the broker comes back.
"""

import asyncio
import contextlib
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
        self.exit_code = 0

    def set(self) -> None:
        self._event.set()

    def fail(self, exit_code: int) -> None:
        """Stop as well, but leave with `exit_code`: something here is beyond repair."""
        self.exit_code = exit_code
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
        """Await `work`; cancel it when the stop comes first. It has ended when this returns."""
        working = asyncio.ensure_future(work)
        stopping = asyncio.ensure_future(self._event.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            working.cancel()
            stopping.cancel()
            await asyncio.wait({working, stopping})
        if not working.cancelled():
            working.result()


async def _within(event: asyncio.Event, timeout_s: float) -> None:
    try:
        async with asyncio.timeout(timeout_s):
            await event.wait()
    except TimeoutError:
        pass


async def run_loops(stop: Stop, loops: Mapping[str, Coroutine[object, object, None]]) -> None:
    """Run all `loops` until the stop. Stops the process if one of them ends before it.

    The others finish what they have in hand first: a lost broker must not cut off a paid call.
    """
    await asyncio.wait(
        [asyncio.ensure_future(_live_with(stop, name, loop)) for name, loop in loops.items()]
    )


async def _live_with(stop: Stop, name: str, loop: Coroutine[object, object, None]) -> None:
    """Run one loop; stop all of them if it ends of itself."""
    try:
        await loop
    except (Exception, asyncio.CancelledError):
        log.exception("loop failed, ending the process", loop=name)
        stop.fail(EXIT_LOOP_ENDED)
    if not stop.is_set():
        log.error("loop ended, ending the process", loop=name)
        stop.fail(EXIT_LOOP_ENDED)


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
    loop.set_exception_handler(_tell_unseen)
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    living = asyncio.ensure_future(role(stop))
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({living, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not living.done():
        await asyncio.wait({living}, timeout=stop_within_s)
    if not living.done():
        log.warning("stop did not finish in time, leaving", stop_within_s=stop_within_s)
    elif living.cancelled():
        log.error("process cancelled itself")
        leave(EXIT_FAILED)
    elif error := living.exception():
        log.error("process failed", exc_info=error)
        leave(EXIT_FAILED)
    leave(stop.exit_code)


def _tell_unseen(_: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Log what nobody awaited. asyncio's own way repeats the error's text, whatever it holds."""
    error = context.get("exception")
    log.error(
        "error seen by nobody",
        cause=str(context.get("message")),
        exc_info=error if isinstance(error, BaseException) else None,
    )


def leave(code: int) -> NoReturn:
    """Exit now: flush what was said, run no more Python."""
    try:
        for flush in (logging.shutdown, sys.stdout.flush, sys.stderr.flush):
            with contextlib.suppress(OSError, ValueError):  # nobody listens any more
                flush()
    finally:
        os._exit(code)
