"""The simulator in this process, on a clock that tests set."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from simulator.accounts import Account
from simulator.app import create_app
from simulator.depot import Depot, open_depot
from simulator.settings import DEMO_ACCOUNT, Settings

from tests.contract.simulator.carrier import Caller, Clock

SMALL_BUSINESS = Account("small", "specimen", "43", contract_id=None)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 25, 17, 0, tzinfo=UTC))


@pytest.fixture
def depot(tmp_path: Path, clock: Clock) -> Iterator[Depot]:
    accounts = (DEMO_ACCOUNT, SMALL_BUSINESS)
    settings = Settings(tmp_path, public_url="https://labels.example", accounts=accounts)
    depot = open_depot(settings, clock)
    yield depot
    depot.close()


@pytest.fixture
async def caller(depot: Depot) -> AsyncIterator[Caller]:
    transport = httpx.ASGITransport(create_app(depot))
    async with httpx.AsyncClient(transport=transport, base_url="http://carrier.example") as http:
        yield Caller(http)
