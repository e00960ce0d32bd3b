"""A database that holds the plumbing tables and nothing else."""

import secrets
from collections.abc import AsyncIterator
from importlib import resources
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest
from chassis.db import Pool, open_pool
from chassis.session import Session, open_session


@pytest.fixture
async def plumbed(admin_url: str) -> AsyncIterator[str]:
    name = f"plumbed_{secrets.token_hex(6)}"
    admin = await asyncpg.connect(admin_url)
    await admin.execute(f"CREATE DATABASE {name}")
    url = urlunsplit(urlsplit(admin_url)._replace(path=f"/{name}"))
    connection = await asyncpg.connect(url)
    await connection.execute((resources.files("chassis") / "plumbing.sql").read_text("utf-8"))
    await connection.close()
    yield url
    await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await admin.close()


@pytest.fixture
async def pool(plumbed: str) -> AsyncIterator[Pool]:
    async with open_pool(plumbed, size=4) as opened:
        yield opened


@pytest.fixture
async def session(plumbed: str) -> AsyncIterator[Session]:
    async with open_session(plumbed) as opened:
        yield opened
