"""The lines that were refused, as a file to be mended and imported again."""

import csv
import io
import json
from collections.abc import AsyncIterator, Sequence
from typing import Final
from urllib.parse import quote

from chassis.db import Pool
from chassis.words import Words

from merchant_api.imports import import_store as store
from merchant_api.imports.reading import is_formula
from merchant_api.imports.records import Import, Refused

_PAGE: Final = 500


async def faults_file(pool: Pool, known: Import, words: Words) -> AsyncIterator[bytes]:
    """Write the file piece by piece: UTF-8 with its mark, so that spreadsheets see the accents."""
    headings = [*known.reading.headings, words("column-line"), words("column-fault")]
    yield _written(known, [headings]).encode("utf-8-sig")
    reached = 0
    while found := await store.list_refused(
        pool, known.merchant_id, known.import_id, after=reached, limit=_PAGE
    ):
        width = len(known.reading.headings)
        yield _written(known, [_cells(it, width, words) for it in found]).encode()
        reached = found[-1].line


def disposition(known: Import, words: Words) -> str:
    """Name the file after the one it came from."""
    name = f"{known.file_name.rpartition('.')[0] or known.file_name}-{words('faults-file')}.csv"
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


def reasons_of(refused: Refused, words: Words) -> list[str]:
    """Say what is wrong with a line."""
    told = [json.loads(fault) for fault in refused.faults]
    return [words(word, **values) for _, word, values in told]


def _cells(refused: Refused, width: int, words: Words) -> list[str]:
    cells = [*refused.cells, *[""] * width][: max(width, 0)]
    return [*cells, str(refused.line), "; ".join(reasons_of(refused, words))]


def _written(known: Import, rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=known.reading.separator)
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return text.getvalue()


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula; reading takes the apostrophe off."""
    return f"'{cell}" if is_formula(cell) else cell
