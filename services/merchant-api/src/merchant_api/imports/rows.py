"""From bytes that come in pieces to the rows of a table, in bounded memory."""

import codecs
import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MOST_ROW_CHARACTERS: Final = 64 * 1024
_MOST_ROW_LINES: Final = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One row, as a spreadsheet numbers them from 1. `is_broken`: a quotation mark never ends."""

    number: int
    cells: list[str]
    is_broken: bool = False


class _Dry(Exception):
    """More text is needed."""


class _Endless(Exception):
    """No row is so long: a quotation mark was opened and never closed."""


class Rows:
    """Takes the bytes of a file piece by piece and gives its rows as they become whole.

    A quotation mark that never ends spoils its own line and no other: the lines after it are read
    anew. Blank rows are counted, for people look for rows by their number, and left out.
    """

    def __init__(self, encoding: str, separator: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._separator = separator
        self._tail = ""
        self._lines: deque[str] = deque()
        self._taken: list[str] = []
        self._number = 0
        self._is_ended = False
        self._reader = csv.reader(iter(self._next_line, None), delimiter=separator)

    def feed(self, piece: bytes, *, is_last: bool) -> Iterator[Row]:
        """Take a piece and give the rows that are whole now."""
        text = self._tail + self._decoder.decode(piece, final=is_last)
        lines = list(io.StringIO(text, newline=""))
        # `\r` may be half of `\r\n`, whose other half is still to come.
        is_open = lines and not is_last and (not lines[-1].endswith("\n"))
        self._tail = lines.pop() if is_open else ""
        if len(self._tail) > MOST_ROW_CHARACTERS:
            lines.append(self._tail)
            self._tail = ""
        self._lines.extend(lines)
        self._is_ended = is_last
        yield from self._whole()

    def _whole(self) -> Iterator[Row]:
        while self._lines:
            self._taken.clear()
            try:
                cells = next(self._reader)
            except _Dry:
                self._give_back(self._taken)
                return
            except (_Endless, csv.Error):
                yield self._broken()
                continue
            self._number += 1
            if any(map(str.strip, cells)):
                yield Row(self._number, cells)

    def _next_line(self) -> str:
        if len(self._taken) >= _MOST_ROW_LINES or sum(map(len, self._taken)) > MOST_ROW_CHARACTERS:
            raise _Endless
        if not self._lines:
            raise _Endless if self._is_ended else _Dry
        line = self._lines.popleft()
        self._taken.append(line)
        return line

    def _broken(self) -> Row:
        """Take the first line for itself, as it stands, and give the others back."""
        first, *others = self._taken
        self._give_back(others)
        self._reader = csv.reader(iter(self._next_line, None), delimiter=self._separator)
        self._number += 1
        cells = first.rstrip("\r\n").split(self._separator)
        return Row(self._number, cells, is_broken=True)

    def _give_back(self, lines: list[str]) -> None:
        self._lines.extendleft(reversed(lines))
