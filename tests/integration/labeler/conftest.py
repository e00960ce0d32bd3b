"""Labeler's use cases on a real database, against the simulator as a process of its own."""

import json
import os
import random
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from chassis import staging
from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.ids import new_id
from chassis.seal import seal
from contracts.carriers import CarrierAccount, CarrierAccountSealed
from contracts.decisions import EstimateRequested, ReturnApproved
from contracts.values import Parcel, PostalAddress, Reply
from labeler.canada_post import Pace, open_http
from labeler.carrier import Carrier
from labeler.clock import utc_now
from labeler.consumer import events
from labeler.create_label import create_label
from nacl.public import PrivateKey
from simulator.settings import DEMO_ACCOUNT

KEY = PrivateKey.generate()
PRIVATE_KEY = b64encode(bytes(KEY)).decode()
PUBLIC_KEY = b64encode(bytes(KEY.public_key)).decode()
MERCHANT = UUID("019ab000-0000-7000-8000-000000000001")


@dataclass(frozen=True, slots=True)
class Simulator:
    """The carrier, seen from outside."""

    url: str

    def fail(self, operation: str, how: str, times: int = 1) -> None:
        """Make the next calls go wrong."""
        fault = {"on": operation, "do": how, "times": times}
        httpx.post(f"{self.url}/faults", json=fault).raise_for_status()

    def sold(self, number: str) -> list[dict[str, str]]:
        """List the labels that carry a return's number."""
        found = httpx.get(f"{self.url}/ledger", params={"customer_ref_1": number})
        entries: list[dict[str, str]] = found.json()["entries"]
        return entries

    def scan(self, pin: str, to: str) -> None:
        """Have a parcel seen."""
        httpx.post(
            f"{self.url}/parcels/{pin}/scan",
            params={"to": to},
            headers={"accept": "application/json"},
        ).raise_for_status()


@pytest.fixture(scope="session")
def running_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    port = _free_port()
    folder = tmp_path_factory.mktemp("simulator")
    environment = {**os.environ, "PORT": str(port), "SIMULATOR_DIR": str(folder)}
    process = subprocess.Popen([sys.executable, "-m", "simulator"], env=environment)
    url = f"http://127.0.0.1:{port}"
    _await_ready(url)
    yield Simulator(url)
    process.terminate()
    process.wait(10)


@pytest.fixture
def simulator(running_simulator: Simulator) -> Simulator:
    httpx.delete(f"{running_simulator.url}/faults").raise_for_status()
    return running_simulator


@pytest.fixture
async def carrier(simulator: Simulator) -> AsyncIterator[Carrier]:
    pace = Pace(calls_per_s=1000, burst=1000, gap_s=0)
    async with open_http(simulator.url) as http:
        yield Carrier(http=http, pace=pace, private_key=PRIVATE_KEY, timeout_s=2)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs((tmp_path / "blobs").as_uri())


@dataclass(frozen=True, slots=True)
class Desk:
    """What a worker of labeler has at hand."""

    pool: Pool
    carrier: Carrier
    blobs: Blobs

    async def stage(self, *happened: object) -> None:
        """Let events come in, as consumed."""
        async with self.pool.transaction() as tx:
            for event in happened:
                origin = staging.Origin(uuid4(), "topic", 0, 0)
                await events.dispatch(tx, event, origin)

    async def create(self, return_id: UUID) -> None:
        """Do the job of a label once."""
        await create_label(self.pool, self.carrier, self.blobs, return_id, clock=utc_now)

    async def announced(self) -> list[tuple[str, dict[str, object]]]:
        """List what the outbox holds: type and body, in order."""
        rows = await self.pool.fetch(
            "SELECT header_names, header_values, value FROM outbox ORDER BY id"
        )
        return [
            (
                dict(zip(row["header_names"], row["header_values"], strict=True))[
                    "ce_type"
                ].decode(),
                json.loads(row["value"]),
            )
            for row in rows
        ]


@pytest.fixture
async def desk(labeler_pool: Pool, carrier: Carrier, blobs: Blobs) -> Desk:
    opened = Desk(labeler_pool, carrier, blobs)
    await opened.stage(an_account())
    return opened


def an_account(
    version: int = 1, customer: str = DEMO_ACCOUNT.customer_number
) -> CarrierAccountSealed:
    """The simulator's own account, sealed to our key."""
    account = CarrierAccount(
        user=DEMO_ACCOUNT.user,
        password=DEMO_ACCOUNT.password,
        customer_number=customer,
        contract_id=DEMO_ACCOUNT.contract_id,
    )
    return CarrierAccountSealed(
        merchant_id=MERCHANT,
        version=version,
        carrier="canada_post",
        sealed=seal(account.model_dump_json().encode(), PUBLIC_KEY),
        sealed_at=datetime.now(UTC),
    )


def an_approval(**changes: object) -> ReturnApproved:
    """An approved return with a number of its own."""
    return_id = new_id()
    approved = ReturnApproved(
        return_id=return_id,
        number=f"RV-{return_id.hex[-8:]}",
        merchant_id=MERCHANT,
        method="qr_code",
        service_code="DOM.EP",
        returner=PostalAddress(
            name="Camille Exemple",
            line_1="10, rue Essai",
            city="Sherbrooke",
            province="QC",
            postal_code="J1H1A1",
        ),
        receiver=PostalAddress(
            name="Retours",
            company="Atelier Boréal",
            line_1="1250, rue Exemple",
            city="Montréal",
            province="QC",
            postal_code="H2X1Y4",
        ),
        parcel=Parcel(weight_grams=1200, length_mm=300, width_mm=200, height_mm=100),
        approved_at=datetime.now(UTC),
        reply=Reply(language="fr", sealed="c2VhbGVk"),
    )
    return approved.model_copy(update=changes)


def an_enquiry(**changes: object) -> EstimateRequested:
    """A price asked for."""
    enquiry = EstimateRequested(
        estimate_id=new_id(),
        return_id=new_id(),
        merchant_id=MERCHANT,
        service_code="DOM.EP",
        origin_postal_code="J1H1A1",
        destination_postal_code="H2X1Y4",
        parcel=Parcel(weight_grams=1200, length_mm=300, width_mm=200, height_mm=100),
        language="fr",
        requested_at=datetime.now(UTC),
    )
    return enquiry.model_copy(update=changes)


def _free_port() -> int:
    while True:
        port = random.randrange(15_000, 32_000)  # noqa: S311
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def _await_ready(url: str) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{url}/readyz", timeout=1).raise_for_status()
        except httpx.HTTPError:
            continue
        return
    pytest.fail("the simulator did not start")
