"""From records to rows: a batch in one transaction against a transaction for each record."""

import itertools
import json
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from chassis.db import Pool, Tx
from chassis.staging import Events, Origin, stage
from contracts import wire
from contracts.labels import ParcelMoved

from benchmarks.measuring import Comparison, Figure, rates

_EXAMPLE = Path(__file__).parents[1] / "shared/contracts/examples/renvoi.parcel-moved.v1/0001.json"
_RECORDS = 10_000
_RECORDS_ONE_BY_ONE = 800
_BATCH = 500


@dataclass(frozen=True)
class _Record:
    value: bytes
    headers: tuple[tuple[str, bytes], ...]
    offset: int = field(default_factory=itertools.count().__next__)
    topic: str = "benchmark"
    partition: int = 0
    key: bytes = b"key"


async def compare_staging(pool: Pool) -> Comparison:
    """Measure records a second, decoded by contracts and written by a handler of one statement."""
    await pool.execute("CREATE TABLE staged (event_id uuid PRIMARY KEY, at timestamptz NOT NULL)")
    events = _events()

    async def one_by_one() -> None:
        for record in _records(_RECORDS_ONE_BY_ONE):
            await stage(pool, "benchmark", events, [record])

    async def in_batches() -> None:
        for batch in _batches(_RECORDS):
            await stage(pool, "benchmark", events, batch)

    async def in_statements() -> None:
        for batch in _batches(_RECORDS):
            await _stage_in_one_statement(pool, events, batch)

    async def read_only() -> None:
        for record in _records(_RECORDS):
            events.read(_text(record, "ce_type"), record.value)

    found = await rates(
        {
            "one record = one transaction": (_RECORDS_ONE_BY_ONE, one_by_one),
            "batches of 500, a statement per event, as we do": (_RECORDS, in_batches),
            "batches of 500, a statement per batch": (_RECORDS, in_statements),
            "reading the bodies alone, no database": (_RECORDS, read_only),
        }
    )
    return Comparison(
        "Kafka records → rows", tuple(Figure(way, rate, "records/s") for way, rate in found.items())
    )


def _events() -> Events:
    events = Events(wire.decode)

    @events.on(ParcelMoved)
    async def on_parcel_moved(tx: Tx, _: ParcelMoved, origin: Origin) -> None:
        sql = "INSERT INTO staged (event_id, at) VALUES ($1, now()) ON CONFLICT DO NOTHING"
        await tx.execute(sql, origin.event_id)

    return events


def _records(number: int) -> list[_Record]:
    example = json.loads(_EXAMPLE.read_text("utf-8"))
    value = json.dumps(example["body"]).encode()
    kind = example["headers"]["ce_type"].encode()
    return [
        _Record(value, (("ce_id", str(uuid4()).encode()), ("ce_type", kind))) for _ in range(number)
    ]


def _batches(number: int) -> list[list[_Record]]:
    records = _records(number)
    return [records[first : first + _BATCH] for first in range(0, number, _BATCH)]


async def _stage_in_one_statement(pool: Pool, events: Events, batch: list[_Record]) -> None:
    ids = []
    for record in batch:
        events.read(_text(record, "ce_type"), record.value)
        ids.append(UUID(_text(record, "ce_id")))
    sql = """
        INSERT INTO staged (event_id, at)
        SELECT id, now()
          FROM unnest($1::uuid[]) AS id
            ON CONFLICT DO NOTHING
    """
    async with pool.transaction() as tx:
        await tx.execute(sql, ids)


def _text(record: _Record, name: str) -> str:
    return dict(record.headers)[name].decode()
