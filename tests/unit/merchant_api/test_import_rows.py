"""Bytes become rows, however they are cut into pieces and whatever is wrong with them."""

import pytest
from merchant_api.imports.rows import MOST_ROW_CHARACTERS, Row, Rows


def read(content: bytes, *, encoding: str = "utf-8-sig", piece: int = 1 << 20) -> list[Row]:
    rows = Rows(encoding, ",")
    pieces = [content[at : at + piece] for at in range(0, len(content), piece)] or [b""]
    return [
        row
        for number, it in enumerate(pieces)
        for row in rows.feed(it, is_last=number == len(pieces) - 1)
    ]


TABLE = 'Nom,Rue\r\n"Exemple, Camille","10\nrue ""X"""\r\n\r\né,f\r\nlast,one'
ROWS = [
    (1, ["Nom", "Rue"]),
    (2, ["Exemple, Camille", '10\nrue "X"']),
    (4, ["é", "f"]),
    (5, ["last", "one"]),
]


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize(
    ("encoding", "signs"),
    [
        ("utf-8-sig", "utf-8-sig"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_rows_do_not_depend_on_how_the_file_is_cut(piece: int, encoding: str, signs: str) -> None:
    rows = read(TABLE.encode(signs), encoding=encoding, piece=piece)

    assert [(row.number, row.cells) for row in rows] == ROWS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_each_system_ends_them(end: str) -> None:
    rows = read(end.join(("a,b", "c,d", "")).encode(), piece=2)

    assert [(row.number, row.cells) for row in rows] == [(1, ["a", "b"]), (2, ["c", "d"])]


@pytest.mark.parametrize("lines_after", [1, 3, 49, 60, 500])
@pytest.mark.parametrize("piece", [5, 1000])
def test_a_quotation_mark_that_never_ends_spoils_its_own_line_alone(
    lines_after: int, piece: int
) -> None:
    after = [f"x{number},y" for number in range(lines_after)]
    content = "\n".join(["a,b", 'broken,"oops', *after])

    rows = read(content.encode(), piece=piece)

    assert [row.number for row in rows if row.is_broken] == [2]
    assert rows[1].cells == ["broken", '"oops']
    assert [row.cells[0] for row in rows[2:]] == [f"x{number}" for number in range(lines_after)]


def test_a_file_without_lines_takes_no_more_memory_than_a_piece() -> None:
    rows = Rows("utf-8-sig", ",")

    for _ in range(200):
        list(rows.feed(b"x" * MOST_ROW_CHARACTERS, is_last=False))

    assert len(rows._tail) <= MOST_ROW_CHARACTERS  # noqa: SLF001  what it keeps is the claim
    assert not rows._lines  # noqa: SLF001
