"""Every place in which a running system leaves something behind, and what is found there."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from email import message_from_bytes
from pathlib import Path

import asyncpg
from local_stack.stack import Stack

from tests.conftest import PACKAGES

Texts = list[bytes]


async def look_everywhere(stack: Stack) -> dict[str, Texts]:
    """Read all that lies in logs, on Kafka, in blob storage and in each schema."""
    root = stack.folder.root
    blobs = [path for path in (root / "blobs").rglob("*") if path.is_file()]
    places = {
        "logs": [path.read_bytes() for path in _logs(root)],
        "kafka": [path.read_bytes() for path in _kafka_logs(root)],
        "blobs": [path.read_bytes() for path in blobs],
        "blob names": [str(path.relative_to(root)).encode() for path in blobs],
    }
    connection = await asyncpg.connect(stack.env("roles")["ADMIN_DATABASE_URL"])
    try:
        for schema in PACKAGES:
            places[schema] = [text async for text in _rows(connection, schema)]
    finally:
        await connection.close()
    assert all(places.values()), "a place that was not read proves nothing"
    return places


def where(places: Mapping[str, Texts], canary: str) -> set[str]:
    """Name the places in which `canary` is."""
    # JSON writes a letter beyond ASCII in more than one way.
    spellings = {canary.encode(), json.dumps(canary)[1:-1].encode()}
    return {
        place
        for place, texts in places.items()
        if any(spelling in text for text in texts for spelling in spellings)
    }


def _logs(root: Path) -> Iterator[Path]:
    """List the logs; what the carrier notes of a sale is the carrier's affair."""
    return (path for path in (root / "logs").iterdir() if path.stem != "simulator")


def _kafka_logs(root: Path) -> Iterator[Path]:
    return (root / "kafka/data").glob("*-[0-9]*/*.log")


async def _rows(
    connection: "asyncpg.Connection[asyncpg.Record]", schema: str
) -> AsyncIterator[bytes]:
    tables = await connection.fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = $1 ORDER BY tablename", schema
    )
    for table in tables:
        rows = await connection.fetch(f'SELECT * FROM {schema}."{table["tablename"]}"')  # noqa: S608
        for row in rows:
            for value in row.values():
                for text in _texts(value):
                    yield text


def _texts(value: object) -> Iterator[bytes]:
    """Read a value as its bytes, and a mail as what it says."""
    match value:
        case bytes():
            yield value
            for part in message_from_bytes(value).walk():
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    yield content
        case list():
            for one in value:
                yield from _texts(one)
        case _:
            yield str(value).encode()
