"""What a batch of records means: each event once, and nothing unreadable stops the stream."""

import itertools
import json
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import asyncpg
import pytest
from chassis.db import OUTAGES, Pool, Tx
from chassis.staging import Events, Origin, stage
from pydantic import BaseModel


class Happened(BaseModel):
    number: int


@dataclass
class FakeRecord:
    value: bytes | None
    headers: list[tuple[str, bytes | None]]
    offset: int = field(default_factory=itertools.count().__next__)
    topic: str = "topic"
    partition: int = 0
    key: bytes | None = b"k"


def _read(kind: str, value: bytes) -> Happened | None:
    return Happened.model_validate_json(value) if kind == "happened" else None


def _record(number: int, event_id: UUID | None = None) -> FakeRecord:
    headers: list[tuple[str, bytes | None]] = [
        ("ce_id", str(event_id or uuid4()).encode()),
        ("ce_type", b"happened"),
    ]
    return FakeRecord(json.dumps({"number": number}).encode(), headers)


@pytest.fixture
async def events(pool: Pool) -> Events:
    await pool.execute(
        "CREATE TABLE seen (event_id uuid PRIMARY KEY, number integer CHECK (number > 0))"
    )
    registered = Events(_read)

    @registered.on(Happened)
    async def on_happened(tx: Tx, event: Happened, origin: Origin) -> None:
        sql = "INSERT INTO seen (event_id, number) VALUES ($1, $2) ON CONFLICT DO NOTHING"
        await tx.execute(sql, origin.event_id, event.number)

    return registered


async def _seen(pool: Pool) -> list[int]:
    return [row["number"] for row in await pool.fetch("SELECT number FROM seen ORDER BY number")]


async def _quarantined(pool: Pool) -> list[str]:
    rows = await pool.fetch('SELECT reason FROM quarantine ORDER BY "offset"')
    return [row["reason"] for row in rows]


async def test_an_event_delivered_twice_is_staged_once(pool: Pool, events: Events) -> None:
    record = _record(1)

    await stage(pool, "group", events, [record, record])
    await stage(pool, "group", events, [record])

    assert await _seen(pool) == [1]


@pytest.mark.parametrize(
    ("headers", "value", "reason"),
    [
        ([], b"{}", "header ce_type is missing"),
        ([("ce_type", None)], b"{}", "header ce_type is missing"),
        ([("ce_type", b"\xff\xfe")], b"{}", "header ce_type is not UTF-8"),
        ([("ce_type", b"happened"), ("ce_id", b"7")], b"{}", "header ce_id is no UUID"),
        (
            [("ce_type", b"happened"), ("ce_id", str(uuid4()).encode())],
            b"\x00\xff not json",
            "body of happened does not fit its schema: ValidationError",
        ),
        (
            [("ce_type", b"happened"), ("ce_id", str(uuid4()).encode())],
            b'{"number": "many"}',
            "body of happened does not fit its schema: ValidationError",
        ),
    ],
)
async def test_poison_is_quarantined_with_its_bytes_and_the_stream_goes_on(
    pool: Pool,
    events: Events,
    headers: list[tuple[str, bytes | None]],
    value: bytes,
    reason: str,
) -> None:
    poison = FakeRecord(value, headers)

    await stage(pool, "group", events, [_record(1), poison, _record(2)])
    await stage(pool, "group", events, [poison])

    row = await pool.fetchrow("SELECT * FROM quarantine")
    dead = await pool.fetch("SELECT topic, value FROM outbox")
    assert await _seen(pool) == [1, 2]
    assert await _quarantined(pool) == [reason]
    assert row is not None
    assert (row["value"], row["header_values"]) == (value, [content for _, content in headers])
    assert [tuple(found) for found in dead] == [("topic.dead", value)]


async def test_an_event_that_breaks_a_constraint_is_quarantined_alone(
    pool: Pool, events: Events
) -> None:
    await stage(pool, "group", events, [_record(1), _record(-1), _record(2)])

    assert await _seen(pool) == [1, 2]
    assert await _quarantined(pool) == ["staging failed: CheckViolationError"]


