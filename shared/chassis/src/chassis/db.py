"""The door to PostgreSQL: a fair pool with deadlines, and transactions that ring bells.

asyncpg's own pool is unfair under load (MagicStack/asyncpg#1247) and waits for ever; a FIFO
semaphore in front and one deadline around acquire-and-query cure both. Its reset on release costs
a round trip and is switched off, hence a rule: nothing sets session state on a pooled connection.
A server that hangs acknowledges no cancellation either, so a connection past its deadline is cut.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import asyncpg
import structlog
from asyncpg.pool import PoolConnectionProxy

from chassis.connections import Connection, create_pool

log = structlog.get_logger()
T = TypeVar("T")

Row: TypeAlias = asyncpg.Record
if TYPE_CHECKING:
    Tx: TypeAlias = PoolConnectionProxy[asyncpg.Record]
else:  # asyncpg's class takes no parameter; a type in quotes could not stand in `Tx | Pool`
    Tx = PoolConnectionProxy
"""A connection inside a transaction. What is written with it happens wholly or not at all."""

OUTAGES = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresSystemError,
    asyncpg.TransactionRollbackError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InvalidCachedStatementError,
    asyncpg.InternalClientError,
    TimeoutError,
    OSError,
)
"""Errors after which the same again may succeed later.

Nothing was committed, but for one case that no client can tell: the answer to the commit itself was
lost. So what is repeated after an outage must come to the same as once.
"""

_RING_EVERY_S = 0.05
_GRACE_S = 0.5


def ring_on_commit(tx: Tx, bell: str) -> None:
    """Wake whoever waits for `bell`, in any process, once `tx` has committed."""
    bells: set[str] = tx.bells  # type: ignore[attr-defined]  # forwarded to Connection
    bells.add(bell)


class Pool:
    """Connections to one database as one role. Made by `open_pool`."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", size: int, url: str) -> None:
        self._pool = pool
        self.url = url
        self._turn = asyncio.Semaphore(size)
        self._rung_at: defaultdict[str, float] = defaultdict(float)
        self._ringing: dict[str, asyncio.Task[None]] = {}
        self._notifying: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def connection(self, within_s: float = 5.0) -> AsyncIterator[Tx]:
        """Lend a connection in autocommit mode. Raises TimeoutError when `within_s` has passed."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within_s
        async with asyncio.timeout_at(end) as deadline, self._turn:
            connection = await self._acquire()
            itself: Connection = connection.itself  # type: ignore[attr-defined]
            cut = loop.call_at(end + _GRACE_S, itself.terminate)
            try:
                yield connection
                # What the body did is done: giving back must not make it look undone.
                deadline.reschedule(None)
            except asyncpg.InterfaceError as error:
                # Also how asyncpg speaks of mistakes in our code, and those are no outages.
                if not itself.is_closed():
                    raise
                raise (TimeoutError() if loop.time() >= end else _lost(error)) from error
            finally:
                try:
                    await self._release(connection)
                finally:
                    cut.cancel()

    async def _acquire(self) -> Tx:
        try:
            return await self._pool.acquire()
        except asyncpg.InterfaceError as error:
            raise _lost(error) from error  # the pool is closing

    async def _release(self, connection: Tx) -> None:
        try:
            await self._pool.release(connection, timeout=_GRACE_S)
        except OUTAGES as error:
            log.warning("connection given up", error=type(error).__name__)

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
            task = self._ringing[bell] = asyncio.create_task(self._notify(bell))
            self._notifying.add(task)
            task.add_done_callback(self._notifying.discard)

    async def _notify(self, bell: str) -> None:
        try:
            await asyncio.sleep(self._rung_at[bell] + _RING_EVERY_S - time.monotonic())
        finally:
            # From here on a commit may come too late for this ring, and asks for the next one.
            del self._ringing[bell]
        self._rung_at[bell] = time.monotonic()
        try:
            await self.execute("SELECT pg_notify(current_schema || '.' || $1, '')", bell)
        except OUTAGES as error:
            log.warning("bell not rung", bell=bell, error=type(error).__name__)

    async def close(self) -> None:
        """Close all connections; those still lent after two seconds are cut."""
        if self._notifying:
            await asyncio.wait(self._notifying, timeout=1)
        try:
            async with asyncio.timeout(2):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()


def _lost(error: asyncpg.InterfaceError) -> ConnectionResetError:
    return ConnectionResetError(f"the database connection was lost: {error.args[0]}")


@asynccontextmanager
async def open_pool(url: str, size: int = 8, wait_s: float = 60.0) -> AsyncIterator[Pool]:
    """Open a pool, waiting up to `wait_s` for a database that is still starting."""
    inner = await patiently(lambda: create_pool(url, size), wait_s)
    pool = Pool(inner, size, url)
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
