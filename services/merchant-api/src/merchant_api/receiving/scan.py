"""What a scanner, or a person at the dock, typed into the field that is always ready."""

import re
from dataclasses import dataclass
from typing import Final

_GAPS: Final = re.compile(r"[\s-]")
_NUMBER: Final = re.compile(r"RV([0-9A-Z]{4})([0-9A-Z]{2})")
# A label's bars hold more than its number: one digit, three letters, three digits before it, five
# digits behind it, of a meaning that is not published. Source: a label of Canada Post's, 2023.
_BARS: Final = re.compile(r"[0-9][A-Z]{3}[0-9]{3}([0-9]{16})[0-9]{5}")
_CODE: Final = re.compile(r"[0-9A-Z]{8,40}")

MOST_CHARACTERS: Final = 100


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that may name a return: its number, or the number of a parcel."""

    number: str | None = None
    parcel: str | None = None


def read_scan(text: str) -> Scan | None:
    """Read it, in any way of writing; None if it cannot be of ours."""
    if len(text) > MOST_CHARACTERS or not text.isascii():
        return None
    code = _GAPS.sub("", text).upper()
    if number := _NUMBER.fullmatch(code):
        return Scan(number=f"RV-{number[1]}-{number[2]}")
    if bars := _BARS.fullmatch(code):
        return Scan(parcel=bars[1])
    return Scan(parcel=code) if _CODE.fullmatch(code) else None
