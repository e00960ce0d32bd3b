"""How a process ends: within its bound, with the exit code that says why, nothing cut off."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from chassis.db import Pool
from chassis.work import enqueue
from local_stack.ports import free_ports

LIVING = Path(__file__).parent / "living.py"
Spawn = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def spawn() -> Iterator[Spawn]:
    started: list[subprocess.Popen[str]] = []

    def start(how: str, *arguments: str) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        command = [sys.executable, str(LIVING), how, *arguments]
        # Buffered, as a process is by itself: only then something is left to say at the end.
        env = {name: os.environ[name] for name in os.environ if name != "PYTHONUNBUFFERED"}
        started.append(
            subprocess.Popen(command, stdin=pipe, stdout=pipe, env=env, text=True)  # noqa: S603
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


async def _read_until(process: "subprocess.Popen[str]", word: str) -> None:
    assert process.stdout is not None
    async with asyncio.timeout(30):
        while (line := await asyncio.to_thread(process.stdout.readline)).strip() != word:
            assert line, f"the process ended before it said {word}"


async def _ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    said, _ = await asyncio.to_thread(process.communicate, timeout=30)
    return process.returncode, said


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_a_stop_lets_every_loop_finish_and_leaves_0(
    spawn: Spawn, sign: signal.Signals
) -> None:
    process = spawn("orderly")
    await _read_until(process, "ready")

    process.send_signal(sign)

    code, said = await _ended(process)
    assert (code, "finished" in said) == (0, True)


async def test_a_loop_that_never_ends_does_not_keep_the_process(spawn: Spawn) -> None:
    process = spawn("endless")
    await _read_until(process, "ready")
    began = time.monotonic()

    process.terminate()

    code, said = await _ended(process)
    assert (code, "stop did not finish in time" in said) == (0, True)
    assert 0.9 < time.monotonic() - began < 6


async def test_being_told_twice_changes_nothing(spawn: Spawn) -> None:
    process = spawn("orderly")
    await _read_until(process, "ready")

    process.terminate()
    process.terminate()

    code, said = await _ended(process)
    assert (code, "finished" in said) == (0, True)


@pytest.mark.parametrize("how", ["ending", "failing"])
async def test_a_dead_loop_ends_the_process_but_not_what_the_others_have_in_hand(
    spawn: Spawn, how: str
) -> None:
    code, said = await _ended(spawn(how))

    assert (code, "finished" in said) == (5, True)
    assert f'"loop": "{how}"' in said
    assert ("ZeroDivisionError" in said) == (how == "failing")


async def test_a_dead_loop_ends_the_process_though_another_never_does(spawn: Spawn) -> None:
    code, said = await _ended(spawn("failing_beside_endless"))

    assert code == 5
    assert "ZeroDivisionError" in said


async def test_a_failure_at_the_stop_is_told_and_leaves_5(spawn: Spawn) -> None:
    process = spawn("failing_at_stop")
    await _read_until(process, "ready")

    process.terminate()

    code, said = await _ended(process)
    assert (code, "ZeroDivisionError" in said) == (5, True)


@pytest.mark.parametrize(("how", "code"), [("broken", 1), ("cancelled", 1), ("over", 0)])
async def test_a_role_that_ends_says_by_its_code_how(spawn: Spawn, how: str, code: int) -> None:
    assert (await _ended(spawn(how)))[0] == code


async def test_a_lost_session_ends_the_process_on_the_spot(
    spawn: Spawn, pool: Pool, plumbed: str
) -> None:
    process = spawn("with_session", plumbed)
    await _read_until(process, "ready")

    await pool.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    code, said = await _ended(process)
    assert (code, "database session lost" in said) == (3, True)


async def test_a_job_in_hand_is_finished_before_the_process_leaves(
    spawn: Spawn, pool: Pool, plumbed: str
) -> None:
    async with pool.transaction() as tx:
        await enqueue(tx, "kind", "key")
    process = spawn("with_job", plumbed)
    await _read_until(process, "ready")

    process.terminate()
    _tell(process)

    code, said = await _ended(process)
    assert (code, "finished" in said) == (0, True)
    assert await pool.fetch("SELECT FROM jobs") == []


def _tell(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


async def test_a_process_that_nobody_listens_to_any_more_still_leaves(spawn: Spawn) -> None:
    process = spawn("endless")
    await _read_until(process, "ready")
    assert process.stdout is not None
    process.stdout.close()

    process.terminate()

    assert await asyncio.to_thread(process.wait, 20) == 0


async def test_a_port_that_is_taken_ends_the_process_in_an_orderly_way(spawn: Spawn) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        code, said = await _ended(spawn("serving", str(port)))

    assert (code, "finished" in said) == (5, True)
    assert f"CannotListen: 127.0.0.1:{port}" in said


async def _until_it_serves(address: str) -> None:
    async with asyncio.timeout(30), httpx.AsyncClient() as client:
        while True:
            try:
                if (await client.get(f"{address}/readyz")).is_success:
                    return
            except httpx.ConnectError:
                await asyncio.sleep(0.05)


async def test_a_server_finishes_what_it_was_asked_and_takes_nothing_new(spawn: Spawn) -> None:
    port = free_ports().portal
    address = f"http://127.0.0.1:{port}"
    process = spawn("serving", str(port))
    await _until_it_serves(address)

    async with httpx.AsyncClient(timeout=20) as client:
        asking = asyncio.ensure_future(client.get(f"{address}/slow"))
        await _read_until(process, "asked")
        process.terminate()
        await _until_refused(port)
        _tell(process)
        answer = await asking

    assert (answer.status_code, answer.json()) == (200, "whole")
    assert (await _ended(process))[0] == 0


async def _until_refused(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                return
            writer.close()
            await asyncio.sleep(0.02)
