from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from simulator.journal import Journal, JournalInUse


def reopened(path: Path) -> Sequence[Mapping[str, object]]:
    journal = Journal(path)
    entries = list(journal.entries)
    journal.close()
    return entries


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "journal.jsonl"


def test_what_was_written_is_read_again_in_its_order(path: Path) -> None:
    journal = Journal(path)
    journal.append({"n": 1, "name": "Éloïse"})
    journal.append({"n": 2})
    journal.close()

    assert reopened(path) == [{"n": 1, "name": "Éloïse"}, {"n": 2}]


def test_a_torn_line_is_cut_off_and_writing_goes_on(path: Path) -> None:
    journal = Journal(path)
    journal.append({"n": 1})
    journal.close()
    with path.open("ab") as file:
        file.write(b'{"n":2,"half')

    journal = Journal(path)
    journal.append({"n": 3})
    journal.close()

    assert reopened(path) == [{"n": 1}, {"n": 3}]


def test_a_line_that_the_disk_refused_leaves_no_trace(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    journal = Journal(path)
    with monkeypatch.context() as bad_day:
        bad_day.setattr("simulator.journal.os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            journal.append({"n": 1})
    journal.append({"n": 2})
    journal.close()

    assert reopened(path) == [{"n": 2}]


def test_only_one_may_write(path: Path) -> None:
    first = Journal(path)

    with pytest.raises(JournalInUse, match="another simulator"):
        Journal(path)

    first.close()
