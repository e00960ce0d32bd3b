"""A service's role reads and writes its own schema, and sees nothing of the others."""

import asyncpg
import pytest

from tests.conftest import PACKAGES, DatabaseUrl

OTHERS = [(role, other) for role in PACKAGES for other in PACKAGES if role != other]


@pytest.mark.parametrize(("role", "other"), OTHERS)
async def test_a_role_has_no_right_in_another_schema(
    database: DatabaseUrl, role: str, other: str
) -> None:
    connection = await asyncpg.connect(database(role))
    try:
        for table in await _tables(connection, other):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(f'SELECT * FROM {other}."{table}"')  # noqa: S608
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f"CREATE TABLE {other}.intruder (x integer)")
    finally:
        await connection.close()


async def _tables(connection: "asyncpg.Connection[asyncpg.Record]", schema: str) -> list[str]:
    rows = await connection.fetch(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = $1 AND c.relkind = 'r'",
        schema,
    )
    names = [row["relname"] for row in rows]
    assert "outbox" in names
    return names


@pytest.mark.parametrize("role", PACKAGES)
async def test_a_role_can_make_nothing_outside_its_schema(database: DatabaseUrl, role: str) -> None:
    connection = await asyncpg.connect(database(role))
    try:
        for statement in ("CREATE TABLE public.x (y integer)", "CREATE SCHEMA s", "CREATE ROLE r"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    finally:
        await connection.close()
