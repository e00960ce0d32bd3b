"""Hearing bells in a process that serves pages: one connection listens for everyone who waits.

It is opened when somebody first listens and closed when nobody does. If it is lost, everyone is
told once, for something may have been missed; whoever goes on listening opens the next one.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import structlog

from chassis.connections import KEEPALIVE
from chassis.db import OUTAGES, Pool

log = structlog.get_logger()

_WITHIN_S = 5


class Bells:
    """The bells of one schema, heard by many. Rung by `ring_on_commit`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._heard: set[str] = set()
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._schema = ""
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def listening(self, bell: str) -> AsyncIterator[asyncio.Event]:
        """Give an event that is set whenever `bell` is rung."""
        event = asyncio.Event()
        self._waiting[bell].add(event)
        try:
            await self.tend()
            yield event
        finally:
            self._waiting[bell].discard(event)
            if not self._waiting[bell]:
                del self._waiting[bell]
            await asyncio.shield(self.tend())

    async def tend(self) -> None:
        """Hear what is waited for, and nothing else. An outage is no error: `tend` again later."""
        async with self._one_at_a_time:
            try:
                async with asyncio.timeout(_WITHIN_S):
                    await self._tend()
            except (*OUTAGES, asyncpg.InterfaceError) as error:
                log.warning("bells not heard", error=type(error).__name__)
                self._lose()

    async def _tend(self) -> None:
        if not self._waiting:
            await self._close()
            return
        connection = self._connection or await self._open()
        for bell in self._waiting.keys() - self._heard:
            await connection.add_listener(f"{self._schema}.{bell}", self._ring)
            self._heard.add(bell)
        for bell in self._heard - self._waiting.keys():
            await connection.remove_listener(f"{self._schema}.{bell}", self._ring)
            self._heard.discard(bell)

    async def _open(self) -> "asyncpg.Connection[asyncpg.Record]":
        connection = await asyncpg.connect(
            self._pool.url, timeout=_WITHIN_S, command_timeout=_WITHIN_S, server_settings=KEEPALIVE
        )
        try:
            self._schema = await connection.fetchval("SELECT current_schema")
        except BaseException:  # cut off as well: nobody else knows of the connection yet
            connection.terminate()
            raise
        connection.add_termination_listener(self._lost)
        self._connection = connection
        return connection

    async def _close(self) -> None:
        connection, self._connection = self._connection, None
        self._heard.clear()
        if connection is not None:
            with contextlib.suppress(*OUTAGES, asyncpg.InterfaceError):
                await connection.close(timeout=1)

    def _ring(self, _: object, __: int, channel: str, ___: object) -> None:
        for event in self._waiting.get(channel.partition(".")[2], ()):
            event.set()

    def _lost(self, connection: object) -> None:
        if connection is self._connection:
            self._lose()

    def _lose(self) -> None:
        connection, self._connection = self._connection, None
        self._heard.clear()
        if connection is None:
            return
        if not connection.is_closed():
            connection.terminate()
        for events in self._waiting.values():
            for event in events:
                event.set()
