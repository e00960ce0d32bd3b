from pathlib import Path

from local_stack.following import Follower


def test_only_what_is_written_later_is_read_and_only_whole_lines(tmp_path: Path) -> None:
    log = tmp_path / "labeler.log"
    log.write_text("before\n")
    follower = Follower({"labeler": log})

    with log.open("a") as file:
        file.write("one\nhalf")
    first = list(follower.new_lines())
    with log.open("a") as file:
        file.write(" and half\n")
    second = list(follower.new_lines())

    assert first == [("labeler", "one")]
    assert second == [("labeler", "half and half")]


def test_a_log_that_appears_later_is_read_from_its_beginning(tmp_path: Path) -> None:
    follower = Follower({"labeler": tmp_path / "labeler.log"})
    assert list(follower.new_lines()) == []

    (tmp_path / "labeler.log").write_bytes(b"caf\xe9\n")

    assert list(follower.new_lines()) == [("labeler", "caf\ufffd")]
