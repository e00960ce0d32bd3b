"""The door to PostgreSQL: a fair pool with deadlines, and transactions that ring bells.

asyncpg's own pool is unfair under load (MagicStack/asyncpg#1247) and waits for ever; a FIFO
semaphore in front and one deadline around acquire-and-query cure both. Its reset on release costs
a round trip and is switched off, hence a rule: nothing sets session state on a pooled connection.
"""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias, TypeVar

import asyncpg
import structlog
from asyncpg.pool import PoolConnectionProxy

log = structlog.get_logger()
T = TypeVar("T")

Row: TypeAlias = asyncpg.Record
Tx: TypeAlias = "PoolConnectionProxy[asyncpg.Record]"
"""A connection inside a transaction. What is written with it happens wholly or not at all."""

OUTAGES = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.TransactionRollbackError,
    asyncpg.InternalClientError,
    asyncpg.InterfaceError,
    TimeoutError,
    OSError,
)
"""Errors after which the same statement may succeed later. Nothing was committed."""

_RING_EVERY_S = 0.05
_SERVER_SETTINGS = {
    "statement_timeout": "5000",
    "lock_timeout": "3000",
    "idle_in_transaction_session_timeout": "15000",
}


class _Connection(asyncpg.Connection):
    """A connection that remembers which bells its transaction wants to ring."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.bells: set[str] = set()


def ring_on_commit(tx: Tx, bell: str) -> None:
    """Wake whoever waits for `bell`, in any process, once `tx` has committed."""
    bells: set[str] = tx.bells  # type: ignore[attr-defined]  # forwarded to _Connection
    bells.add(bell)


class Pool:
    """Connections to one database as one role. Made by `open_pool`."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", size: int) -> None:
        self._pool = pool
        self._turn = asyncio.Semaphore(size)
        self._rung_at: defaultdict[str, float] = defaultdict(float)
        self._ringing: dict[str, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def connection(self, within_s: float = 5.0) -> AsyncIterator[Tx]:
        """Lend a connection in autocommit mode. Raises TimeoutError when `within_s` has passed."""
        async with asyncio.timeout(within_s), self._turn, self._pool.acquire() as connection:
            yield connection

    @asynccontextmanager
    async def transaction(self, within_s: float = 5.0) -> AsyncIterator[Tx]:
        """Run the body in one transaction: commit at its end, roll back if it raises.

        `within_s` bounds waiting, body and commit together. Nothing slow or remote belongs inside.
        """
        async with self.connection(within_s) as connection:
            bells: set[str] = connection.bells  # type: ignore[attr-defined]
            bells.clear()
            async with connection.transaction():
                yield connection
            rung = tuple(bells)
        for bell in rung:
            self._ring(bell)

    async def fetch(self, sql: str, *args: object) -> list[Row]:
        """Read rows outside of any transaction."""
        async with self.connection() as connection:
            return await connection.fetch(sql, *args)

    async def fetchrow(self, sql: str, *args: object) -> Row | None:
        """Read one row outside of any transaction."""
        async with self.connection() as connection:
            return await connection.fetchrow(sql, *args)

    async def execute(self, sql: str, *args: object) -> str:
        """Run one statement as its own transaction; return its command tag."""
        async with self.connection() as connection:
            return await connection.execute(sql, *args)

    def _ring(self, bell: str) -> None:
        # NOTIFY takes a database-wide lock at commit: at most one per bell and interval, and never
        # inside the writer's transaction. A ring lost with its process costs the listener one poll.
        if bell not in self._ringing:
            self._ringing[bell] = asyncio.create_task(self._notify(bell))

    async def _notify(self, bell: str) -> None:
        try:
            await asyncio.sleep(self._rung_at[bell] + _RING_EVERY_S - time.monotonic())
            self._rung_at[bell] = time.monotonic()
            del self._ringing[bell]
            await self.execute("SELECT pg_notify(current_schema || '.' || $1, '')", bell)
        except OUTAGES as error:
            log.warning("bell not rung", bell=bell, error=type(error).__name__)

    async def close(self) -> None:
        """Close all connections; those still lent after two seconds are cut."""
        ringing = list(self._ringing.values())
        if ringing:
            await asyncio.wait(ringing, timeout=1)
        try:
            async with asyncio.timeout(2):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()


@asynccontextmanager
async def open_pool(url: str, size: int = 8, wait_s: float = 60.0) -> AsyncIterator[Pool]:
    """Open a pool, waiting up to `wait_s` for a database that is still starting."""
    inner = await patiently(lambda: _create(url, size), wait_s)
    pool = Pool(inner, size)
    try:
        yield pool
    finally:
        await pool.close()


async def patiently(attempt: Callable[[], Awaitable[T]], wait_s: float) -> T:
    """Await `attempt` until it works; give its last outage back after `wait_s` seconds."""
    end = time.monotonic() + wait_s
    while True:
        try:
            return await attempt()
        except OUTAGES as error:
            if time.monotonic() > end:
                raise
            log.info("waiting for the database", error=type(error).__name__)
            await asyncio.sleep(0.3)


async def _create(url: str, size: int) -> "asyncpg.Pool[asyncpg.Record]":
    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=size,
        timeout=5,
        command_timeout=10,
        init=_init,
        reset=_keep,
        connection_class=_Connection,
        server_settings=_SERVER_SETTINGS,
    )


async def _init(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads
    )


async def _keep(_: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Reset nothing: see the head of this module."""
