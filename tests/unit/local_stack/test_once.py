import sys
from pathlib import Path

import pytest
from local_stack.once import is_done, note_done
from local_stack.parts import Part

TASK = Part("shop-migrate", made_from=("shop_of_this_test/migrations/*.sql",), made_in="postgres")


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a package with one migration, and a folder of data."""
    folder = tmp_path / "code/shop_of_this_test/migrations"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "0001_first.sql").write_text("SELECT 1")
    (tmp_path / "postgres").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "code")])
    return folder


def test_a_task_is_done_once_on_the_same_data(migrations: Path, tmp_path: Path) -> None:
    assert not is_done(tmp_path, TASK)

    note_done(tmp_path, TASK)

    assert is_done(tmp_path, TASK)
    (tmp_path / "postgres").rename(tmp_path / "gone")
    assert not is_done(tmp_path, TASK)
    assert migrations.exists()


def test_a_new_migration_is_applied(migrations: Path, tmp_path: Path) -> None:
    note_done(tmp_path, TASK)

    (migrations / "0002_second.sql").write_text("SELECT 2")

    assert not is_done(tmp_path, TASK)


def test_a_task_that_says_nothing_of_its_files_is_always_done(tmp_path: Path) -> None:
    note_done(tmp_path, Part("always"))

    assert not is_done(tmp_path, Part("always"))
