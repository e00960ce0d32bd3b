"""Look into a file that has not been started, and understand it as a person says."""

from typing import Literal, get_args
from uuid import UUID

from chassis.db import Pool
from pydantic import BaseModel, ConfigDict

from merchant_api.imports import import_store as store
from merchant_api.imports.errors import AlreadyStarted, FileNotUsable, ImportNotFound
from merchant_api.imports.guess_reading import guess_reading, with_units
from merchant_api.imports.reading import ENCODINGS, SEPARATORS, Reading, each_once
from merchant_api.imports.records import Import
from merchant_api.imports.rows import Row, Rows
from merchant_api.imports.run_import import Judged, judge
from merchant_api.shipments.fields import FIELDS, Field
from merchant_api.shipments.measures import DayOrder, SideUnit, WeightUnit

LOOKED_AT = 200


class ReadingForm(BaseModel):
    """How a person understands the file. `colonne` has a field, or nothing, for each column."""

    model_config = ConfigDict(extra="ignore")

    colonne: list[str] = []
    weight_unit: str = ""
    side_unit: str = ""
    day_order: str = ""
    encoding: str = ""
    separator: str = ""
    faire: str = "voir"


async def change_reading(
    pool: Pool, merchant_id: UUID, import_id: UUID, form: ReadingForm
) -> Import:
    """Keep how the file is to be understood. Raises ImportNotFound, AlreadyStarted.

    Other signs or another encoding make other columns: then those are guessed anew.
    """
    known = await _get_unstarted(pool, merchant_id, import_id)
    head = await store.find_chunk(pool, merchant_id, import_id, 0) or b""
    reading = _reread(known.reading, form, head)
    if reading.headings == known.reading.headings and form.colonne:
        reading = _with_columns(reading, form, _rows(reading, head)[1:])
    await store.save_reading(pool, merchant_id, import_id, reading)
    return await _get_unstarted(pool, merchant_id, import_id)


async def look_into(pool: Pool, known: Import) -> tuple[list[Row], list[Judged]]:
    """Read the first lines, as they are understood now."""
    head = await store.find_chunk(pool, known.merchant_id, known.import_id, 0) or b""
    rows = _rows(known.reading, head)[1:]
    return rows, judge(known.reading, rows)


async def _get_unstarted(pool: Pool, merchant_id: UUID, import_id: UUID) -> Import:
    known = await store.find_import(pool, merchant_id, import_id)
    if known is None:
        raise ImportNotFound
    if known.state != "received":
        raise AlreadyStarted
    return known


def _rows(reading: Reading, head: bytes) -> list[Row]:
    """Read the first lines; of a file that is one piece, its last line too."""
    rows = Rows(reading.encoding, reading.separator)
    found = list(rows.feed(head, is_last=False))
    if len(found) <= LOOKED_AT:
        found += list(rows.feed(b"", is_last=True))
    return found[: LOOKED_AT + 1]


def _reread(reading: Reading, form: ReadingForm, head: bytes) -> Reading:
    encoding = next((it for it in ENCODINGS if it == form.encoding), reading.encoding)
    separator = next((it for it in SEPARATORS if it == form.separator), reading.separator)
    if (encoding, separator) == (reading.encoding, reading.separator):
        return reading
    try:
        return guess_reading(head, encoding, separator)
    except FileNotUsable:  # no table comes out so: it stays as it was understood
        return reading


def _with_columns(reading: Reading, form: ReadingForm, rows: list[Row]) -> Reading:
    chosen = [*form.colonne, *[""] * len(reading.headings)][: len(reading.headings)]
    fields: list[Field | Literal[""]] = [
        next((it for it in FIELDS if it == name), "") for name in chosen
    ]
    changed = Reading.model_validate({**reading.model_dump(), "columns": each_once(fields)})
    guessed = with_units(changed, [row.cells for row in rows])
    told = {
        "weight_unit": form.weight_unit if form.weight_unit in get_args(WeightUnit) else "",
        "side_unit": form.side_unit if form.side_unit in get_args(SideUnit) else "",
        "day_order": form.day_order if form.day_order in get_args(DayOrder) else "",
    }
    chosen_units = {name: value for name, value in told.items() if value}
    return Reading.model_validate({**guessed.model_dump(), **chosen_units})
