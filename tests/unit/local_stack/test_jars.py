import hashlib
from pathlib import Path

import pytest
from local_stack.jars import Jar, pinned_jars, require_jars
from local_stack.trouble import Trouble

CONTENT = b"not really a jar"
JAR = Jar(hashlib.sha256(CONTENT).hexdigest(), "example.group", "thing", "1.0")


def downloaded(kit: Path, content: bytes) -> None:
    """Lay a file where the resolver keeps what it has fetched, so that it fetches nothing."""
    path = kit / "downloads/example/group/thing/1.0/thing-1.0.jar"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def test_every_jar_is_pinned_once_by_a_whole_digest() -> None:
    jars = pinned_jars()

    assert {len(bytes.fromhex(jar.sha256)) for jar in jars} == {32}
    assert len({(jar.group, jar.artifact) for jar in jars}) == len(jars)
    assert {"kafka_2.13", "kafka-clients", "log4j-slf4j-impl"} <= {jar.artifact for jar in jars}


def test_what_was_fetched_is_kept_and_not_fetched_again(tmp_path: Path) -> None:
    downloaded(tmp_path, CONTENT)
    fetched: list[str] = []

    for _ in range(2):
        require_jars(tmp_path / "libs", [JAR], fetched=fetched.append)

    assert fetched == ["thing-1.0.jar"]
    assert (tmp_path / "libs/thing-1.0.jar").read_bytes() == CONTENT
    assert not (tmp_path / "downloads").exists()


def test_another_file_of_that_name_is_refused_in_a_sentence_and_thrown_away(tmp_path: Path) -> None:
    downloaded(tmp_path, b"something else")

    with pytest.raises(Trouble, match=r"thing-1\.0\.jar is not the file that was tested"):
        require_jars(tmp_path / "libs", [JAR], fetched=lambda _: None)

    assert list(tmp_path.rglob("*.jar")) == []


def test_a_jar_that_was_changed_on_disk_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs/thing-1.0.jar").write_bytes(b"changed")
    downloaded(tmp_path, CONTENT)

    require_jars(tmp_path / "libs", [JAR], fetched=lambda _: None)

    assert (tmp_path / "libs/thing-1.0.jar").read_bytes() == CONTENT


def test_a_jar_that_is_not_pinned_does_not_run(tmp_path: Path) -> None:
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs/stranger-6.6.jar").touch()

    require_jars(tmp_path / "libs", [], fetched=lambda _: None)

    assert list((tmp_path / "libs").iterdir()) == []
