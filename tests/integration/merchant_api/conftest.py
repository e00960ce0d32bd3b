"""A merchant who has just been enrolled, and another one beside."""

from collections.abc import AsyncIterator

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI

from tests.integration.merchant_api.edge import a_client, an_app
from tests.integration.merchant_api.story import Shop, open_shop


@pytest.fixture
async def shop(merchant_pool: Pool) -> Shop:
    return await open_shop(merchant_pool)


@pytest.fixture
async def other_shop(merchant_pool: Pool) -> Shop:
    return await open_shop(merchant_pool, "atelier-austral")


@pytest.fixture
def app(merchant_pool: Pool) -> FastAPI:
    return an_app(merchant_pool)


@pytest.fixture
async def program(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    """A program that holds the key of the shop."""
    async with a_client(app, key=shop.key) as client:
        yield client
