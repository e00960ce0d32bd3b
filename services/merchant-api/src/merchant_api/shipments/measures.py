"""Days, weights and lengths as people and machines write them."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

WeightUnit = Literal["kg", "g", "lb", "oz"]
SideUnit = Literal["cm", "mm", "in"]
DayOrder = Literal["dmy", "mdy"]

_MOST_DIGITS: Final = 12
_GRAMS: Final[dict[str, Decimal]] = {
    "kg": Decimal(1000),
    "g": Decimal(1),
    "lb": Decimal("453.59237"),
    "oz": Decimal("28.349523125"),
}
_MILLIMETRES: Final[dict[str, Decimal]] = {
    "cm": Decimal(10),
    "mm": Decimal(1),
    "in": Decimal("25.4"),
}
_OTHER_NAMES: Final = {"lbs": "lb", "po": "in", '"': "in", "gr": "g", "kgs": "kg"}
_MEASURE: Final = re.compile(r"([0-9.,]+)([a-z\"]*)")
# Nobody weighs thousandths of a gram: `1,250 g` is a thousand and more.
_SMALLEST: Final = frozenset({"g", "mm"})
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMERIC: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SERIAL: Final = re.compile(r"(\d{5})(?:\.\d+)?")
# Day 0 of the serial numbers that spreadsheets keep days as.
_SERIAL_FROM: Final = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


def grams(text: str, unit: WeightUnit) -> int | None:
    """Read a weight, in its own unit if it names one; None if it is none. Rounded up to a gram."""
    read = _measure(text, unit, _GRAMS)
    return None if read is None else max(int(read.to_integral_value()), 1 if read else 0)


def millimetres(text: str, unit: SideUnit) -> int | None:
    """Read a length; None if it is none."""
    read = _measure(text, unit, _MILLIMETRES)
    return None if read is None else int(read.to_integral_value())


def day(text: str, order: DayOrder) -> date | None:
    """Read a day, perhaps with a time behind it; None if it is none.

    `order` is that of days and months where the year comes last.
    """
    if found := _ISO.match(text):
        year, month, on = map(int, found.groups())
    elif found := _NUMERIC.match(text):
        first, second, year = map(int, found.groups())
        on, month = (first, second) if order == "dmy" else (second, first)
    elif found := _SERIAL.fullmatch(text):
        return _within(_SERIAL_FROM + timedelta(days=int(found[1])))
    else:
        return None
    try:
        return _within(date(year, month, on))
    except ValueError:
        return None


def orders_of(text: str) -> set[DayOrder]:
    """Name the orders of day and month in which `text` is a day; empty if that is no question."""
    found = _NUMERIC.match(text)
    if not found:
        return set()
    first, second, _ = map(int, found.groups())
    return {*({"dmy"} if second <= 12 else ()), *({"mdy"} if first <= 12 else ())}  # noqa: PLR2004  months


def _within(on: date) -> date | None:
    return on if _FIRST_YEAR <= on.year <= _LAST_YEAR else None


def _measure(text: str, unit: str, units: dict[str, Decimal]) -> Decimal | None:
    found = _MEASURE.fullmatch("".join(text.lower().split()).rstrip("."))
    if not found or len(found[1]) > _MOST_DIGITS:
        return None
    named = _OTHER_NAMES.get(found[2], found[2]) or unit
    text = found[1]
    if named in _SMALLEST and _THOUSANDS.fullmatch(text):
        text = text.replace(",", "").replace(".", "")
    number = _number(text)
    return number * units[named] if number is not None and named in units else None


def _number(text: str) -> Decimal | None:
    """Read digits with comma or point; of both, the last one is the decimal sign."""
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        text = text.replace("." if comma > point else ",", "")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
