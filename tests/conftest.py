"""What all tests share: kinds marked by folder, and fresh databases on a real PostgreSQL."""

import os
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg
import pytest
from bootstrap.roles import ROLES, prepare_roles
from chassis.db import Pool, open_pool
from chassis.migrate import migrate
from local_stack.ports import free_ports
from local_stack.stack import Stack

from tests.containers import in_containers
from tests.system import System, running

HERE = Path(__file__).parent
CACHE = HERE.parent / ".renvoi/cache"
PASSWORDS = dict.fromkeys(ROLES, "for-tests-only")
PACKAGES = {
    "portal": "portal_api",
    "merchant": "merchant_api",
    "labeler": "labeler",
    "notifier": "notifier",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its kind, which is the name of its folder."""
    for item in items:
        kind = item.path.relative_to(HERE).parts[0]
        item.add_marker(kind)


@dataclass(frozen=True, slots=True)
class Foundations:
    """A real PostgreSQL and a real Kafka, for the whole run."""

    admin_url: str
    kafka_servers: str


@pytest.fixture(scope="session")
def foundations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Foundations]:
    """Run both locally, or in containers with RENVOI_STACK=containers."""
    if os.environ.get("RENVOI_STACK") == "containers":
        with in_containers() as (admin_url, kafka_servers):
            yield Foundations(admin_url, kafka_servers)
        return
    folder = tmp_path_factory.mktemp("foundations")
    with Stack(folder, ports=free_ports(), only={"postgres", "kafka"}, cache=CACHE) as stack:
        yield Foundations(
            _in_database(stack.env("roles")["ADMIN_DATABASE_URL"], "postgres"),
            stack.env("topics")["KAFKA_BOOTSTRAP_SERVERS"],
        )


@pytest.fixture(scope="session")
def admin_url(foundations: Foundations) -> str:
    """Address of a PostgreSQL on which databases and roles may be made."""
    return foundations.admin_url


@pytest.fixture(scope="session")
def kafka_servers(foundations: Foundations) -> str:
    """Address of a Kafka on which topics may be made."""
    return foundations.kafka_servers


def _in_database(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def _as_role(url: str, role: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}:{quote(PASSWORDS[role])}@{host}"))


@pytest.fixture(scope="session")
async def template(admin_url: str) -> AsyncIterator[str]:
    """Make a database with all roles, schemas and migrations, to be copied for each test."""
    name = f"template_{secrets.token_hex(4)}"
    url = _in_database(admin_url, name)
    await prepare_roles(url, PASSWORDS)
    for role, package in PACKAGES.items():
        await migrate(_as_role(url, role), package)
    yield name
    await _drop(admin_url, name)


DatabaseUrl = Callable[[str], str]


@pytest.fixture
async def database(admin_url: str, template: str) -> AsyncIterator[DatabaseUrl]:
    """Make a fresh database; give the function from a role's name to its address."""
    name = f"test_{secrets.token_hex(6)}"
    admin = await asyncpg.connect(admin_url)
    await admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    await admin.close()
    url = _in_database(admin_url, name)
    yield lambda role: _as_role(url, role)
    await _drop(admin_url, name)


async def _drop(admin_url: str, name: str) -> None:
    admin = await asyncpg.connect(admin_url)
    await admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    await admin.close()


@pytest.fixture
async def portal_pool(database: DatabaseUrl) -> AsyncIterator[Pool]:
    async with open_pool(database("portal")) as pool:
        yield pool


@pytest.fixture
async def merchant_pool(database: DatabaseUrl) -> AsyncIterator[Pool]:
    async with open_pool(database("merchant")) as pool:
        yield pool


@pytest.fixture
async def labeler_pool(database: DatabaseUrl) -> AsyncIterator[Pool]:
    async with open_pool(database("labeler")) as pool:
        yield pool


@pytest.fixture
async def notifier_pool(database: DatabaseUrl) -> AsyncIterator[Pool]:
    async with open_pool(database("notifier")) as pool:
        yield pool


@pytest.fixture(scope="session")
def system(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[System]:
    """Run the whole system once, for all journeys and all faults."""
    given = None
    if os.environ.get("RENVOI_STACK") == "containers":
        both: Foundations = request.getfixturevalue("foundations")
        database = _in_database(both.admin_url, "renvoi")
        given = {"DATABASE_URL": database, "KAFKA_BOOTSTRAP_SERVERS": both.kafka_servers}
    with running(tmp_path_factory.mktemp("system"), given) as started:
        yield started
