"""Guess how a file is understood from its first bytes: encoding, separator, columns, units."""

import codecs
import io
import re
from collections.abc import Sequence
from typing import Final, Literal

from merchant_api.imports.errors import FileNotUsable
from merchant_api.imports.headings import guess_columns
from merchant_api.imports.reading import (
    MOST_COLUMNS,
    SEPARATORS,
    Encoding,
    Reading,
    Separator,
    plain_heading,
)
from merchant_api.imports.rows import Rows
from merchant_api.shipments.measures import DayOrder, SideUnit, WeightUnit, grams, orders_of

_BOMS: Final[tuple[tuple[bytes, Encoding], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD: Final[tuple[Encoding, ...]] = ("cp1252", "mac_roman", "cp850")
_ACCENTED: Final = frozenset("éèêëàâçîïôùûüÉÈÊÀÂÇÎÔœŒ’«»°")
_QUOTED: Final = re.compile(r'"[^"]*"')
_COMPARED: Final = 20
_LOOKED_AT: Final = 200
_MOST_KILOGRAMS: Final = 70


def guess_encoding(head: bytes, *, is_utf8: bool) -> Encoding:
    """Guess the encoding; `is_utf8` tells whether the whole file can be UTF-8.

    Detectors that learned from prose are misled by lists of names and streets. Here few encodings
    are possible, and the right one is that in which the letters of French come out.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    zeros = [head[place::2].count(0) for place in (0, 1)]
    if max(zeros) * 4 > len(head):
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8-sig" if is_utf8 else max(_OLD, key=lambda it: _frenchness(head, it))


def guess_reading(head: bytes, encoding: Encoding, separator: Separator | None = None) -> Reading:
    """Guess everything else from the first bytes. Raises FileNotUsable."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    if "\0" in text:
        raise FileNotUsable("no-table")  # noqa: EM101  a name, no message
    separator = separator or _separator_of(text)
    rows = list(Rows(encoding, separator).feed(head, is_last=False))[: _LOOKED_AT + 1]
    if not rows:
        rows = list(Rows(encoding, separator).feed(head, is_last=True))[: _LOOKED_AT + 1]
    if not rows:
        raise FileNotUsable("empty")  # noqa: EM101  a name, no message
    headings = tuple(" ".join(cell.split())[:200] for cell in rows[0].cells)
    if len(headings) > MOST_COLUMNS:
        raise FileNotUsable("no-table")  # noqa: EM101  a name, no message
    reading = Reading(
        encoding=encoding,
        separator=separator,
        headings=headings,
        columns=guess_columns(headings),
    )
    return with_units(reading, [row.cells for row in rows[1:]])


def with_units(reading: Reading, rows: Sequence[list[str]]) -> Reading:
    """Guess the units from the headings and the first rows, as the columns are understood now."""
    order = _day_order(reading, rows)
    return reading.model_copy(
        update={
            "weight_unit": _weight_unit(reading, rows),
            "side_unit": _side_unit(reading),
            "day_order": order,
            "needs_day_order": not order and _has_numeric_days(reading, rows),
        }
    )


def _frenchness(head: bytes, encoding: str) -> tuple[int, bool]:
    text = head.decode(encoding, "replace")
    strange = sum(1 for sign in text if ord(sign) > 127 and sign not in _ACCENTED)  # noqa: PLR2004
    return sum(1 for sign in text if sign in _ACCENTED) - 2 * strange, encoding == "cp1252"


def _separator_of(text: str) -> Separator:
    """Take the sign that stands between cells as often in the first lines as in the headings."""
    lines = [_QUOTED.sub("", line) for line in io.StringIO(text, newline="") if line.strip()]

    def fitness(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines[:_COMPARED]]
        between_headings = counts[0] if counts else 0
        return counts.count(between_headings) if between_headings else 0, between_headings

    return max(SEPARATORS, key=fitness)


def _cells(reading: Reading, rows: Sequence[list[str]], *fields: str) -> list[str]:
    places = [place for place, field in enumerate(reading.columns) if field in fields]
    return [row[place].strip() for row in rows for place in places if place < len(row)]


def _day_order(reading: Reading, rows: Sequence[list[str]]) -> DayOrder | Literal[""]:
    """Take the order that fits most of the days which can be read in one way alone."""
    found = [orders_of(cell) for cell in _cells(reading, rows, "shipped_on", "delivered_on")]
    sure = [order for orders in found if len(orders) == 1 for order in orders]
    if not sure:
        return ""
    return "dmy" if sure.count("dmy") >= sure.count("mdy") else "mdy"


def _has_numeric_days(reading: Reading, rows: Sequence[list[str]]) -> bool:
    cells = _cells(reading, rows, "shipped_on", "delivered_on")
    return any(len(orders_of(cell)) > 1 for cell in cells)


def _weight_unit(reading: Reading, rows: Sequence[list[str]]) -> WeightUnit:
    heading = _heading_of(reading, "weight")
    named: dict[str, WeightUnit] = {
        "kg": "kg",
        "kilograms": "kg",
        "grams": "g",
        "grammes": "g",
        "g": "g",
        "lb": "lb",
        "lbs": "lb",
        "oz": "oz",
    }
    for word, unit in named.items():
        if word in heading.split():
            return unit
    weights = [grams(cell, "g") or 0 for cell in _cells(reading, rows, "weight")]
    return "g" if max(weights, default=0) > _MOST_KILOGRAMS else "kg"


def _side_unit(reading: Reading) -> SideUnit:
    heading = _heading_of(reading, "length").split()
    return "mm" if "mm" in heading else "in" if {"in", "po", "inches"} & set(heading) else "cm"


def _heading_of(reading: Reading, field: str) -> str:
    found = [
        heading
        for heading, column in zip(reading.headings, reading.columns, strict=True)
        if column == field
    ]
    return plain_heading(found[0]) if found else ""
