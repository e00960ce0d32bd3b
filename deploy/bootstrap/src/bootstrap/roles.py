"""The database as services find it: a role and a schema for each, and a wall between them."""

import logging
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from bootstrap.waiting import NotReached, keep_trying

log = logging.getLogger(__name__)

ROLES = ("portal", "merchant", "labeler", "notifier")
"""Each owns the schema of its name, and nothing else."""

# One bootstrap at a time: two of them would both find that a role does not exist yet.
LOCK = 7_001

STILL_STARTING = (
    OSError,
    TimeoutError,
    asyncpg.CannotConnectNowError,
    asyncpg.ConnectionDoesNotExistError,
    asyncpg.TooManyConnectionsError,
)


async def prepare_roles(
    admin_url: str, passwords: Mapping[str, str], *, wait_s: float = 60.0
) -> None:
    """Create or mend the roles and their schemas in the database that `admin_url` names.

    The database itself is created if it does not exist. `passwords` has one for each of ROLES.
    Safe to repeat and to run twice at once. Raises NotReached.
    """
    admin = await _connect(admin_url, wait_s=wait_s)
    try:
        async with admin.transaction():
            await admin.execute("SELECT pg_advisory_xact_lock($1)", LOCK)
            for role in ROLES:
                await _prepare_role(admin, role, passwords[role])
            await _raise_walls(admin)
    finally:
        await admin.close()


async def _connect(admin_url: str, *, wait_s: float) -> asyncpg.Connection:
    async def attempt() -> asyncpg.Connection:
        return await asyncpg.connect(admin_url, timeout=5)

    try:
        return await keep_trying(attempt, on=STILL_STARTING, what="PostgreSQL", wait_s=wait_s)
    except asyncpg.InvalidCatalogNameError:
        await _create_database(admin_url)
        return await attempt()
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        message = f"PostgreSQL refused the account in ADMIN_DATABASE_URL: {error}."
        raise NotReached(message) from error


async def _create_database(admin_url: str) -> None:
    url = urlsplit(admin_url)
    database = url.path.lstrip("/")
    admin = await asyncpg.connect(urlunsplit(url._replace(path="/postgres")), timeout=5)
    try:
        await _run(admin, "CREATE DATABASE %I", database)
        log.info("database created: %s", database)
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        log.info("database was created meanwhile: %s", database)
    finally:
        await admin.close()


async def _prepare_role(admin: asyncpg.Connection, role: str, password: str) -> None:
    if not await admin.fetchval("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", role):
        await _run(admin, "CREATE ROLE %I NOINHERIT", role)
        log.info("role created: %s", role)
    await _run(admin, "ALTER ROLE %I LOGIN PASSWORD %L", role, password)
    if not await admin.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        # Whoever is no superuser has to be a member of a role to give it a schema.
        await _run(admin, "GRANT %I TO CURRENT_USER", role)
    await _run(admin, "CREATE SCHEMA IF NOT EXISTS %1$I AUTHORIZATION %1$I", role)
    await _run(admin, "ALTER SCHEMA %1$I OWNER TO %1$I", role)
    await _run(admin, "ALTER ROLE %1$I SET search_path = %1$I", role)


async def _raise_walls(admin: asyncpg.Connection) -> None:
    """Take from PUBLIC what PostgreSQL gives it, and give each role the one right it needs."""
    database = await admin.fetchval("SELECT current_database()")
    await _run(admin, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database)
    await admin.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    for role in ROLES:
        await _run(admin, "REVOKE ALL ON SCHEMA %I FROM PUBLIC", role)
        await _run(admin, "GRANT CONNECT ON DATABASE %I TO %I", database, role)


async def _run(admin: asyncpg.Connection, template: str, *words: str) -> None:
    """Run a statement that takes no parameters; the server itself quotes the words into it."""
    statement = await admin.fetchval("SELECT format($1, VARIADIC $2::text[])", template, words)
    await admin.execute(statement)
