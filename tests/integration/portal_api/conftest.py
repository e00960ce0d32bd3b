"""A portal that has heard of one centre and one parcel."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from chassis.db import Pool

from tests.integration.portal_api.portal import Portal, a_portal, a_shipment
from tests.unit.portal_api.story import a_centre


@pytest.fixture
async def portal(portal_pool: Pool, tmp_path: Path) -> Portal:
    made = a_portal(portal_pool, tmp_path)
    await made.hear(a_centre(), a_shipment())
    return made


@pytest.fixture
async def strict(portal_pool: Pool, tmp_path: Path) -> Portal:
    """The same with the limits of a real centre."""
    made = a_portal(
        portal_pool,
        tmp_path,
        lookup_tries_per_parcel=5,
        lookup_tries_per_network=20,
        lookup_tries_per_postal_code=30,
    )
    await made.hear(a_centre(), a_shipment())
    return made


@pytest.fixture
async def client(portal: Portal) -> AsyncIterator[httpx.AsyncClient]:
    async with portal.client() as made:
        yield made
