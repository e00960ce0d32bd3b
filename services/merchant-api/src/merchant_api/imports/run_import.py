"""Read a file line by line: a batch of lines in one transaction with the line reached.

A process that dies in the middle leaves whole batches behind; the next one reads on after them.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

import structlog
from chassis.db import Pool, Tx

from merchant_api.centre.typed import Fault, Faults
from merchant_api.clock import Clock
from merchant_api.imports import import_store as store
from merchant_api.imports.reading import Reading
from merchant_api.imports.records import Counts, Import, Refused
from merchant_api.imports.rows import Row, Rows
from merchant_api.shipments.ledger import Recorded, Told
from merchant_api.shipments.record_shipments import Result, put_shipments
from merchant_api.shipments.understand import understand

log = structlog.get_logger()

JOB: Final = "import"
BATCH: Final = 500
_AT_A_STRETCH_S: Final = 30.0
"""Far below what the work role allows an attempt: then the job is due again at once."""
_WITHIN_S: Final = 30.0

Judged = tuple[Row, Told | Faults]


async def run_import(
    pool: Pool, key: str, *, clock: Clock, at_a_stretch_s: float = _AT_A_STRETCH_S
) -> timedelta | None:
    """Do the job `key`, or a stretch of it. May be repeated at any time."""
    merchant_id, import_id = map(UUID, key.split("/"))
    known = await store.find_import(pool, merchant_id, import_id)
    if known is None or known.state != "running":
        return None
    end = time.monotonic() + at_a_stretch_s
    reached = known.line_reached
    async for batch in _batches(pool, known):
        # Beside the loop, which has heartbeats to send meanwhile.
        judged = await asyncio.to_thread(judge, known.reading, batch)
        if not await _record(pool, known, reached, judged, clock):
            return timedelta(0)
        reached = batch[-1].number
        if time.monotonic() > end:
            return timedelta(0)
    async with pool.transaction(_WITHIN_S) as tx:
        await store.end_import(tx, merchant_id, import_id, clock())
    log.info("import ended", import_id=str(import_id), lines=reached)
    return None


def judge(reading: Reading, rows: Sequence[Row]) -> list[Judged]:
    """Understand rows, each by itself."""
    return [(row, _judge(reading, row)) for row in rows]


def _judge(reading: Reading, row: Row) -> Told | Faults:
    if row.is_broken:
        return {"line": Fault("line-broken")}
    return understand(reading.texts_of(row.cells), reading.units, is_partial=True)


async def _batches(pool: Pool, known: Import) -> AsyncIterator[list[Row]]:
    """Read the file from its beginning, a piece at a time, and give the rows not yet reached."""
    reading = known.reading
    rows = Rows(reading.encoding, reading.separator)
    batch: list[Row] = []
    first = max(known.line_reached, 1)  # the headings are row 1
    number, piece = 0, await _piece(pool, known, 0)
    while piece is not None:
        following = await _piece(pool, known, number + 1)
        for row in rows.feed(piece, is_last=following is None):
            if row.number > first:
                batch.append(row)
            if len(batch) == BATCH:
                yield batch
                batch = []
        number, piece = number + 1, following
    if batch:
        yield batch


async def _piece(pool: Pool, known: Import, number: int) -> bytes | None:
    return await store.find_chunk(pool, known.merchant_id, known.import_id, number)


async def _record(
    pool: Pool, known: Import, reached: int, judged: Sequence[Judged], clock: Clock
) -> bool:
    """Write what a batch means; False if another process has got further meanwhile."""
    async with pool.transaction(_WITHIN_S) as tx:
        now_known = await store.lock_import(tx, known.merchant_id, known.import_id)
        if now_known is None or (now_known.state, now_known.line_reached) != ("running", reached):
            return False
        told = [it for _, it in judged if isinstance(it, Told)]
        results = iter(await put_shipments(tx, known.merchant_id, told, now=clock()))
        settled = [(row, next(results) if isinstance(it, Told) else it) for row, it in judged]
        await _settle(tx, known, settled)
    return True


async def _settle(tx: Tx, known: Import, settled: Sequence[tuple[Row, Result | Faults]]) -> None:
    outcomes = Counter(it.outcome if isinstance(it, Recorded) else "refused" for _, it in settled)
    refused = [_refused(row, it) for row, it in settled if not isinstance(it, Recorded)]
    await store.insert_refused(tx, known.merchant_id, known.import_id, refused)
    await store.advance_import(
        tx,
        known.merchant_id,
        known.import_id,
        settled[-1][0].number,
        Counts(
            new=outcomes["new"],
            changed=outcomes["changed"],
            unchanged=outcomes["unchanged"],
            refused=outcomes["refused"],
        ),
    )


def _refused(row: Row, why: Result | Faults) -> Refused:
    faults = why if isinstance(why, dict) else {"tracking_number": Fault("shipment-number-known")}
    return Refused(
        row.number,
        [cell.replace("\0", "") for cell in row.cells],
        [json.dumps([name, it.word, dict(it.values)]) for name, it in faults.items()],
    )
