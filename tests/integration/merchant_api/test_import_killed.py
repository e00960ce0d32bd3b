"""A worker that is killed in the middle of a file leaves nothing half, and nothing comes twice."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable

import pytest
from fastapi import FastAPI
from local_stack.ports import free_ports

from tests.conftest import DatabaseUrl
from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.files import (
    a_file,
    a_line,
    begun,
    counts,
    imported,
    row_of,
)
from tests.integration.merchant_api.story import PUBLIC_KEY, Shop, announced

LINES = 4_000
BAD = range(100, LINES, 500)

Worker = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
async def worker(database: DatabaseUrl) -> AsyncIterator[Worker]:
    """Start a real work role, far from any Kafka: what is announced stays in the outbox."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        env = os.environ | {
            "DATABASE_URL": database("merchant"),
            "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:9",
            "LABELER_PUBLIC_KEY": PUBLIC_KEY,
            "NOTIFIER_PUBLIC_KEY": PUBLIC_KEY,
            "BLOB_URL": "file:///unused",
            "PORT": str(free_ports().console),
        }
        command = [sys.executable, "-m", "merchant_api", "work"]
        started.append(
            subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)  # noqa: S603  our own
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


async def _until(shop: Shop, path: str, is_so: Callable[[int, str], bool]) -> None:
    async with asyncio.timeout(60):
        while True:
            row = await row_of(shop.pool, path)
            if is_so(row["line_reached"], row["state"]):
                return
            await asyncio.sleep(0.005)


async def _shipments(shop: Shop) -> list[tuple[str, object]]:
    sql = """
        SELECT tracking_number, version, content
          FROM shipments
         WHERE merchant_id = $1
         ORDER BY tracking_number
    """
    return [tuple(row) for row in await shop.pool.fetch(sql, shop.merchant_id)]


async def test_killed_half_way_it_ends_as_if_nothing_had_happened(
    app: FastAPI, shop: Shop, other_shop: Shop, worker: Worker
) -> None:
    lines = [a_line(it, code="" if it in BAD else "J1H 1A1") for it in range(LINES)]
    person, other = await signed_in(app, shop), await signed_in(app, other_shop)
    path = await begun(person, a_file(*lines))

    first = worker()
    await _until(shop, path, lambda reached, _: reached > LINES // 2)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    half = await row_of(shop.pool, path)
    worker()
    await _until(shop, path, lambda _, state: state == "done")
    undisturbed = await imported(other, other_shop, a_file(*lines))

    assert half["state"] == "running"
    assert LINES // 2 < half["line_reached"] < LINES
    assert await counts(shop.pool, path) == await counts(shop.pool, undisturbed)
    assert await counts(shop.pool, path) == (LINES - len(BAD), 0, 0, len(BAD))
    assert await _shipments(shop) == await _shipments(other_shop)
    told = await announced(shop.pool, "shipment-recorded")
    mine = [it["shipment_id"] for it in told if it["merchant_id"] == str(shop.merchant_id)]
    assert len(mine) == len(set(mine)) == LINES - len(BAD)
