"""A portal that a browser can reach, and that has heard of one centre and one parcel."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chassis.db import Pool
from chassis.process import Stop
from chassis.serving import serve
from local_stack.ports import free_ports

from tests.integration.portal_api.portal import Portal, a_portal, a_shipment
from tests.unit.portal_api.story import a_centre


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the portal is reached, and the portal itself, to be told what happens."""

    url: str
    portal: Portal


@pytest.fixture
async def entry(portal_pool: Pool, tmp_path: Path) -> AsyncIterator[Entry]:
    port = free_ports().portal
    url = f"http://127.0.0.1:{port}"
    portal = a_portal(portal_pool, tmp_path, public_url=url)
    await portal.hear(a_centre(), a_shipment())
    stop = Stop()
    serving = asyncio.create_task(serve(portal.app, "127.0.0.1", port, stop))
    await _until_it_answers(port)
    yield Entry(f"{url}/atelier-boreal/", portal)
    stop.set()
    await serving


async def _until_it_answers(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.02)
