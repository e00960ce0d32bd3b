"""Schema history: applied once, in order, never edited."""

import asyncio
import sys
from pathlib import Path

import asyncpg
import pytest
from chassis.migrate import HistoryEdited, NoSchema, migrate


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an importable package with two migrations; give their folder."""
    name = f"migrated_{tmp_path.name}"
    folder = tmp_path / name / "migrations"
    folder.mkdir(parents=True)
    (tmp_path / name / "__init__.py").touch()
    (folder / "0001_first.sql").write_text("CREATE TABLE a (x integer);")
    (folder / "0002_second.sql").write_text(
        "-- no transaction\nCREATE INDEX CONCURRENTLY a_x ON a (x);"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, name, raising=False)
    return folder


async def test_files_are_applied_once_and_in_order(plumbed: str, package: Path) -> None:
    name = package.parent.name

    first, second = await migrate(plumbed, name), await migrate(plumbed, name)

    assert first == ["0001_first.sql", "0002_second.sql"]
    assert second == []


async def test_many_at_once_apply_each_file_once(plumbed: str, package: Path) -> None:
    name = package.parent.name

    applied = await asyncio.gather(*(migrate(plumbed, name) for _ in range(5)))

    assert sorted(file for files in applied for file in files) == [
        "0001_first.sql",
        "0002_second.sql",
    ]


async def test_edited_history_is_refused(plumbed: str, package: Path) -> None:
    name = package.parent.name
    await migrate(plumbed, name)
    (package / "0001_first.sql").write_text("CREATE TABLE a (x bigint);")

    with pytest.raises(HistoryEdited, match="0001_first"):
        await migrate(plumbed, name)


async def test_a_file_that_fails_leaves_nothing(plumbed: str, package: Path) -> None:
    (package / "0003_third.sql").write_text("CREATE TABLE b (x integer); SELECT 1 / 0;")

    with pytest.raises(asyncpg.DivisionByZeroError):
        await migrate(plumbed, package.parent.name)

    connection = await asyncpg.connect(plumbed)
    assert await connection.fetchval("SELECT to_regclass('b')") is None
    await connection.close()


async def test_a_role_whose_schema_is_missing_is_told_so_at_once(
    plumbed: str, package: Path
) -> None:
    connection = await asyncpg.connect(plumbed)
    await connection.execute(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = nowhere', "
        "current_database()); END $$"
    )
    await connection.close()

    with pytest.raises(NoSchema):
        await migrate(plumbed, package.parent.name)
