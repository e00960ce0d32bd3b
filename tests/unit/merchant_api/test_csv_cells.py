"""A cell says what it was given, and a spreadsheet computes nothing of it."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st
from merchant_api.queue.csv_cells import BOM, line

SIGNS = "=+-@\t\r＝＋－＠"  # noqa: RUF001  the wide ones are the point


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
@example(['=HYPERLINK("https://evil.example")', "\t=1", " =1", "@SUM(A1)", "＋1"])  # noqa: RUF001
@example(['a"b', "a,b", "a\r\nb", "'=1", "-5"])
def test_every_cell_comes_back_and_none_begins_as_a_formula_does(texts: list[str]) -> None:
    if not texts:
        return

    [cells] = _read(line(texts))

    for text, cell in zip(texts, cells, strict=True):
        assert cell in (text, f"'{text}")
        assert not cell.startswith(tuple(SIGNS))
        assert not cell.lstrip().startswith(tuple(SIGNS))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_every_cell_is_quoted(texts: list[str]) -> None:
    written = line(texts)

    assert written.startswith('"')
    assert written.endswith('"\r\n')


def test_spreadsheets_are_told_that_the_letters_are_utf_8() -> None:
    assert BOM.encode() == b"\xef\xbb\xbf"
