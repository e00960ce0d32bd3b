"""Kafka away at the start, in the middle, at the stop: waited for, alive; nothing lost."""

import asyncio
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from bootstrap.topics import Wanted, prepare_topics
from chassis import outbox
from chassis.db import Pool
from local_stack.ports import free_ports
from local_stack.stack import Stack

PROCESS = Path(__file__).parent / "relay_or_reader.py"
CACHE = Path(__file__).parents[3] / ".renvoi/cache"
KEYS = 20
DEADLINE_S = 60.0


@dataclass(frozen=True)
class Process:
    running: "subprocess.Popen[bytes]"
    log: Path

    @property
    def is_alive(self) -> bool:
        return self.running.poll() is None


Spawn = Callable[[str], Process]


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Run a Kafka of these tests' own, which they may kill."""
    folder = tmp_path_factory.mktemp("broker")
    with Stack(folder, ports=free_ports(), only={"kafka"}, cache=CACHE) as stack:
        yield stack


@pytest.fixture
def servers(broker: Stack) -> str:
    return broker.env("topics")["KAFKA_BOOTSTRAP_SERVERS"]


@pytest.fixture
async def topic(servers: str) -> str:
    name = f"test.{secrets.token_hex(6)}"
    await prepare_topics(servers, [Wanted(name, 1, {})])
    return name


@pytest.fixture
async def spawn(
    pool: Pool, plumbed: str, servers: str, topic: str, tmp_path: Path
) -> AsyncIterator[Spawn]:
    await pool.execute(
        "CREATE TABLE seen (event_id uuid PRIMARY KEY, key text, number integer, "
        "at bigint GENERATED ALWAYS AS IDENTITY)"
    )
    started: list[Process] = []

    def start(role: str) -> Process:
        command = [sys.executable, str(PROCESS), role, plumbed, servers, topic]
        path = tmp_path / f"{role}.log"
        with path.open("wb") as log:
            running = subprocess.Popen(  # noqa: S603
                command, stdout=log, env={**os.environ, "IMPATIENT": "1"}
            )
        started.append(Process(running, path))
        return started[-1]

    yield start
    for process in started:
        process.running.kill()
        process.running.wait()


async def _write(pool: Pool, topic: str, numbers: range, size: int = 0) -> None:
    async with pool.transaction() as tx:
        for number in numbers:
            headers = [
                ("ce_id", f"00000000-0000-4000-8000-{number:012d}".encode()),
                ("ce_type", b"numbered"),
            ]
            value = f"{number}{' ' * size}".encode()
            key = f"key-{number % KEYS}".encode()
            await outbox.append_raw(tx, topic, key=key, headers=headers, value=value)


