"""Cells of a CSV that people open in a spreadsheet: quoted, and never taken for a formula."""

from collections.abc import Iterable
from typing import Final

BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that the letters are UTF-8."""

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  those that spreadsheets narrow to =+-@


def cell(text: str) -> str:
    """Quote `text`. What a spreadsheet would compute gets an apostrophe before it, as OWASP says.

    Spaces before the sign do not hide it: some spreadsheets take them off first.
    """
    is_formula = text.startswith(_FORMULA) or text.strip().startswith(_FORMULA)
    safe = f"'{text}" if is_formula else text
    return '"' + safe.replace('"', '""').replace("\0", "") + '"'


def line(texts: Iterable[str]) -> str:
    """Write one line."""
    return ",".join(map(cell, texts)) + "\r\n"
