"""An import as its pages show it: columns to check, lines as they will be, how far it got."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from chassis.words import Words, spaced_pin

from merchant_api.centre.parcel_view import parcel_line
from merchant_api.centre.typed import told as tell_faults
from merchant_api.console.words import city_line
from merchant_api.imports.records import Import
from merchant_api.imports.rows import Row
from merchant_api.imports.run_import import Judged
from merchant_api.shipments.fields import FIELDS
from merchant_api.shipments.ledger import Told

SHOWN_LINES: Final = 5
_SAMPLES: Final = 3
_MOST_SAMPLE: Final = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its heading, some of what it holds, and what it is taken for."""

    place: int
    heading: str
    samples: str
    field: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A line as it will be understood: `facts` if it can be, `reasons` if not."""

    line: int
    facts: Sequence[str]
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import got. Numbers are written out."""

    id: UUID
    file_name: str
    state: str
    percent: int
    stamp: int
    reached: str
    lines: str
    new: str
    changed: str
    unchanged: str
    refused: str
    has_refused: bool
    at: str


def columns_of(known: Import, rows: Sequence[Row]) -> list[Column]:
    """Show every column with a few of its cells."""
    return [
        Column(place, heading or "–", _samples(place, rows), known.reading.columns[place])
        for place, heading in enumerate(known.reading.headings)
    ]


def previews_of(judged: Sequence[Judged], words: Words) -> list[Preview]:
    """Show the first lines."""
    return [_preview(row.number, it, words) for row, it in judged[:SHOWN_LINES]]


def field_choices(words: Words) -> list[tuple[str, str]]:
    """Name what a column may be, for a list to choose from."""
    return [(field, words(f"field-{field.replace('_', '-')}")) for field in FIELDS]


def progress_of(known: Import, words: Words) -> Progress:
    """Tell how far it got, and what came of the lines."""
    read = max(known.line_reached - 1, 0)
    percent = 100 if known.state == "done" else min(99, read * 100 // max(known.lines, 1))
    return Progress(
        id=known.import_id,
        file_name=known.file_name,
        state=known.state,
        percent=percent,
        stamp=known.line_reached,
        reached=words.decimal(Decimal(read)),
        lines=words.decimal(Decimal(max(known.lines, read))),
        new=words.decimal(Decimal(known.count_new)),
        changed=words.decimal(Decimal(known.count_changed)),
        unchanged=words.decimal(Decimal(known.count_unchanged)),
        refused=words.decimal(Decimal(known.count_refused)),
        has_refused=known.count_refused > 0,
        at=words.moment(known.ended_at or known.started_at or known.received_at),
    )


def _samples(place: int, rows: Sequence[Row]) -> str:
    cells = [row.cells[place].strip() for row in rows if place < len(row.cells)]
    some = list(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLES]
    return " · ".join(
        cell if len(cell) <= _MOST_SAMPLE else f"{cell[:_MOST_SAMPLE]}…" for cell in some
    )


def _preview(line: int, judged: object, words: Words) -> Preview:
    if not isinstance(judged, Told):
        assert isinstance(judged, dict)  # noqa: S101  told or refused
        return Preview(line, (), tuple(tell_faults(judged, words).values()))
    content, to = judged.content, judged.content.recipient
    facts = (
        f"{spaced_pin(judged.tracking_number)}",
        to.name,
        to.company,
        to.line_1,
        to.line_2,
        city_line(to, words),
        content.email,
        content.language and words(f"speaks-{content.language}"),
        content.order_number and f"{words('order')} {content.order_number}",
        content.reference,
        content.shipped_on and words("sent-on", day=words.day(content.shipped_on)),
        content.delivered_on and words("delivered-on", day=words.day(content.delivered_on)),
        content.parcel and parcel_line(content.parcel, words),
    )
    return Preview(line, tuple(it for it in facts if it), ())
