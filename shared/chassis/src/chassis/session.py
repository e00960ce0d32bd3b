"""A connection of one's own: advisory locks and bells hang on it, as long as the process lives.

A lock held here needs no clock: SIGKILL frees it at once, SIGSTOP keeps it. If the connection is
lost, the locks are lost, and whatever they guarded must stop: the process ends on the spot and its
supervisor starts a new one.
"""

import asyncio
import contextlib
import os
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import structlog

from chassis.connections import KEEPALIVE
from chassis.db import OUTAGES, patiently

log = structlog.get_logger()

EXIT_SESSION_LOST = 3


class SessionDoubtful(Exception):
    """No answer came, so nobody knows whether a lock is held. The process has to end."""


class Session:
    """One direct connection (no transaction pooling in between). Made by `open_session`."""

    def __init__(self, connection: "asyncpg.Connection[asyncpg.Record]", schema: str) -> None:
        self._connection = connection
        self._schema = schema
        self._one_at_a_time = asyncio.Lock()  # asyncpg refuses concurrent use
        self.closing = False

    async def try_lock(self, space: str, number: int) -> bool:
        """Take the lock `number` of `space` if nobody holds it. Spaces are this schema's own."""
        sql = "SELECT pg_try_advisory_lock($1, $2)"
        return bool(await self._ask(sql, self._space(space), number))

    async def unlock(self, space: str, number: int) -> None:
        """Give a lock back."""
        await self._ask("SELECT pg_advisory_unlock($1, $2)", self._space(space), number)

    async def attend(self, space: str) -> None:
        """Be counted among the processes of `space`."""
        await self._ask("SELECT pg_advisory_lock_shared($1, 0)", self._space(space))

    async def attendance(self, space: str) -> int:
        """Count the live processes that attend `space`."""
        sql = """
            SELECT count(DISTINCT pid)
              FROM pg_locks
             WHERE locktype = 'advisory'
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND classid::bigint = $1
               AND granted
        """
        count: int = await self._ask(sql, self._space(space) & 0xFFFFFFFF)
        return count

    async def bell(self, name: str) -> asyncio.Event:
        """Return an event that is set whenever `name` is rung in this schema."""
        event = asyncio.Event()
        async with self._one_at_a_time:
            await self._connection.add_listener(f"{self._schema}.{name}", lambda *_: event.set())
        return event

    async def _ask(self, sql: str, *args: object) -> Any:  # noqa: ANN401  a value of SQL's choice
        async with self._one_at_a_time:
            try:
                return await self._connection.fetchval(sql, *args)
            except (*OUTAGES, asyncpg.InterfaceError) as error:
                raise SessionDoubtful from error

    def _space(self, space: str) -> int:
        """Name a lock space as PostgreSQL wants it: a signed 32-bit number."""
        crc = zlib.crc32(f"{self._schema}:{space}".encode())
        return crc - (1 << 32) if crc >= 1 << 31 else crc


def key_number(key: str) -> int:
    """Turn a key into a lock's number. Two keys with one number merely wait for each other."""
    return zlib.crc32(key.encode()) & 0x7FFFFFFF


@asynccontextmanager
async def open_session(url: str, wait_s: float = 60.0) -> AsyncIterator[Session]:
    """Open the connection, waiting up to `wait_s` for a database that is still starting."""
    connection = await patiently(
        lambda: asyncpg.connect(url, timeout=5, command_timeout=10, server_settings=KEEPALIVE),
        wait_s,
    )
    session = Session(connection, await connection.fetchval("SELECT current_schema"))
    connection.add_termination_listener(lambda *_: _end_process(session))
    try:
        yield session
    finally:
        session.closing = True
        with contextlib.suppress(*OUTAGES):  # cut after the timeout; the locks end with it
            await connection.close(timeout=2)


def _end_process(session: Session) -> None:
    if not session.closing:
        log.error("database session lost, ending the process")
        os._exit(EXIT_SESSION_LOST)
