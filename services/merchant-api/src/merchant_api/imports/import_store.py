"""Imports: what they are, how far they got, what was refused, and how headings were understood."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx

from merchant_api.imports.reading import Reading, Remembered
from merchant_api.imports.records import Counts, Import, Refused


async def insert_import(
    tx: Tx, merchant_id: UUID, import_id: UUID, file_name: str, reading: Reading, at: datetime
) -> None:
    """Add an import of which nothing is known yet but how it seems to be read."""
    sql = """
        INSERT INTO imports
               (import_id, merchant_id, file_name, size_bytes, lines, state, reading, received_at)
        VALUES ($1, $2, $3, 0, 0, 'received', $4, $5)
    """
    await tx.execute(sql, import_id, merchant_id, file_name, reading.model_dump(mode="json"), at)


async def measure_import(
    tx: Tx, merchant_id: UUID, import_id: UUID, *, size_bytes: int, lines: int
) -> None:
    """Note how large the file is."""
    sql = """
        UPDATE imports
           SET size_bytes = $3, lines = $4
         WHERE merchant_id = $1
           AND import_id = $2
    """
    await tx.execute(sql, merchant_id, import_id, size_bytes, lines)


async def save_reading(tx: Tx | Pool, merchant_id: UUID, import_id: UUID, reading: Reading) -> None:
    """Understand a file that has not been started otherwise."""
    sql = """
        UPDATE imports
           SET reading = $3
         WHERE merchant_id = $1
           AND import_id = $2
           AND state = 'received'
    """
    await tx.execute(sql, merchant_id, import_id, reading.model_dump(mode="json"))


async def find_import(pool: Pool, merchant_id: UUID, import_id: UUID) -> Import | None:
    """Find an import of this merchant."""
    row = await pool.fetchrow(_FIND, merchant_id, import_id)
    return _import(row) if row else None


async def lock_import(tx: Tx, merchant_id: UUID, import_id: UUID) -> Import | None:
    """Lock the row until commit, so that no line is counted twice."""
    sql = "SELECT 1 FROM imports WHERE merchant_id = $1 AND import_id = $2 FOR UPDATE"
    await tx.execute(sql, merchant_id, import_id)
    row = await tx.fetchrow(_FIND, merchant_id, import_id)
    return _import(row) if row else None


_FIND = """
        SELECT import_id, merchant_id, file_name, size_bytes, lines, state, reading, line_reached,
               count_new, count_changed, count_unchanged, count_refused, received_at, started_at,
               ended_at
          FROM imports
         WHERE merchant_id = $1
           AND import_id = $2
