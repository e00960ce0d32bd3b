"""Files of shipments into rows: batches against line by line, and what memory a long file takes."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from chassis.db import Pool
from chassis.ids import new_id
from merchant_api.actors import OPERATOR
from merchant_api.imports.receive_file import PIECE_BYTES, receive_file
from merchant_api.imports.run_import import run_import
from merchant_api.imports.start_import import start_import
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.record_shipments import record_shipment
from merchant_api.shipments.understand import Units, understand

from benchmarks.measuring import Comparison, Figure, rates

LINES = 100_000
_LINES = 5_000
_LINES_ONE_BY_ONE = 400
_HERE = Path(__file__).parents[1]
_HEADINGS = (
    "tracking_number,name,line_1,city,province,postal_code,email,language,order_number,weight"
)
_NAMES = ("Camille Exemple", "Noé Modèle", "Marie-Ève Spécimen", "Jo Test", "Éloïse Essai")


async def compare_imports(pool: Pool, url: str) -> list[Comparison]:
    """Measure lines a second, new and known, and the most memory of a short and a long file."""

    async def one_by_one() -> None:
        merchant_id = await _a_merchant(pool)
        for line in _lines(_LINES_ONE_BY_ONE):
            texts = dict(zip(_HEADINGS.split(","), line.split(","), strict=True))
            told = understand(texts, Units(), is_partial=True)
            assert isinstance(told, Told)  # noqa: S101  our own lines
            await record_shipment(pool, merchant_id, told, actor=OPERATOR, now=_now())

    async def in_batches() -> None:
        await _read(pool, await _given(pool, await _a_merchant(pool), _LINES))

    known_to = await _a_merchant(pool)

    async def in_batches_known() -> None:
        await _read(pool, await _given(pool, known_to, _LINES))

    found = await rates(
        {
            "one line = one transaction": (_LINES_ONE_BY_ONE, one_by_one),
            "batches of 500, as we do": (_LINES, in_batches),
            "the same file again: nothing changes": (_LINES, in_batches_known),
        }
    )
    speed = tuple(Figure(way, rate, "lines/s") for way, rate in found.items())
    return [Comparison("file → shipments", speed), await _compare_memory(pool, url)]


async def _compare_memory(pool: Pool, url: str) -> Comparison:
    figures = []
    for lines in (1_000, LINES):
        key = await _given(pool, await _a_merchant(pool), lines)
        began = time.perf_counter()
        megabytes = await _most_memory(url, key)
        took_s = time.perf_counter() - began
        figures.append(Figure(f"{lines:,} lines, {took_s:.0f} s", megabytes, "MB"))
    return Comparison("most memory of a process that reads a file", tuple(figures))


async def _most_memory(url: str, key: str) -> float:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.reading_child",
        url,
        key,
        cwd=_HERE,
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await process.communicate()
    return int(told.split()[-1]) / 1024


async def _a_merchant(pool: Pool) -> UUID:
    merchant_id = new_id()
    sql = "INSERT INTO merchants (merchant_id, slug, enrolled_at) VALUES ($1, $2, now())"
    await pool.execute(sql, merchant_id, str(merchant_id))
    return merchant_id


async def _given(pool: Pool, merchant_id: UUID, lines: int) -> str:
    """Give a file and start it; return the key of its job."""
    import_id = await receive_file(
        pool, merchant_id, "benchmark.csv", _pieces(_lines(lines)), now=_now()
    )
    await start_import(pool, merchant_id, import_id, actor=OPERATOR, now=_now())
    return f"{merchant_id}/{import_id}"


async def _read(pool: Pool, key: str) -> None:
    while await run_import(pool, key, clock=_now) is not None:
        pass


async def _pieces(lines: Sequence[str]) -> AsyncIterator[bytes]:
    content = "\n".join((_HEADINGS, *lines, "")).encode()
    for at in range(0, len(content), PIECE_BYTES):
        yield content[at : at + PIECE_BYTES]


def _lines(count: int) -> list[str]:
    return [
        f"7023{number:012},{_NAMES[number % 5]},{number % 2000} rue Exemple,Sherbrooke,QC,"
        f"J{number % 10}H {number % 7}A{number % 9},client{number}@example.com,"
        f"{'fr' if number % 3 else 'en'},RB-{number},1.2"
        for number in range(count)
    ]


def _now() -> datetime:
    return datetime.now(UTC)
