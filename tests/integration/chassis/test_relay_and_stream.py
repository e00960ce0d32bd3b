"""From an outbox to another table over a real Kafka: everything once, in order per key."""

import asyncio
import secrets
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from bootstrap.topics import Wanted, prepare_topics
from chassis import outbox
from chassis.db import Pool

PROCESS = Path(__file__).parent / "relay_or_reader.py"
KEYS = 20
DEADLINE_S = 60.0


@pytest.fixture
async def topic(kafka_servers: str) -> str:
    name = f"test.{secrets.token_hex(6)}"
    dead = Wanted(f"{name}.dead", 1, {})
    await prepare_topics(kafka_servers, [Wanted(name, 3, {}), dead])
    return name


@pytest.fixture
async def seen(pool: Pool) -> None:
    await pool.execute(
        "CREATE TABLE seen (event_id uuid PRIMARY KEY, key text, number integer, "
        "at bigint GENERATED ALWAYS AS IDENTITY)"
    )


@pytest.fixture
async def spawn(
    plumbed: str, kafka_servers: str, topic: str, seen: None
) -> "AsyncIterator[Callable[[str], subprocess.Popen[bytes]]]":
    _ = seen
    started: list[subprocess.Popen[bytes]] = []

    def start(role: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, str(PROCESS), role, plumbed, kafka_servers, topic]
        started.append(subprocess.Popen(command))  # noqa: S603
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


async def _write(pool: Pool, topic: str, numbers: range) -> None:
    for number in numbers:
        async with pool.transaction() as tx:
            headers = [
                ("ce_id", str(_event_id(number)).encode()),
                ("ce_type", b"numbered"),
            ]
            key = f"key-{number % KEYS}".encode()
            await outbox.append_raw(tx, topic, key=key, headers=headers, value=b"%d" % number)


def _event_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


async def _count(pool: Pool) -> int:
    row = await pool.fetchrow("SELECT count(*) AS rows FROM seen")
    assert row is not None
    rows: int = row["rows"]
    return rows


async def _until(reached: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not await reached():  # noqa: ASYNC110  another process reaches it
            await asyncio.sleep(0.05)


async def _until_all_hold_locks(pool: Pool, processes: "list[subprocess.Popen[bytes]]") -> None:
    sql = """
        SELECT count(DISTINCT pid) AS holders
          FROM pg_locks
         WHERE locktype = 'advisory'
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    """

    async def all_hold() -> bool:
        row = await pool.fetchrow(sql)
        return row is not None and row["holders"] == len(processes)

    await _until(all_hold)


async def _assert_all_once_and_in_order(pool: Pool, total: int) -> None:
    async def all_seen() -> bool:
        return await _count(pool) == total

    await _until(all_seen)
    rows = await pool.fetch("SELECT key, array_agg(number ORDER BY at) AS n FROM seen GROUP BY key")
    assert all(row["n"] == sorted(row["n"]) for row in rows)

    async def outbox_is_empty() -> bool:
        return not await pool.fetch("SELECT id FROM outbox")

    await _until(outbox_is_empty)


async def _end(process: "subprocess.Popen[bytes]") -> int:
    process.send_signal(signal.SIGTERM)
    return await asyncio.to_thread(process.wait, 20)


async def test_everything_arrives_once_and_in_order_though_both_sides_are_killed(
    pool: Pool, topic: str, spawn: "Callable[[str], subprocess.Popen[bytes]]"
) -> None:
    processes = {role: spawn(role) for role in ("relay", "reader")}

    for first in range(0, 1800, 300):

        async def is_under_way(first: int = first) -> bool:
            return await _count(pool) > first

        writing = asyncio.create_task(_write(pool, topic, range(first, first + 300)))
        await _until(is_under_way)
        victim = ("relay", "reader")[(first // 300) % 2]
        processes[victim].kill()
        processes[victim].wait()
        processes[victim] = spawn(victim)
        await writing
    await _assert_all_once_and_in_order(pool, 1800)


async def test_two_relays_share_the_shards_and_keep_the_order(
    pool: Pool, topic: str, spawn: "Callable[[str], subprocess.Popen[bytes]]"
) -> None:
    processes = [spawn("relay"), spawn("relay"), spawn("reader")]
    await _until_all_hold_locks(pool, processes)

    await _write(pool, topic, range(400))
    await _assert_all_once_and_in_order(pool, 400)

    assert [await _end(process) for process in processes] == [0, 0, 0]


async def test_poison_is_passed_on_to_the_dead_topic_and_the_rest_arrives(
    pool: Pool, kafka_servers: str, topic: str, spawn: "Callable[[str], subprocess.Popen[bytes]]"
) -> None:
    async with AIOKafkaProducer(bootstrap_servers=kafka_servers) as producer:
        for headers in ([("ce_type", b"\xff\xfe")], [("ce_type", None)], []):
            await producer.send_and_wait(topic, b"\x00\xff", key=b"key-0", headers=headers)
    processes = [spawn("relay"), spawn("reader")]
    await _until_all_hold_locks(pool, processes)

    await _write(pool, topic, range(20))
    await _assert_all_once_and_in_order(pool, 20)

    rows = await pool.fetch("SELECT value FROM quarantine")
    assert [row["value"] for row in rows] == [b"\x00\xff"] * 3
    assert [await _end(process) for process in processes] == [0, 0]
