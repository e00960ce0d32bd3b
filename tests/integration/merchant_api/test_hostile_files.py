"""Files that mean harm, and forms that no page of ours sends: refused or kept, never a fault."""

import csv
import io
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.imports.forget_import import KEPT, forget_import
from merchant_api.imports.run_import import run_import

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.files import (
    HEADINGS,
    a_file,
    a_line,
    begun,
    given,
    imported,
    key_of,
    row_of,
)
from tests.integration.merchant_api.story import NOON, Shop


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


@pytest.mark.parametrize(
    "told",
    [
        {"weight_unit": "stones"},
        {"side_unit": "ells"},
        {"day_order": "ymd"},
        {"encoding": "rot13"},
        {"separator": "x"},
    ],
)
async def test_a_choice_that_no_page_offers_changes_nothing(
    person: httpx.AsyncClient, shop: Shop, told: dict[str, str]
) -> None:
    path = await given(person, a_file(a_line(1)))
    before = (await row_of(shop.pool, path))["reading"]

    columns = ["tracking_number", "name", "line_1", "city", "postal_code", "email", "order_number"]
    answer = await person.post(path, data={"colonne": [*columns, "weight"], **told})

    assert answer.status_code == 200
    assert (await row_of(shop.pool, path))["reading"] == before


async def test_an_encoding_in_which_no_table_comes_out_is_not_taken(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    content = "\r\n".join((HEADINGS, a_line(1), "")).encode("utf-16")
    path = await given(person, content)

    answer = await person.post(path, data={"encoding": "cp1252"})

    assert answer.status_code == 200
    assert "Éloïse Exemple" in answer.text
    assert (await row_of(shop.pool, path))["reading"]["encoding"] == "utf-16"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " =", "＝"])  # noqa: RUF001  as Excel
async def test_a_refused_cell_comes_back_as_no_formula_and_is_read_as_it_was(
    person: httpx.AsyncClient, shop: Shop, sign: str
) -> None:
    evil = f"{sign}HYPERLINK(1)"
    content = "\r\n".join((HEADINGS, a_line(1, order=evil, code="nowhere"), "")).encode()

    path = await imported(person, shop, content)
    given_back = (await person.get(f"{path}/a-corriger.csv")).text

    cells = next(iter(list(csv.reader(io.StringIO(given_back), delimiter=";"))[1:]))
    assert f"'{evil}" in cells
    again = await imported(person, shop, given_back.encode())
    [row] = await shop.pool.fetch(
        "SELECT faults FROM import_faults WHERE import_id::text = $1", again.rpartition("/")[2]
    )
    assert len(row["faults"]) == 1


async def test_a_file_whose_reading_got_stuck_is_forgotten_all_the_same(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await begun(person, a_file(a_line(1)))
    later = NOON + KEPT

    again = await forget_import(shop.pool, key_of(shop, path), clock=lambda: later)

    assert again is None
    for table in ("imports", "import_chunks"):
        assert await shop.pool.fetch(f"SELECT 1 FROM {table}") == []  # noqa: S608  our own names
    assert await run_import(shop.pool, key_of(shop, path), clock=lambda: later) is None
