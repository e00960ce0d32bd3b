"""The queue finds what one looks for, is shared by its address, and fits into a spreadsheet."""

import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decline_return import decline_return
from merchant_api.queue import write_csv
from merchant_api.queue.tabs import TABS
from merchant_api.queue.view import View

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.many import explain, explain_count, seed
from tests.integration.merchant_api.story import DEMI, NOON, Shop, hears


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


async def _numbers(person: httpx.AsyncClient, **query: str) -> list[str]:
    page = await person.get("/retours", params=query)
    assert page.status_code == 200, page.text
    return re.findall(r'<li id="rangee-([^"]+)"', page.text)


@pytest.fixture
async def several(shop: Shop) -> list[UUID]:
    """Three returns of different people; the last one is approved and labelled."""
    shipment = await shop.ships()
    base = shop.a_request(shipment.shipment_id)
    people = (
        ("RV-2K84-6T", "Éloïse D’Amour-Œuvre", "eloise@example.com"),
        ("RV-3M11-9Z", "Noé Modèle", "noe.modele+retours@example.com"),
        ("RV-9P77-1C", "Inès Spécimen", "ines@example.com"),
    )
    requests = [
        base.model_copy(
            update={
                "return_id": shop.a_request(shipment.shipment_id).return_id,
                "number": number,
                "customer_name": name,
                "customer_email": email,
                "requested_at": NOON - timedelta(days=3 - place),
            }
        )
        for place, (number, name, email) in enumerate(people)
    ]
    await hears(shop.pool, *requests)
    ids = [request.return_id for request in requests]
    await approve_return(shop.pool, shop.merchant_id, ids[2], actor=DEMI, now=NOON)
    await hears(shop.pool, shop.a_label(ids[2]))
    return ids


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("RV-2K84-6T", ["RV-2K84-6T"]),
        ("rv2k", ["RV-2K84-6T"]),
        ("2k84", ["RV-2K84-6T"]),
        ("eloise", ["RV-2K84-6T"]),
        ("ÉLO oeuv", ["RV-2K84-6T"]),
        ("d'amour", ["RV-2K84-6T"]),
        ("amour éloïse", ["RV-2K84-6T"]),
        ("noe.modele+ret", ["RV-3M11-9Z"]),
        ("NOE.MODELE+RETOURS@example.com", ["RV-3M11-9Z"]),
        ("7023 2101 9483 7261", ["RV-9P77-1C"]),
        ("7000 0000 0000", ["RV-9P77-1C", "RV-3M11-9Z", "RV-2K84-6T"]),
        ("j1h 1a1", ["RV-9P77-1C", "RV-3M11-9Z", "RV-2K84-6T"]),
        ("amour noé", []),
        ("mour", []),
        ("'&|!():*", []),
        ("é", []),
    ],
)
@pytest.mark.usefixtures("several")
async def test_the_beginning_of_anything_finds_a_return(
    person: httpx.AsyncClient, typed: str, found: list[str]
) -> None:
    assert await _numbers(person, q=typed) == found


@pytest.mark.usefixtures("several")
async def test_what_is_found_says_under_which_tab_it_lies(person: httpx.AsyncClient) -> None:
    page = (await person.get("/retours", params={"q": "j1h1a1"})).text

    assert page.count("</span> · À traiter</span>") == 2
    assert page.count("</span> · Approuvés</span>") == 1
    assert 'href="/retours?onglet=approuves&amp;q=j1h1a1"' in page


