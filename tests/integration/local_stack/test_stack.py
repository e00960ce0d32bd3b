import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from local_stack.ports import free_ports, is_free
from local_stack.stack import Stack
from local_stack.trouble import Trouble

from tests.conftest import CACHE
from tests.integration.local_stack.processes import eventually, is_running


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("stack")
    with Stack(folder, ports=free_ports(), only={"topics", "roles"}, cache=CACHE) as stack:
        yield stack


async def test_a_database_killed_in_the_middle_keeps_what_was_committed(stack: Stack) -> None:
    url = stack.env("portal-work")["DATABASE_URL"]
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE TABLE kept AS SELECT 1 AS n")

    stack.kill("postgres")
    stack.restart("postgres")
    stack.await_ready("postgres")

    connection.terminate()
    connection = await asyncpg.connect(url)
    assert await connection.fetchval("SELECT n FROM kept") == 1
    assert await connection.fetchval("SHOW fsync") == "on"
    await connection.close()


def test_what_falls_is_raised_again(stack: Stack) -> None:
    for name in ("postgres", "kafka"):
        before = stack.pid(name)

        stack.kill(name)
        stack.await_ready(name)

        assert stack.pid(name) != before


def test_a_lock_that_names_a_stranger_does_not_stop_the_database(tmp_path: Path) -> None:
    stack = Stack(tmp_path, ports=free_ports(), only={"postgres"})
    lock = tmp_path / "postgres/data/postmaster.pid"
    with stack:
        stack.kill("postgres")
        lines = lock.read_text().splitlines()
    lock.write_text("\n".join(["1", *lines[1:]]))  # as after a restart of the machine

    with stack:
        assert lock.read_text().splitlines()[0] == str(stack.pid("postgres"))


def test_nobody_starts_twice_in_one_folder(stack: Stack) -> None:
    with pytest.raises(Trouble, match="already runs from"):
        Stack(stack.folder.root, ports=free_ports(), only={"postgres"}).start()


def test_a_taken_port_is_named_in_a_sentence(stack: Stack, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=rf"Port {stack.ports.postgres} \(postgres\) is taken"):
        Stack(tmp_path, ports=stack.ports, only={"postgres"}).start()


def test_a_part_that_cannot_start_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    ports = free_ports()
    (tmp_path / "simulator").write_text("a file where a folder should be")

    with pytest.raises(Trouble, match="simulator ended with 1"):
        Stack(tmp_path, ports=ports, only={"simulator", "inbox"}).start()

    assert is_free(ports.inbox)
    assert is_free(ports.smtp)


DIES = """
import sys
from pathlib import Path
from local_stack.ports import free_ports
from local_stack.stack import Stack
stack = Stack(Path(sys.argv[1]), ports=free_ports(), only={"postgres", "kafka", "inbox"},
              cache=Path(sys.argv[2]))
stack.start()
print(*(stack.pid(name) for name in stack.names), flush=True)
input()
"""


def test_no_process_outlives_a_killed_stack(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DIES, str(tmp_path), str(CACHE)]
    owner = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    pids = [int(word) for word in owner.stdout.readline().split()]
    assert len(pids) == 3
    assert all(is_running(pid) for pid in pids)

    owner.send_signal(signal.SIGKILL)
    owner.communicate()

    eventually(lambda: not any(is_running(pid) for pid in pids), within_s=10)


MINDED = """
import subprocess
from local_stack.undertaker import Undertaker
undertaker = Undertaker()
children = [subprocess.Popen(["sleep", "600"]) for _ in range(2)]
for child in children:
    undertaker.mind(child.pid)
undertaker.forget(children[1].pid)
print(*(child.pid for child in children), flush=True)
input()
"""


def test_where_the_kernel_does_not_help_an_undertaker_does() -> None:
    owner = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", MINDED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    minded, forgotten = (int(word) for word in owner.stdout.readline().split())

    owner.kill()

    eventually(lambda: not is_running(minded), within_s=10)
    assert is_running(forgotten)
    os.kill(forgotten, signal.SIGKILL)
    owner.communicate()
