"""The real process, killed without warning: what it promised, it still knows."""

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.contract.simulator.carrier import AN_ORDER, Caller

WITHIN_S = 20


def free_port() -> int:
    for port in random.sample(range(15_000, 32_000), 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    pytest.fail("no free port")


async def start(directory: Path, port: int) -> asyncio.subprocess.Process:
    told = {"PORT": str(port), "SIMULATOR_DIR": str(directory), "LOG_FORMAT": "json"}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "simulator",
        env={**os.environ, **told},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )


@asynccontextmanager
async def running(
    directory: Path,
) -> AsyncIterator[tuple[asyncio.subprocess.Process, Caller]]:
    port = free_port()
    process = await start(directory, port)
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            await ready(http, process)
            yield process, Caller(http)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ready(http: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(WITHIN_S):
        while process.returncode is None:
            try:
                if (await http.get("/readyz")).is_success:
                    return
            except httpx.ConnectError:
                await asyncio.sleep(0.02)
    pytest.fail("the simulator ended")


async def buy_until_cut_off(
    caller: Caller, buyer: int, told: list[str], enough: asyncio.Event
) -> None:
    """Order one label after another, noting the reference of each that was answered."""
    for number in range(1_000):
        reference = f"B{buyer}-{number}"
        try:
            answer = await caller.order(AN_ORDER.replace("RV-2841-6K", reference))
        except httpx.TransportError:
            return
        assert answer.status_code == 200
        told.append(reference)
        if len(told) >= 12:
            enough.set()


async def test_what_a_buyer_was_told_is_in_the_ledger_after_sigkill(tmp_path: Path) -> None:
    told: list[str] = []
    enough = asyncio.Event()
    async with running(tmp_path) as (process, caller):
        buyers = [asyncio.create_task(buy_until_cut_off(caller, n, told, enough)) for n in range(4)]
        async with asyncio.timeout(WITHIN_S):
            await enough.wait()
        process.send_signal(signal.SIGKILL)
        await asyncio.gather(*buyers)

    async with running(tmp_path) as (_, caller):
        entries = await caller.ledger()
        after = await caller.sell()

    known = [entry["customer_ref_1"] for entry in entries]
    assert len(known) == len(set(known))
    assert set(told) <= set(known)
    # At most the one order of each buyer that was under way may be there without an answer.
    assert len(known) - len(told) <= 4
    assert after.pin not in {entry["pin"] for entry in entries}


async def test_labels_and_scans_are_there_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as (process, caller):
        sold = await caller.sell()
        file = await caller.http.get(f"/parcels/{sold.pin}/label")
        await caller.scan(sold.pin, "in_transit")
        await caller.fail("price", "500", times=9)
        process.send_signal(signal.SIGKILL)
        await process.wait()

    async with running(tmp_path) as (_, caller):
        again = await caller.http.get(httpx.URL(sold.public_url).path)
        (entry,) = await caller.ledger()
        rates = await caller.rates()

    assert again.content == file.content
    assert entry["stage"] == "in_transit"
    assert rates.status_code == 200  # a restart is a good day


async def test_a_lost_response_is_a_closed_connection_and_a_sale(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, caller):
        await caller.fail("authorizedreturn", "lost-response")
        with pytest.raises(httpx.TransportError):
            await caller.order()
        await caller.fail("authorizedreturn", "drop-connection")
        with pytest.raises(httpx.TransportError):
            await caller.order()

        assert len(await caller.ledger()) == 1


async def test_told_to_stop_it_ends_with_zero(tmp_path: Path) -> None:
    async with running(tmp_path) as (process, _):
        process.terminate()

        async with asyncio.timeout(WITHIN_S):
            assert await process.wait() == 0


async def test_a_second_one_in_the_same_folder_says_why_it_will_not(tmp_path: Path) -> None:
    async with running(tmp_path):
        second = await start(tmp_path, free_port())

        _, said = await second.communicate()

    assert second.returncode == 1
    assert b"another simulator writes to" in said
    assert b"Traceback" not in said