"""


async def list_imports(pool: Pool, merchant_id: UUID, limit: int) -> list[Import]:
    """List the last imports, newest first."""
    sql = """
        SELECT import_id, merchant_id, file_name, size_bytes, lines, state, reading, line_reached,
               count_new, count_changed, count_unchanged, count_refused, received_at, started_at,
               ended_at
          FROM imports
         WHERE merchant_id = $1
         ORDER BY import_id DESC
         LIMIT $2
    """
    return [_import(row) for row in await pool.fetch(sql, merchant_id, limit)]


async def is_stalled(pool: Pool, merchant_id: UUID, import_id: UUID) -> bool:
    """Tell whether the job was given up after many attempts, so that a person has to look."""
    sql = """
        SELECT 1
          FROM jobs
         WHERE kind = 'import'
           AND key = $1 || '/' || $2 -- merchant_id/import_id
           AND parked_at IS NOT NULL
    """
    return await pool.fetchrow(sql, str(merchant_id), str(import_id)) is not None


async def begin_import(tx: Tx, merchant_id: UUID, import_id: UUID, at: datetime) -> None:
    """Note that it runs."""
    sql = """
        UPDATE imports
           SET state = 'running', started_at = $3
         WHERE merchant_id = $1
           AND import_id = $2
    """
    await tx.execute(sql, merchant_id, import_id, at)


async def advance_import(
    tx: Tx, merchant_id: UUID, import_id: UUID, line_reached: int, counts: Counts
) -> None:
    """Note how far it got. The row must be locked."""
    sql = """
        UPDATE imports
           SET line_reached = $3,
               count_new = count_new + $4,
               count_changed = count_changed + $5,
               count_unchanged = count_unchanged + $6,
               count_refused = count_refused + $7
         WHERE merchant_id = $1
           AND import_id = $2
    """
    told = (counts.new, counts.changed, counts.unchanged, counts.refused)
    await tx.execute(sql, merchant_id, import_id, line_reached, *told)


async def end_import(tx: Tx, merchant_id: UUID, import_id: UUID, at: datetime) -> None:
    """Note that all lines were read, and forget the file; what was refused is kept."""
    sql = """
        UPDATE imports
           SET state = 'done', ended_at = $3, lines = greatest(line_reached - 1, 0)
         WHERE merchant_id = $1
           AND import_id = $2
    """
    await tx.execute(sql, merchant_id, import_id, at)
    sql = "DELETE FROM import_chunks WHERE merchant_id = $1 AND import_id = $2"
    await tx.execute(sql, merchant_id, import_id)


async def delete_import(
    tx: Tx | Pool, merchant_id: UUID, import_id: UUID, *, even_running: bool = False
) -> None:
    """Forget it, its bytes and what was refused, unless it is running."""
    sql = """
        DELETE FROM imports
         WHERE merchant_id = $1
           AND import_id = $2
           AND (state <> 'running' OR $3)
    """
    await tx.execute(sql, merchant_id, import_id, even_running)


async def insert_chunk(
    tx: Tx, merchant_id: UUID, import_id: UUID, number: int, piece: bytes
) -> None:
    """Keep a piece of the file."""
    sql = """
        INSERT INTO import_chunks (merchant_id, import_id, number, bytes)
        VALUES ($1, $2, $3, $4)
    """
    await tx.execute(sql, merchant_id, import_id, number, piece)


async def find_chunk(pool: Pool, merchant_id: UUID, import_id: UUID, number: int) -> bytes | None:
    """Read a piece of the file; they are numbered from 0."""
    sql = """
        SELECT bytes
          FROM import_chunks
         WHERE merchant_id = $1
           AND import_id = $2
           AND number = $3
    """
    row = await pool.fetchrow(sql, merchant_id, import_id, number)
    return row["bytes"] if row else None


async def insert_refused(
    tx: Tx, merchant_id: UUID, import_id: UUID, refused: Sequence[Refused]
) -> None:
    """Keep lines that were refused."""
    sql = """
        INSERT INTO import_faults (merchant_id, import_id, line, cells, faults)
        VALUES ($1, $2, $3, $4, $5)
    """
    rows = [(merchant_id, import_id, it.line, it.cells, it.faults) for it in refused]
    await tx.executemany(sql, rows)


async def list_refused(
    pool: Pool, merchant_id: UUID, import_id: UUID, *, after: int, limit: int
) -> list[Refused]:
    """List lines that were refused, in their order, beginning after line `after`."""
    sql = """
        SELECT line, cells, faults
          FROM import_faults
         WHERE merchant_id = $1
           AND import_id = $2
           AND line > $3
         ORDER BY line
         LIMIT $4
    """
    rows = await pool.fetch(sql, merchant_id, import_id, after, limit)
    return [Refused(row["line"], row["cells"], row["faults"]) for row in rows]


async def remember_reading(tx: Tx, merchant_id: UUID, reading: Reading, at: datetime) -> None:
    """Have the next file with these headings understood alike."""
    sql = """
        INSERT INTO import_readings (merchant_id, signature, reading, used_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (merchant_id, signature) DO UPDATE
           SET reading = excluded.reading, used_at = excluded.used_at
    """
    kept = Remembered.of(reading).model_dump(mode="json")
    await tx.execute(sql, merchant_id, reading.signature, kept, at)


async def find_remembered(tx: Tx, merchant_id: UUID, signature: str) -> Remembered | None:
    """Find how the last file with these headings was understood."""
    sql = "SELECT reading FROM import_readings WHERE merchant_id = $1 AND signature = $2"
    row = await tx.fetchrow(sql, merchant_id, signature)
    return Remembered.model_validate(row["reading"], extra="ignore") if row else None


def _import(row: Row) -> Import:
    known = dict(row)
    reading = Reading.model_validate(known.pop("reading"), extra="ignore")
    return Import(reading=reading, **known)