async def _until(reached: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not await reached():  # noqa: ASYNC110  another process reaches it
            await asyncio.sleep(0.05)


async def _until_seen(pool: Pool, total: int) -> None:
    async def all_seen() -> bool:
        return len(await pool.fetch("SELECT FROM seen")) == total

    await _until(all_seen)
    rows = await pool.fetch("SELECT key, array_agg(number ORDER BY at) AS n FROM seen GROUP BY key")
    assert all(row["n"] == sorted(row["n"]) for row in rows)


async def _until_said(process: Process, words: str) -> None:
    async def said() -> bool:
        assert process.is_alive, process.log.read_text()
        return words in process.log.read_text()

    await _until(said)


async def _end(process: Process) -> int:
    process.running.send_signal(signal.SIGTERM)
    return await asyncio.to_thread(process.running.wait, 20)


async def test_both_sides_wait_for_a_broker_that_is_not_there_yet(
    broker: Stack, pool: Pool, topic: str, spawn: Spawn
) -> None:
    broker.kill("kafka")
    processes = [spawn("relay"), spawn("reader")]
    await _write(pool, topic, range(40))
    for process in processes:
        await _until_said(process, "waiting for Kafka")
    seen_too_early = await pool.fetch("SELECT FROM seen")
    are_alive = [process.is_alive for process in processes]

    broker.restart("kafka")
    broker.await_ready("kafka")
    await _until_seen(pool, 40)

    assert (seen_too_early, are_alive) == ([], [True, True])
    assert [await _end(process) for process in processes] == [0, 0]


async def test_a_relay_outlives_its_broker_with_more_in_hand_than_fits_its_buffer(
    broker: Stack, pool: Pool, topic: str, spawn: Spawn
) -> None:
    processes = [spawn("relay"), spawn("reader")]
    await _write(pool, topic, range(20))
    await _until_seen(pool, 20)

    broker.kill("kafka")
    await _write(pool, topic, range(20, 320), size=2_000)
    await _until_said(processes[0], "broker away")
    broker.restart("kafka")
    broker.await_ready("kafka")
    await _until_seen(pool, 320)

    assert all(process.is_alive for process in processes)
    assert [await _end(process) for process in processes] == [0, 0]


async def test_a_broker_that_is_away_at_the_stop_does_not_keep_the_process(
    broker: Stack, pool: Pool, topic: str, spawn: Spawn
) -> None:
    processes = [spawn("relay"), spawn("reader")]
    await _write(pool, topic, range(20))
    await _until_seen(pool, 20)
    broker.kill("kafka")
    await _write(pool, topic, range(20, 320), size=2_000)
    await _until_said(processes[0], "broker away")
    began = time.monotonic()

    codes = await asyncio.gather(*map(_end, processes))

    assert codes == [0, 0]
    assert time.monotonic() - began < 15
    broker.restart("kafka")
    broker.await_ready("kafka")


async def test_a_broker_that_accepts_and_never_answers_ends_the_relay(
    broker: Stack, pool: Pool, topic: str, spawn: Spawn
) -> None:
    relay = spawn("relay")
    await _write(pool, topic, range(20))
    await _until(lambda: _is_empty(pool))

    os.kill(broker.pid("kafka"), signal.SIGSTOP)
    try:
        await _write(pool, topic, range(20, 40))
        code = await asyncio.to_thread(relay.running.wait, 30)
    finally:
        os.kill(broker.pid("kafka"), signal.SIGCONT)

    assert code == 5
    assert "a window is stuck" in relay.log.read_text()
    assert len(await pool.fetch("SELECT FROM outbox")) == 20


async def _is_empty(pool: Pool) -> bool:
    return not await pool.fetch("SELECT FROM outbox")


async def test_a_topic_that_is_missing_stops_no_other(
    pool: Pool, servers: str, topic: str, spawn: Spawn
) -> None:
    processes = [spawn("relay"), spawn("reader")]
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        await producer.send_and_wait(topic, b"no number", key=b"key-0")
    # Its dead twin was not made: the record is quarantined, its announcement cannot be sent.

    await _until_said(processes[0], "topic cannot be written to")
    await _write(pool, topic, range(40))
    await _until_seen(pool, 40)

    left = await pool.fetch("SELECT topic FROM outbox")
    assert [row["topic"] for row in left] == [f"{topic}.dead"]
    assert all(process.is_alive for process in processes)


async def test_a_record_cannot_make_the_reader_write_to_a_topic_of_its_choice(
    pool: Pool, servers: str, topic: str, spawn: Spawn
) -> None:
    other = f"{topic}.other"
    await prepare_topics(servers, [Wanted(other, 1, {}), Wanted(f"{topic}.dead", 1, {})])
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        headers = [("reply_to", other.encode()), ("correlation_id", b"x")]
        await producer.send_and_wait(topic, b"poison", key=b"key-0", headers=headers)
        spawn("relay")
        spawn("reader")
        await _write(pool, topic, range(20))
        await _until_seen(pool, 20)
        sent = await producer.send_and_wait(other, b"mine", key=b"k")

    assert sent.offset == 0
