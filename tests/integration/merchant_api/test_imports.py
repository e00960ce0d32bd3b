"""A file is shown before it is read, read once however often one tries, and mended line by line."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.imports.forget_import import KEPT, forget_import
from merchant_api.imports.run_import import BATCH

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.files import (
    HEADINGS,
    PATH,
    a_file,
    a_line,
    begun,
    counts,
    given,
    imported,
    key_of,
    read_to_its_end,
    row_of,
)
from tests.integration.merchant_api.story import NOON, Shop, announced


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


async def test_a_file_is_shown_as_it_will_be_understood_and_changes_nothing_yet(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    content = a_file(a_line(1), a_line(2, code="12345"))

    path = await given(person, content, "envois de décembre.csv")
    page = (await person.get(path)).text

    for text in (
        "envois de décembre.csv",
        "7023 0000 0000 0001",
        "Éloïse Exemple",
        "Sherbrooke",
        "Vérifiez le code postal",
        "Une des 2 premières lignes sera laissée de côté",
    ):
        assert text in page.replace("\N{NO-BREAK SPACE}", " ")
    assert await announced(shop.pool, "shipment-recorded") == []


async def test_a_file_becomes_shipments_and_is_forgotten_once_read(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await imported(person, shop, a_file(*(a_line(number) for number in range(BATCH + 7))))

    assert await counts(shop.pool, path) == (BATCH + 7, 0, 0, 0)
    told = await announced(shop.pool, "shipment-recorded")
    assert len(told) == BATCH + 7
    assert (told[0]["tracking_number"], told[0]["order_number"]) == ("7023000000000000", "RB-0")
    row = await row_of(shop.pool, path)
    assert (row["state"], row["lines"], row["line_reached"]) == ("done", BATCH + 7, BATCH + 8)
    assert await shop.pool.fetch("SELECT 1 FROM import_chunks") == []
    assert "Toutes les lignes ont été comprises." in (await person.get(path)).text
    [act] = await shop.pool.fetch("SELECT act, subject FROM audit WHERE act LIKE 'shipments.%'")
    assert tuple(act) == ("shipments.imported", path.rpartition("/")[2])


async def test_the_same_file_twice_changes_nothing(person: httpx.AsyncClient, shop: Shop) -> None:
    content = a_file(*(a_line(number) for number in range(20)), a_line(3))
    await imported(person, shop, content)

    again = await imported(person, shop, content)

    assert await counts(shop.pool, again) == (0, 0, 21, 0)
    assert len(await announced(shop.pool, "shipment-recorded")) == 20


async def test_what_a_file_does_not_tell_stays_as_it_is_known(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await imported(person, shop, a_file(a_line(1)))
    headings = "Suivi;Nom;Adresse;Ville;Code postal;Date de livraison"
    line = "7023000000000001;Éloïse Exemple;1200, rue Exemple;Sherbrooke;J1H1A1;2026-11-14"

    path = await imported(person, shop, a_file(line, headings=headings))

    assert await counts(shop.pool, path) == (0, 1, 0, 0)
    *_, last = await announced(shop.pool, "shipment-recorded")
    assert (last["email"], last["delivered_on"]) == ("eloise@example.com", "2026-11-14")


async def test_lines_that_are_refused_are_downloaded_mended_and_imported_again(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await imported(
        person,
        shop,
        a_file(a_line(1), a_line(2, code="J1H", name="=Noé"), a_line(3, tracking="x"), a_line(4)),
    )

    page = (await person.get(path)).text
    answer = await person.get(f"{path}/a-corriger.csv")

    assert await counts(shop.pool, path) == (2, 0, 0, 2)
    assert "Vérifiez le numéro de suivi" in page
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].endswith("envois-a-corriger.csv")
    text = answer.content.decode("utf-8-sig")
    headings, bad_code, bad_number = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert headings == [*HEADINGS.split(";"), "Renvoi\xa0: ligne", "Renvoi\xa0: à corriger"]
    assert (bad_code[1], bad_code[-2]) == ("'=Noé", "3")
    assert "Vérifiez le code postal" in bad_code[-1]
    assert bad_number[-2] == "4"

    mended = text.replace(";J1H;", ";J1H 1A1;").replace("\nx;", "\n7023000000000003;")
    again = await imported(person, shop, mended.encode("utf-8-sig"))

    assert await counts(shop.pool, again) == (2, 0, 0, 0)
    names = [it["recipient"] for it in await announced(shop.pool, "shipment-recorded")]
    assert [dict(it)["name"] for it in names if isinstance(it, dict)][2:] == [
        "=Noé",
        "Éloïse Exemple",
    ]


async def test_columns_are_corrected_and_the_next_file_is_understood_alike(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    headings = "Colis,Qui,Où,Bourg,Code,Jour"
    line = "7023000000000001,Noé Modèle,10 rue X,Magog,J1X 1A1,03/04/2026"
    content = f"{headings}\n{line}\n".encode()
    path = await given(person, content)
    asked = await person.post(path, data={"faire": "importer"})
    columns = ["tracking_number", "name", "line_1", "city", "postal_code", "delivered_on"]

    ambiguous = await person.post(path, data={"faire": "importer", "colonne": columns})
    chosen = {"faire": "importer", "colonne": columns, "day_order": "mdy"}
    begun_at = await person.post(path, data=chosen)
    await read_to_its_end(shop, path)
    next_path = await given(person, content)
    page = (await person.get(next_path)).text

    assert asked.status_code == 422
    assert "Dites quelle colonne est le numéro de suivi" in asked.text
    assert ambiguous.status_code == 422
    assert "Dites dans quel ordre sont le jour et le mois" in ambiguous.text
    assert begun_at.status_code == 303
    [told] = await announced(shop.pool, "shipment-recorded")
    assert told["delivered_on"] == "2026-03-04"
    assert page.count('<option value="tracking_number" selected') == 1
    assert "4 mars 2026" in page.replace("\N{NO-BREAK SPACE}", " ")


async def test_another_encoding_is_chosen_where_the_guess_was_wrong(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    content = "Suivi;Nom;Adresse;Ville;Code postal\n7023000000000001;Ÿ;1 rue X;Magog;J1X1A1\n"
    path = await given(person, content.encode("mac_roman"))

    page = await person.post(path, data={"faire": "relire", "encoding": "mac_roman"})

    assert "Ÿ" in page.text
    assert (await row_of(shop.pool, path))["reading"]["encoding"] == "mac_roman"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "Ce fichier est vide"),
        (b"PK\x03\x04workbook", "C’est un classeur"),
        (b"%PDF-1.4", "Ce fichier n’est pas un tableau en texte"),
        (b"a,b\n" + b"x" * (50 * 1024 * 1024), "Ce fichier est trop grand"),
    ],
    ids=["empty", "workbook", "pdf", "large"],
)
async def test_a_file_that_is_no_table_is_refused_in_words(
    person: httpx.AsyncClient, shop: Shop, content: bytes, text: str
) -> None:
    answer = await person.post(PATH, files={"fichier": ("x.csv", content)})
    without = await person.post(PATH, files={"fichier": ("", b"")})

    assert answer.status_code == without.status_code == 422
    assert text in answer.text
    assert "Choisissez un fichier" in without.text
    assert await shop.pool.fetch("SELECT 1 FROM imports") == []


async def test_read_in_short_stretches_it_comes_to_the_same(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    lines = [a_line(number) for number in range(3 * BATCH)]
    path = await begun(person, a_file(*lines[:700], a_line(1, code=""), *lines[700:]))

    await read_to_its_end(shop, path, at_a_stretch_s=0)

    assert await counts(shop.pool, path) == (3 * BATCH, 0, 0, 1)
    assert len(await announced(shop.pool, "shipment-recorded")) == 3 * BATCH
    [fault] = await shop.pool.fetch("SELECT line FROM import_faults")
    assert fault["line"] == 702


async def test_the_bar_moves_and_gives_way_to_the_result(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await begun(person, a_file(*(a_line(number) for number in range(BATCH))))
    started = (await person.get(path)).text
    on_the_list = (await person.get("/envois")).text
    unmoved = await person.get(f"{path}/etat", params={"vu": 0})
    moved = await person.get(f"{path}/etat", params={"vu": 7})

    await read_to_its_end(shop, path)
    ended = await person.get(f"{path}/etat", params={"vu": 0})

    assert 'http-equiv="refresh"' in started
    assert "Vous pouvez quitter cette page" in started
    assert f'href="{path}"' in on_the_list
    assert unmoved.status_code == 204
    assert 'role="progressbar"' in moved.text
    assert ended.headers["hx-refresh"] == "true"
    assert f'href="{path}"' in (await person.get(PATH)).text


async def test_a_started_import_is_neither_started_again_nor_forgotten_nor_understood_anew(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await begun(person, a_file(a_line(1)))
    before = (await row_of(shop.pool, path))["reading"]

    again = await person.post(path, data={"faire": "importer", "colonne": [""] * 8})
    await person.post(f"{path}/abandonner")

    assert again.status_code == 303
    assert (await row_of(shop.pool, path))["reading"] == before
    assert len(await shop.pool.fetch("SELECT 1 FROM jobs WHERE kind = 'import'")) == 1


async def test_an_import_that_was_given_up_says_so_and_is_resumed(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await begun(person, a_file(a_line(1)))
    await shop.pool.execute("UPDATE jobs SET parked_at = now() WHERE kind = 'import'")
    stalled = (await person.get(path)).text

    await person.post(f"{path}/reprendre")
    resumed = (await person.get(path)).text

    assert "L’import s’est arrêté" in stalled
    assert 'http-equiv="refresh"' not in stalled
    assert 'role="progressbar"' in resumed
    assert await shop.pool.fetch("SELECT 1 FROM jobs WHERE parked_at IS NOT NULL") == []


async def test_files_and_refused_lines_are_forgotten_after_a_while(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await imported(person, shop, a_file(a_line(1, code="")))
    unused = await given(person, a_file(a_line(2)))
    later = NOON + KEPT

    early = await forget_import(shop.pool, key_of(shop, path), clock=lambda: later - timedelta(1))
    for it in (path, unused):
        assert await forget_import(shop.pool, key_of(shop, it), clock=lambda: later) is None

    assert early == timedelta(days=1)
    for table in ("imports", "import_faults", "import_chunks"):
        assert await shop.pool.fetch(f"SELECT 1 FROM {table}") == []  # noqa: S608  our own names
