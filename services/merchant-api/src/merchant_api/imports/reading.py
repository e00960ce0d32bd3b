"""How a file is understood: its signs, its columns, its units. Guessed, shown, and remembered."""

import hashlib
import re
from collections.abc import Sequence
from typing import Annotated, Final, Literal, get_args

from contracts.values import Value
from pydantic import Field as Limits
from pydantic import StringConstraints

from merchant_api.shipments.fields import FIELDS, Field, Texts
from merchant_api.shipments.measures import DayOrder, SideUnit, WeightUnit
from merchant_api.shipments.search_terms import fold
from merchant_api.shipments.understand import Units

Encoding = Literal["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
ENCODINGS: Final[tuple[Encoding, ...]] = get_args(Encoding)
Separator = Literal[",", ";", "\t", "|"]
SEPARATORS: Final[tuple[Separator, ...]] = get_args(Separator)
MOST_COLUMNS: Final = 200
OURS: Final = frozenset({"renvoi ligne", "renvoi a corriger", "renvoi line", "renvoi to mend"})
"""The headings of what we add to the lines that are to be mended."""

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  those that spreadsheets narrow to =+-@
_REQUIRED: Final[tuple[Field, ...]] = ("tracking_number", "line_1", "city", "postal_code")
_NAMES: Final[tuple[Field, ...]] = ("name", "first_name", "last_name", "company")


class Reading(Value):
    """How a file is understood. `columns` has a field, or nothing, for each heading."""

    encoding: Encoding
    separator: Separator
    headings: Annotated[tuple[str, ...], Limits(max_length=MOST_COLUMNS)]
    columns: tuple[Field | Literal[""], ...]
    weight_unit: WeightUnit = "kg"
    side_unit: SideUnit = "cm"
    day_order: DayOrder | Literal[""] = ""
    """Blank as long as nothing in the file says it, and nobody did."""
    needs_day_order: bool = False

    @property
    def units(self) -> Units:
        return Units(self.weight_unit, self.side_unit, self.day_order or "dmy")

    @property
    def signature(self) -> str:
        """Name the headings, so that the next file with them is understood alike."""
        plain = sorted(plain_heading(it) for it in self.headings)
        return hashlib.sha256("\n".join(it for it in plain if it not in OURS).encode()).hexdigest()

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the fields without which no line can be a shipment."""
        has_name = any(it in self.columns for it in _NAMES[:3])
        lacking: list[str] = [it for it in _REQUIRED if it not in self.columns]
        order = [it for it in FIELDS if it in lacking or (it == "name" and not has_name)]
        return (*order, *(["day_order"] if self.needs_day_order and not self.day_order else []))

    def texts_of(self, cells: list[str]) -> Texts:
        """Sort the cells of a row into fields."""
        return {
            field: _without_guard(cell)
            for field, cell in zip(self.columns, cells, strict=False)
            if field
        }


class Remembered(Value):
    """What is kept of a reading for the next file: by heading, whatever the order."""

    columns: dict[Annotated[str, StringConstraints(max_length=200)], Field]
    weight_unit: WeightUnit
    side_unit: SideUnit
    day_order: DayOrder | Literal[""]

    @classmethod
    def of(cls, reading: Reading) -> "Remembered":
        chosen = zip(reading.headings, reading.columns, strict=True)
        return cls(
            columns={plain_heading(heading): field for heading, field in chosen if field},
            weight_unit=reading.weight_unit,
            side_unit=reading.side_unit,
            day_order=reading.day_order,
        )

    def over(self, reading: Reading) -> Reading:
        """Understand a new file as the last one."""
        columns = each_once([self.columns.get(plain_heading(it), "") for it in reading.headings])
        return reading.model_copy(
            update={
                "columns": columns,
                "weight_unit": self.weight_unit,
                "side_unit": self.side_unit,
                "day_order": reading.day_order or self.day_order,
            }
        )


def each_once(columns: Sequence[Field | Literal[""]]) -> tuple[Field | Literal[""], ...]:
    """Of two columns that are taken for the same, the first counts."""
    return tuple(name if name not in columns[:place] else "" for place, name in enumerate(columns))


def plain_heading(heading: str) -> str:
    """Write a heading as it is compared: `Code postal :` and `code_postal` are one."""
    return re.sub(r"[\W_]+", " ", fold(heading)).strip()[:200]


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would compute it; some take spaces before the sign off first."""
    return cell.startswith(_FORMULA) or cell.strip().startswith(_FORMULA)


def _without_guard(cell: str) -> str:
    """Take the apostrophe off by which spreadsheets, and we, keep a text from being a formula."""
    return cell[1:] if cell[:1] == "'" and is_formula(cell[1:]) else cell
