import secrets
import socket
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest
from bootstrap.roles import ROLES, prepare_roles
from bootstrap.topics import prepare_topics
from bootstrap.waiting import NotReached

from tests.conftest import PASSWORDS


@pytest.fixture
def fresh_url(admin_url: str) -> str:
    """Name a database that does not exist yet, with an odd name."""
    return urlunsplit(urlsplit(admin_url)._replace(path=f'/Odd-{secrets.token_hex(4)}"x'))


async def test_the_database_is_made_and_a_second_time_changes_nothing(fresh_url: str) -> None:
    for _ in range(2):
        await prepare_roles(fresh_url, PASSWORDS)

    admin = await asyncpg.connect(fresh_url)
    owners = await admin.fetch(
        "SELECT nspname, pg_get_userbyid(nspowner) AS owner FROM pg_namespace"
        " WHERE nspname = ANY($1::text[])",
        ROLES,
    )
    await admin.close()
    assert {row["nspname"]: row["owner"] for row in owners} == {role: role for role in ROLES}


async def test_a_wrong_password_is_said_at_once(admin_url: str) -> None:
    url = urlsplit(admin_url)
    wrong = urlunsplit(url._replace(netloc=f"nobody-here:x@{url.netloc.rpartition('@')[2]}"))

    with pytest.raises(NotReached, match="refused the account"):
        await prepare_roles(wrong, PASSWORDS, wait_s=30)


async def test_waiting_ends_with_a_sentence() -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        nowhere = f"127.0.0.1:{taken.getsockname()[1]}"

        with pytest.raises(NotReached, match="PostgreSQL could not be reached within"):
            await prepare_roles(f"postgresql://a:b@{nowhere}/c", PASSWORDS, wait_s=0.5)
        with pytest.raises(NotReached, match="Kafka could not be reached within"):
            await prepare_topics(nowhere, [], wait_s=0.5)
