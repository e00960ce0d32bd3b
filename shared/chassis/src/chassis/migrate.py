"""Schema changes: numbered SQL files, applied once, in order, by whoever comes first.

A file runs in one transaction, unless its first line is `-- no transaction` (for what PostgreSQL
refuses inside one): then it is a single statement that may be repeated, because a crash right after
it leaves no trace in the ledger. The ledger keeps each file's digest: history is never edited.
"""

import asyncio
import hashlib
from dataclasses import dataclass
from importlib import resources

import asyncpg
import structlog

from chassis.db import patiently

log = structlog.get_logger()

_LOCK = 7_400_001
_TURN_WITHIN_S = 300
_LEDGER = """
    CREATE TABLE IF NOT EXISTS migrations (
        name       text PRIMARY KEY,
        digest     text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
    )
"""


class NoSchema(Exception):
    """The role's schema is not there. Whoever makes roles and schemas has to run first."""


class HistoryEdited(Exception):
    """A migration that was applied reads differently now. Write a new one instead."""


@dataclass(frozen=True, slots=True)
class _Migration:
    name: str
    sql: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


async def migrate(url: str, package: str) -> list[str]:
    """Bring the schema up to the `migrations/*.sql` of `package`; return what was applied.

    Several at once are safe: they wait for each other. Raises HistoryEdited, NoSchema.
    """
    connection = await patiently(lambda: asyncpg.connect(url, timeout=5), wait_s=60)
    try:
        await _take_turn(connection)
        await connection.execute("SET lock_timeout = '5s'; SET statement_timeout = '120s'")
        await connection.execute(_LEDGER)
        return [
            migration.name for migration in _read(package) if await _apply(connection, migration)
        ]
    finally:
        await connection.close()


async def _take_turn(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Wait for the lock without a statement left open: a concurrent index build waits for those."""
    if await connection.fetchval("SELECT current_schema") is None:
        raise NoSchema
    sql = "SELECT pg_try_advisory_lock($1, hashtext(current_schema))"
    async with asyncio.timeout(_TURN_WITHIN_S):
        while not await connection.fetchval(sql, _LOCK):  # noqa: ASYNC110  nobody rings for it
            await asyncio.sleep(0.1)


def _read(package: str) -> list[_Migration]:
    folder = resources.files(package) / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=str)
    return [_Migration(file.name, file.read_text("utf-8")) for file in files]


async def _apply(connection: "asyncpg.Connection[asyncpg.Record]", migration: _Migration) -> bool:
    applied = await connection.fetchval(
        "SELECT digest FROM migrations WHERE name = $1", migration.name
    )
    if applied is not None:
        if applied != migration.digest:
            raise HistoryEdited(migration.name)
        return False
    if migration.sql.startswith("-- no transaction"):
        await _run(connection, migration)
    else:
        async with connection.transaction():
            await _run(connection, migration)
    log.info("migration applied", migration=migration.name)
    return True


async def _run(connection: "asyncpg.Connection[asyncpg.Record]", migration: _Migration) -> None:
    await connection.execute(migration.sql)
    await connection.execute(
        "INSERT INTO migrations (name, digest) VALUES ($1, $2)", migration.name, migration.digest
    )
