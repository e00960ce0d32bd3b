"""News for open pages: a stream for each, woken by a bell, bounded in number and time."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final
from uuid import UUID

from chassis.bells import Bells
from chassis.db import Pool
from chassis.health import Health

from merchant_api.actors import Visitor
from merchant_api.queue.queue_bell import bell_of

MOST_STREAMS: Final = 300
MOST_OF_ONE: Final = 6
HEARTBEAT_S: Final = 10.0
"""Less than any proxy waits, and often enough to notice that a session has ended."""
_LONGEST_S: Final = 900.0
_LOOK_S: Final = 0.5
_QUIET_S: Final = 0.3
"""A batch of changes is one piece of news."""

IsStill = Callable[[], Awaitable[bool]]


class Live:
    """The streams of one process."""

    def __init__(self, pool: Pool, health: Health) -> None:
        self._bells = Bells(pool)
        self._health = health
        self._open: Counter[UUID] = Counter()

    def is_full(self, visitor: Visitor) -> bool:
        """Tell whether the process, or this person, has as many streams as it should."""
        return self._open.total() >= MOST_STREAMS or self._open[visitor.user_id] >= MOST_OF_ONE

    @contextmanager
    def _counted(self, visitor: Visitor) -> Iterator[None]:
        self._open[visitor.user_id] += 1
        try:
            yield
        finally:
            self._open[visitor.user_id] -= 1
            self._open += Counter()  # forgets who has none

    @asynccontextmanager
    async def listening(self, visitor: Visitor) -> AsyncIterator[asyncio.Event]:
        """Count one stream more, and give the bell of the visitor's merchant while it lasts."""
        with self._counted(visitor):
            async with self._bells.listening(bell_of(visitor.merchant_id)) as bell:
                yield bell

    async def news(self, bell: asyncio.Event, is_still_visiting: IsStill) -> AsyncIterator[bytes]:
        """Give the stream of server-sent events: a greeting, news, a heartbeat, an end.

        News says only that something changed: what, the page asks for in its own view. It ends
        with the session, with the process, and after a quarter of an hour: the browser comes again.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + _LONGEST_S
        yield b"retry: 3000\nevent: bonjour\ndata:\n\n"
        while loop.time() < end and not self._health.draining:
            is_news = await self._wait(bell)
            if not await is_still_visiting():
                yield b"event: fin\ndata:\n\n"
                return
            name = b"nouvelles" if is_news else b"battement"
            yield b"event: %s\ndata:\n\n" % name
            await self._bells.tend()

    async def _wait(self, bell: asyncio.Event) -> bool:
        """Wait for the bell, a heartbeat's time at most; tell whether it rang."""
        loop = asyncio.get_running_loop()
        end = loop.time() + HEARTBEAT_S
        while loop.time() < end and not self._health.draining:
            try:
                async with asyncio.timeout(_LOOK_S):
                    await bell.wait()
            except TimeoutError:
                continue
            await asyncio.sleep(_QUIET_S)
            bell.clear()
            return True
        return False