@pytest.mark.usefixtures("several")
async def test_filters_narrow_the_tab_and_can_be_left_out_one_by_one(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    address = str((await shop.settings()).addresses[0].address_id)

    assert await _numbers(person, motif="damaged") == ["RV-2K84-6T", "RV-3M11-9Z"]
    assert await _numbers(person, motif="other") == []
    assert await _numbers(person, mode="imprimee") == []
    assert await _numbers(person, du="2026-11-18") == ["RV-3M11-9Z"]
    assert await _numbers(person, au="2026-11-17") == ["RV-2K84-6T"]
    assert await _numbers(person, adresse=address) == []
    page = (await person.get("/retours?motif=damaged&du=2026-11-18")).text
    assert 'href="/retours?du=2026-11-18"' in page
    assert 'href="/retours?motif=damaged"' in page


async def test_whoever_waits_longest_comes_first_and_is_late_in_bold(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    for days in (1, 9, 4):
        await shop.is_asked(at=NOON - timedelta(days=days))

    page = (await person.get("/retours")).text

    ages = re.findall(r'q-age( late)?".*?</span>([^<]+)</span>', page)
    assert [(late.strip(), age.replace("\xa0", " ")) for late, age in ages] == [
        ("late", "9 j"),
        ("late", "4 j"),
        ("", "1 j"),
    ]


async def test_pages_go_through_all_of_it_once_while_others_come(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    shipment = await shop.ships()
    many = [
        shop.a_request(shipment.shipment_id, at=NOON - timedelta(minutes=200 - n // 3))
        for n in range(120)
    ]
    await hears(shop.pool, *many)
    seen: list[str] = []
    url: str | None = "/retours"

    while url:
        page = (await person.get(url)).text
        seen += re.findall(r'<li id="rangee-([^"]+)"', page)
        await hears(shop.pool, shop.a_request(shipment.shipment_id, at=NOON - timedelta(days=1)))
        link = re.search(r'<a class="btn" href="([^"]+)">Retours suivants', page)
        url = link.group(1).replace("&amp;", "&") if link else None

    assert len(seen) == len(set(seen))
    assert {request.number for request in many} <= set(seen)


async def test_a_view_is_saved_under_a_name_and_deleted_by_whoever_saved_it(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    query = "motif=damaged"
    saved = await person.post("/retours/vues", data={"nom": " Les  abîmés ", "vue": query})
    again = await person.post("/retours/vues", data={"nom": "Les abîmés", "vue": "q=autre"})
    page = (await person.get(f"/retours?{query}")).text

    assert saved.headers["location"] == f"/retours?{query}&avis=vue-enregistree"
    assert again.status_code == 422
    assert 'value="Les abîmés"' in again.text
    assert '<a href="/retours?motif=damaged" aria-current="page">Les abîmés</a>' in page
    [view_id] = re.findall(r"/retours/vues/([^/]+)/supprimer", page)
    await person.post(f"/retours/vues/{view_id}/supprimer", data={"vue": query})
    assert "Les abîmés" not in (await person.get("/retours")).text
    del shop


async def test_an_agent_deletes_no_view_of_another(app: FastAPI, shop: Shop) -> None:
    view_id = await shop.saves_a_view()
    await shop.pool.execute("UPDATE users SET role = 'agent'")
    agent = await signed_in(app, shop)

    refused = await agent.post(f"/retours/vues/{view_id}/supprimer")

    assert refused.status_code == 404
    assert "Une vue" in (await agent.get("/retours")).text


async def _csv(person: httpx.AsyncClient, **query: str) -> list[dict[str, str]]:
    answer = await person.get("/retours.csv", params=query)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


async def test_the_file_holds_the_view_whole_and_no_formula(
    person: httpx.AsyncClient,
    shop: Shop,
    several: list[UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_csv, "_ROWS", 2)
    await shop.is_asked(name='=HYPERLINK("https://evil.example")', at=NOON - timedelta(hours=1))
    await decline_return(
        shop.pool, shop.merchant_id, several[0], "Porté,\n« trop ».", actor=DEMI, now=NOON
    )

    rows = await _csv(person, onglet="tous")

    assert [row["Nom"] for row in rows] == [
        '\'=HYPERLINK("https://evil.example")',
        "Inès Spécimen",
        "Noé Modèle",
        "Éloïse D’Amour-Œuvre",
    ]
    assert rows[1]["Numéro de suivi du retour"] == "7023210194837261"
    assert rows[1]["Code postal"] == "J1H1A1"
    assert rows[3]["Message au client"] == "Porté,\n« trop »."
    assert rows[3]["Décidé par"] == "demi@example.com"
    assert rows[3]["Demandé"] == "2026-11-17 12:00"
    assert [row["Nom"] for row in await _csv(person, q="noé")] == ["Noé Modèle"]


@pytest.mark.usefixtures("several")
async def test_programs_search_narrow_save_and_download_as_people_do(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    async def numbers(**query: str) -> list[str]:
        answer = await program.get("/api/v1/returns", params=query)
        return [line["number"] for line in answer.json()["returns"]]

    assert await numbers(q="élo œuv") == ["RV-2K84-6T"]
    assert await numbers(tab="to_decide") == ["RV-2K84-6T", "RV-3M11-9Z"]
    assert await numbers(requested_from="2026-11-18", tab="to_decide") == ["RV-3M11-9Z"]
    assert await numbers(state="approved") == ["RV-9P77-1C"]
    assert (await program.get("/api/v1/returns?cursor=none")).status_code == 422
    body = {"name": "Abîmés", "view": {"reason": "damaged"}}
    saved = await program.post("/api/v1/saved-views", json=body)
    taken = await program.post("/api/v1/saved-views", json=body)
    assert (saved.status_code, taken.status_code) == (201, 409)
    [listed] = (await program.get("/api/v1/saved-views")).json()["views"]
    assert listed == saved.json()
    assert listed["view"]["reason"] == "damaged"
    await program.delete(f"/api/v1/saved-views/{listed['view_id']}")
    assert (await program.get("/api/v1/saved-views")).json() == {"views": []}
    file = await program.get("/api/v1/returns.csv", params={"q": "noé"})
    assert "Noé Modèle" in file.text
    assert "Éloïse" not in file.text
    del shop


async def test_programs_act_on_several_returns(
    program: httpx.AsyncClient, shop: Shop, other_shop: Shop
) -> None:
    return_id = await shop.is_asked()
    theirs = await other_shop.is_asked()

    begun = await program.post(
        "/api/v1/bulk-runs",
        json={"act": "approve", "return_ids": [str(return_id), str(theirs)]},
    )
    none = await program.post(
        "/api/v1/bulk-runs", json={"act": "approve", "return_ids": [str(theirs)]}
    )
    wordless = await program.post("/api/v1/bulk-runs", json={"act": "decline", "view": {}})
    by_view = await program.post("/api/v1/bulk-runs", json={"act": "estimate", "view": {}})

    assert (begun.status_code, none.status_code, wordless.status_code) == (202, 409, 422)
    assert (begun.json()["total"], by_view.json()["total"]) == (1, 1)
    path = f"/api/v1/bulk-runs/{begun.json()['run_id']}"
    assert (await program.get(path)).json() == begun.json()
    [item] = (await program.get(f"{path}/items")).json()["items"]
    assert (item["return_id"], item["outcome"]) == (str(return_id), "waiting")
    listed = (await program.get("/api/v1/bulk-runs?limit=1")).json()
    assert listed["runs"] == [by_view.json()]
    rest = (await program.get(f"/api/v1/bulk-runs?cursor={listed['next_cursor']}")).json()
    assert rest["runs"] == [begun.json()]


VIEWS = {
    "a tab": View(),
    "the other order": View(tab="closed"),
    "a number": View(tab=None, words="RV-0007-1"),
    "a name": View(tab=None, words="Zoé Rarissime"),
    "an e-mail": View(tab=None, words="camille.exemple77@"),
    "a rare reason": View(tab="closed", reason="rare"),
    "everything": View(tab=None),
}


async def test_no_view_reads_the_whole_queue(merchant_pool: Pool) -> None:
    """20,000 returns: a plan that reads all of them would do so for a million as well."""
    await seed(merchant_pool.url, 20_000)

    for name, view in VIEWS.items():
        plan = await explain(merchant_pool, view)

        assert "queue_rows_" in plan, f"{name}:\n{plan}"
        assert "Seq Scan" not in plan, f"{name}:\n{plan}"
        read = [int(rows) for rows in re.findall(r"rows=(\d+)", plan)]
        assert max(read) < 500, f"{name}:\n{plan}"

    for tab in TABS:
        plan = await explain_count(merchant_pool, tab)

        assert "queue_rows_in_tab" in plan, f"{tab}:\n{plan}"
