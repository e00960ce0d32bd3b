"""What people type into the settings, read with good will; and what is said where it fails."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from chassis.words import Words

_POSTAL_CODE: Final = re.compile(
    r"[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]"
)
_NUMBER: Final = re.compile(r"[0-9]{0,6}(?:[.,][0-9]{1,6})?")
_LOCAL_PART: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN: Final = re.compile(r"((?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)[a-z0-9-]{2,63}(?<!-)")
_MOST_EMAIL: Final = 254
# On no Canadian postal code do these letters stand where a digit belongs.
_DIGITS: Final = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one answer: the text to tell, and what it wants filled in."""

    word: str
    values: Mapping[str, object] = field(default_factory=dict)


Faults = dict[str, Fault]
"""By the id of the field, in the order of the page."""


def told(faults: Faults, words: Words) -> dict[str, str]:
    """Say the faults in one language."""
    return {field: words(fault.word, **fault.values) for field, fault in faults.items()}


def line(typed: str) -> str:
    """Return one line of text: no control signs, no spaces around, one between words."""
    return " ".join(_without_controls(typed, " ").split())


def paragraphs(typed: str) -> str:
    """Return a text of several lines, with plain line ends and nothing around."""
    return _without_controls(typed.replace("\r\n", "\n").replace("\r", "\n"), "").strip()


def postal_code(typed: str) -> str | None:
    """Return the six characters, upper case, or None if they are no Canadian postal code."""
    plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed).upper()))
    mended = "".join(
        sign.translate(_DIGITS) if place % 2 else sign for place, sign in enumerate(plain)
    )
    return mended if _POSTAL_CODE.fullmatch(mended) else None


def email(typed: str) -> str | None:
    """Return the address, or None if no mail could reach it. The domain may be in any script."""
    plain = typed.strip().rstrip(".,;")
    local_part, _, domain = plain.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode().lower()
    except UnicodeError:
        return None
    fits = _LOCAL_PART.fullmatch(local_part) and _DOMAIN.fullmatch(ascii_domain)
    return plain if fits and len(plain) <= _MOST_EMAIL else None


def thousandths(typed: str, unit: str) -> int | None:
    """Read a number with comma or point, perhaps with its unit; None if it is none.

    Rounded to a thousandth: a gram of a kilogram.
    """
    plain = "".join(typed.lower().split()).removesuffix(unit)
    if not plain or not _NUMBER.fullmatch(plain):
        return None
    number = Decimal(plain.replace(",", ".")) * 1000
    return int(number.to_integral_value(ROUND_HALF_UP))


def too_long(text: str, most: int, word: str) -> Fault | None:
    """Find fault with a text of more than `most` characters: `word` is told both numbers."""
    return Fault(word, {"most": most, "count": len(text)}) if len(text) > most else None


def _without_controls(text: str, instead: str) -> str:
    return "".join(
        sign if sign == "\n" or unicodedata.category(sign) != "Cc" else instead for sign in text
    )
