"""Shipments in the console: added, edited and erased by hand, and found again."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop, announced, hears

FORM = {
    "tracking_number": "7000 0000 0000 1021",
    "order_number": "RB-1042",
    "name": "Noé Modèle",
    "line_1": "10, rue de l’Essai",
    "city": "Sherbrooke",
    "province": "QC",
    "postal_code": "j1h 1a1",
    "language": "fr",
    "weight": "1,25",
    "delivered_on": "2026-11-14",
}


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


async def _added(person: httpx.AsyncClient, **changes: str) -> str:
    answer = await person.post("/envois/ajouter", data={**FORM, **changes})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


async def _version(person: httpx.AsyncClient, path: str) -> str:
    page = (await person.get(f"{path}/modifier")).text
    return page.partition('name="version" value="')[2].partition('"')[0]


async def test_an_added_shipment_has_a_page_and_is_announced(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await _added(person)

    page = (await person.get(f"{path}?avis=shipment-saved")).text
    for text in ("Envoi enregistré.", "Noé Modèle", "7000 0000 0000 1021", "RB-1042", "1,25"):
        assert text in page
    [told] = await announced(shop.pool, "shipment-recorded")
    assert told["order_number"] == "RB-1042"
    assert told["parcel"] == {
        "weight_grams": 1250,
        "length_mm": None,
        "width_mm": None,
        "height_mm": None,
    }


async def test_what_is_wrong_is_told_by_field_and_nothing_typed_is_lost(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    wrong = {"name": " \u0007", "postal_code": "H0H", "weight": "", "length": "30"}

    answer = await person.post("/envois/ajouter", data={**FORM, **wrong})

    assert answer.status_code == 422
    for text in (
        "Écrivez le nom du client",
        "Vérifiez le code postal",
        "Écrivez le poids en kilogrammes",
        "Écrivez aussi la largeur",
        'value="H0H"',
        'value="RB-1042"',
    ):
        assert text in answer.text
    assert await announced(shop.pool, "shipment-recorded") == []


async def test_adding_does_not_change_one_that_is_known(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await _added(person, reference="WEB-1")

    answers = [
        await person.post("/envois/ajouter", data={**FORM, "name": "Somebody Else"}),
        await person.post(
            "/envois/ajouter",
            data={**FORM, "tracking_number": "70000000000099", "reference": "WEB-1"},
        ),
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert "Un autre envoi porte déjà ce numéro de suivi" in answers[0].text
    assert "Un autre envoi porte déjà cette référence" in answers[1].text
    assert len(await announced(shop.pool, "shipment-recorded")) == 1


async def test_the_form_filled_in_and_saved_as_it_is_changes_nothing(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await _added(person)

    page = (await person.get(f"{path}/modifier")).text
    saved = await person.post(
        f"{path}/modifier", data={**FORM, "version": await _version(person, path)}
    )

    assert 'value="7000 0000 0000 1021"' in page
    assert 'value="1,25"' in page
    assert saved.status_code == 303
    assert len(await announced(shop.pool, "shipment-recorded")) == 1


async def test_of_two_people_who_edit_one_shipment_the_second_is_told(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    path = await _added(person)
    seen = await _version(person, path)
    await person.post(f"{path}/modifier", data={**FORM, "city": "Magog", "version": seen})

    second = await person.post(
        f"{path}/modifier", data={**FORM, "city": "Coaticook", "version": seen}
    )
    again = await person.post(
        f"{path}/modifier", data={**FORM, "city": "Coaticook", "version": str(int(seen) + 1)}
    )

    assert second.status_code == 422
    assert "Quelqu’un a modifié cet envoi entre-temps" in second.text
    assert 'value="Coaticook"' in second.text
    assert again.status_code == 303
    cities = [it["recipient"] for it in await announced(shop.pool, "shipment-recorded")]
    assert [dict(it)["city"] for it in cities if isinstance(it, dict)] == [
        "Sherbrooke",
        "Magog",
        "Coaticook",
    ]


async def test_a_shipment_is_erased_unless_a_return_needs_it(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    free = await _added(person)
    needed = await _added(person, tracking_number="7000000000001039")
    request = shop.a_request(UUID(needed.rpartition("/")[2]))
    await hears(shop.pool, request)

    erased = await person.post(f"{free}/effacer")
    refused = await person.post(f"{needed}/effacer")

    assert erased.headers["location"] == "/envois?avis=shipment-erased"
    assert (await person.get(free)).status_code == 404
    assert refused.status_code == 409
    assert request.number in refused.text
    assert request.number in (await person.get(needed)).text


async def test_the_list_is_searched_and_turned_page_by_page(
    person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("merchant_api.shipments.shipment_pages.PAGE", 2)
    for number in range(3):
        await _added(person, tracking_number=f"700000000{number:04}", order_number=f"RB-{number}")

    first = (await person.get("/envois")).text
    further = first.partition('class="btn" href="/envois?apres=')[2].partition('"')[0]
    second = (await person.get("/envois", params={"apres": further})).text
    found = (await person.get("/envois", params={"q": "rb-1"})).text

    assert [it for it in ("RB-2", "RB-1", "RB-0") if it in first] == ["RB-2", "RB-1"]
    assert [it for it in ("RB-2", "RB-1", "RB-0") if it in second] == ["RB-0"]
    assert [it for it in ("RB-2", "RB-1", "RB-0") if it in found] == ["RB-1"]


async def test_without_shipments_the_page_says_what_they_are_for(person: httpx.AsyncClient) -> None:
    page = (await person.get("/envois")).text

    assert "Aucun envoi pour l’instant" in page
    assert 'href="/envois/ajouter"' in page
