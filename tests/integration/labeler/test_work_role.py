"""The whole process: decisions come off Kafka, labels go onto it, and a stop cuts no call off."""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from bootstrap.topics import prepare_topics
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.event import Event
from contracts.labels import LabelCreated
from contracts.topics import LABELS
from labeler.clock import utc_now

from tests.conftest import DatabaseUrl
from tests.integration.labeler.conftest import PRIVATE_KEY, Simulator, an_account, an_approval

DEADLINE_S = 60.0


@pytest.fixture
async def worker(
    kafka_servers: str, database: DatabaseUrl, simulator: Simulator, tmp_path: Path
) -> "AsyncIterator[subprocess.Popen[bytes]]":
    """`python -m labeler work`, as it is run."""
    await prepare_topics(kafka_servers)
    environment = {
        **os.environ,
        "DATABASE_URL": database("labeler"),
        "KAFKA_BOOTSTRAP_SERVERS": kafka_servers,
        "BLOB_URL": (tmp_path / "blobs").as_uri(),
        "CANADA_POST_URL": simulator.url,
        "LABELER_PRIVATE_KEY": PRIVATE_KEY,
        "PORT": str(_free_port()),
    }
    process = subprocess.Popen([sys.executable, "-m", "labeler", "work"], env=environment)  # noqa: ASYNC220
    yield process
    process.kill()
    process.wait()


def _free_port() -> int:
    while True:
        port = random.randrange(15_000, 32_000)  # noqa: S311  not a secret
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


async def _send(servers: str, *happened: Event) -> None:
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        for event in happened:
            message = wire.message(event, event_id=new_id(), at=utc_now())
            headers = [(name, value.encode()) for name, value in message.headers.items()]
            await producer.send_and_wait(
                message.topic, message.value, key=message.key.encode(), headers=headers
            )


async def _label_of(servers: str, return_id: UUID) -> LabelCreated:
    """Wait for the label of one return: others may be on the topic."""
    consumer = AIOKafkaConsumer(
        LABELS.name, bootstrap_servers=servers, auto_offset_reset="earliest"
    )
    async with asyncio.timeout(DEADLINE_S), consumer:
        async for record in consumer:
            event = wire.decode(dict(record.headers)["ce_type"].decode(), record.value)
            if isinstance(event, LabelCreated) and event.return_id == return_id:
                return event
    pytest.fail("the topic has ended")


async def test_an_approval_off_kafka_is_a_label_on_kafka_and_a_stop_leaves_zero(
    worker: "subprocess.Popen[bytes]", kafka_servers: str, simulator: Simulator
) -> None:
    approved = an_approval()
    await _send(kafka_servers, approved, an_account())

    created = await _label_of(kafka_servers, approved.return_id)
    worker.send_signal(signal.SIGTERM)
    code = await asyncio.to_thread(worker.wait, 30)

    [sold] = simulator.sold(approved.number)
    assert created.tracking_pin == sold["pin"]
    assert code == 0


async def test_a_stop_in_the_middle_of_a_purchase_waits_for_its_answer(
    worker: "subprocess.Popen[bytes]",
    kafka_servers: str,
    simulator: Simulator,
    labeler_pool: Pool,
) -> None:
    approved = an_approval()
    simulator.fail("authorizedreturn", "delay:1.5")
    await _send(kafka_servers, an_account(), approved)
    async with asyncio.timeout(DEADLINE_S):
        while not await labeler_pool.fetch("SELECT FROM label_attempts"):  # noqa: ASYNC110  a row tells it
            await asyncio.sleep(0.02)

    worker.send_signal(signal.SIGTERM)
    code = await asyncio.to_thread(worker.wait, 30)

    [attempt] = await labeler_pool.fetch("SELECT outcome FROM label_attempts")
    assert attempt["outcome"] == "done"
    assert code == 0
    assert len(simulator.sold(approved.number)) == 1