async def test_an_unknown_type_and_a_tombstone_are_passed_over(pool: Pool, events: Events) -> None:
    unknown = _record(1)
    unknown.headers[1] = ("ce_type", b"tomorrow")
    tombstone = _record(1)
    tombstone.value = None

    await stage(pool, "group", events, [unknown, tombstone, _record(3)])

    assert await _seen(pool) == [3]
    assert await _quarantined(pool) == []


async def test_a_record_in_which_a_nul_hides_is_quarantined_as_well(
    pool: Pool, events: Events
) -> None:
    poison = FakeRecord(b"{", [("a\0name", b"x"), ("ce_type", b"happened\0")])

    await stage(pool, "group", events, [_record(1), poison])

    row = await pool.fetchrow("SELECT header_names, header_values FROM quarantine")
    assert row is not None
    assert row["header_names"] == ["a\N{SYMBOL FOR NULL}name", "ce_type"]
    assert row["header_values"] == [b"x", b"happened\0"]
    assert await _seen(pool) == [1]


async def test_a_giant_is_kept_whole_and_announced_cut(pool: Pool, events: Events) -> None:
    giant = FakeRecord(b"v" * 900_000, [("h", b"x" * 900_000)], key=b"k" * 900_000)

    await stage(pool, "group", events, [giant])

    kept = await pool.fetchrow("SELECT key, header_values, value FROM quarantine")
    dead = await pool.fetchrow("SELECT key, header_names, value FROM outbox")
    assert kept is not None
    assert [len(kept["key"]), len(kept["header_values"][0]), len(kept["value"])] == [900_000] * 3
    assert dead is not None
    assert len(dead["key"]) + len(dead["value"]) < 300_000
    assert "h" not in dead["header_names"]
    assert "dead_reason" in dead["header_names"]


async def _raises_and_writes_nothing(pool: Pool, events: Events, error: type[Exception]) -> None:
    with pytest.raises(error):
        await stage(pool, "group", events, [_record(1), _record(2)])

    assert await _quarantined(pool) == []


async def test_a_row_locked_by_others_is_not_the_records_fault(pool: Pool, events: Events) -> None:
    @events.on(Happened)
    async def on_happened(tx: Tx, _: Happened, origin: Origin) -> None:
        await tx.execute("SET LOCAL lock_timeout = '50ms'")
        sql = "INSERT INTO seen (event_id, number) VALUES ($1, 1) ON CONFLICT DO NOTHING"
        await tx.execute(sql, origin.event_id)

    async with pool.transaction() as tx:
        await tx.execute("LOCK TABLE seen")
        await _raises_and_writes_nothing(pool, events, asyncpg.LockNotAvailableError)

    await stage(pool, "group", events, [_record(1)])
    assert await _seen(pool) == [1]


async def test_a_table_not_yet_migrated_is_not_the_records_fault(
    pool: Pool, events: Events
) -> None:
    await pool.execute("ALTER TABLE seen RENAME TO hidden")
    await _raises_and_writes_nothing(pool, events, asyncpg.UndefinedTableError)

    await pool.execute("ALTER TABLE hidden RENAME TO seen")
    await stage(pool, "group", events, [_record(1)])
    assert await _seen(pool) == [1]


async def test_a_connection_lost_while_records_are_staged_one_by_one_blames_none(
    pool: Pool, events: Events
) -> None:
    @events.on(Happened)
    async def on_happened(tx: Tx, event: Happened, _: Origin) -> None:
        if event.number == 1:
            raise ZeroDivisionError
        pid = await tx.fetchval("SELECT pg_backend_pid()")
        await pool.execute("SELECT pg_terminate_backend($1)", pid)
        await tx.execute("SELECT 1")

    with pytest.raises(OUTAGES):
        await stage(pool, "group", events, [_record(1), _record(2)])

    assert await _quarantined(pool) == []
    assert await pool.fetch("SELECT id FROM outbox") == []
