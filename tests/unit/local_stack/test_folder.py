import stat
from pathlib import Path

import pytest
from local_stack.folder import Folder
from local_stack.keys import require_keys
from local_stack.trouble import Trouble


def test_two_stacks_do_not_share_a_folder(tmp_path: Path) -> None:
    first, second = Folder(tmp_path), Folder(tmp_path)
    first.occupy()

    with pytest.raises(Trouble, match=r"already runs from .* \(process \d+\)"):
        second.occupy()

    first.leave()
    second.occupy()
    second.leave()


def test_forgetting_keeps_only_what_was_downloaded(tmp_path: Path) -> None:
    for name in ("cache", "postgres", "inbox"):
        (tmp_path / name).mkdir()
    (tmp_path / "keys.json").touch()

    Folder(tmp_path).forget()

    assert {path.name for path in tmp_path.iterdir()} == {"cache", "lock"}


def test_nothing_is_forgotten_while_a_stack_runs(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.occupy()
    (tmp_path / "postgres").mkdir()

    with pytest.raises(Trouble, match="already runs"):
        Folder(tmp_path).forget()

    assert (tmp_path / "postgres").exists()
    folder.leave()


def test_keys_are_drawn_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"

    drawn = require_keys(path)

    assert require_keys(path) == drawn
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert drawn.labeler_private_key != drawn.notifier_private_key


def test_keys_of_another_version_are_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text('{"old": 1}')

    with pytest.raises(Trouble, match="make reset"):
        require_keys(tmp_path / "keys.json")
