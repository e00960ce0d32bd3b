"""A price and a label on chosen terms: to which address, by which service, with which parcel."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.centre.change_addresses import add_address
from merchant_api.centre.change_centre import change_centre

from tests.integration.merchant_api.edge import an_app, signed_in
from tests.integration.merchant_api.story import ADDRESS, DEMI, NOON, Shop, announced, hears

PAGE = "/retours/RV-0001-6K"
HEAVY = {"weight_grams": 4200, "length_mm": 400, "width_mm": 300, "height_mm": 200}
TYPED = {"colis": "autre", "weight": "4,2", "length": "40", "width": "30", "height": "20"}
OWN = {"weight_grams": 1200, "length_mm": 350, "width_mm": 250, "height_mm": 100}


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def _second_address(shop: Shop) -> UUID:
    address_id = new_id()
    await change_centre(
        shop.pool,
        shop.merchant_id,
        lambda settings: add_address(settings, address_id, ADDRESS),
        actor=DEMI,
        now=NOON,
        act="centre.addresses",
    )
    return address_id


async def test_a_price_is_asked_on_the_terms_that_were_chosen(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()
    address_id = await _second_address(shop)

    await person.post(
        f"{PAGE}/estimer", data={"service": "DOM.XP", "adresse": str(address_id), **TYPED}
    )

    [asked] = await announced(shop.pool, "estimate-requested")
    assert (asked["service_code"], asked["parcel"]) == ("DOM.XP", HEAVY)
    assert asked["destination_postal_code"] == "J1H1A1"


async def test_what_was_estimated_last_is_what_is_approved_unless_somebody_chooses(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked()
    await person.post(f"{PAGE}/estimer", data={"service": "DOM.PC", **TYPED})

    page = await person.get(PAGE)
    await person.post(f"{PAGE}/approuver", data={"ici": "page"})

    [event] = await announced(shop.pool, "return-approved")
    assert (event["service_code"], event["parcel"]) == ("DOM.PC", HEAVY)
    assert '<option value="DOM.PC" selected>Priorité</option>' in page.text
    assert 'name="weight" value="4,2"' in page.text
    terms = (await program.get(f"/api/v1/returns/{return_id}")).json()["decision"]["terms"]
    assert (terms["service_code"], terms["parcel"]) == ("DOM.PC", HEAVY)


async def test_an_approval_keeps_the_address_it_was_given(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()
    address_id = await _second_address(shop)

    await person.post(f"{PAGE}/approuver", data={"adresse": str(address_id)})

    [event] = await announced(shop.pool, "return-approved")
    receiver = event["receiver"]
    assert isinstance(receiver, dict)
    assert receiver["name"] == "Destinataire Exemple"
    row = await shop.pool.fetchrow(
        "SELECT address_id, terms FROM decisions WHERE return_id = $1", return_id
    )
    assert row is not None
    assert row["address_id"] == address_id
    assert row["terms"]["address"]["postal_code"] == "J1H1A1"
    page = (await person.get(PAGE)).text
    assert "Colis accélérés · 1,2\N{NO-BREAK SPACE}kg" in page
    assert "vers Destinataire Exemple" in page


async def test_another_question_is_asked_though_the_first_is_still_open(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()

    for service in ("DOM.EP", "DOM.EP", "DOM.XP"):
        await person.post(f"{PAGE}/estimer", data={"service": service})

    asked = await announced(shop.pool, "estimate-requested")
    assert [event["service_code"] for event in asked] == ["DOM.EP", "DOM.XP"]


@pytest.mark.parametrize("act", ["estimer", "approuver"])
async def test_a_parcel_that_the_carrier_would_not_take_is_mended_on_the_page(
    person: httpx.AsyncClient, shop: Shop, act: str
) -> None:
    await shop.is_asked()
    before = await announced(shop.pool)

    page = await person.post(f"{PAGE}/{act}", data={**TYPED, "weight": "<31>", "service": "DOM.XP"})

    assert page.status_code == 422
    assert 'value="&lt;31&gt;"' in page.text
    assert '<option value="DOM.XP" selected>' in page.text
    assert 'href="#weight-RV-0001-6K"' in page.text
    assert await announced(shop.pool) == before


async def test_by_script_a_wrong_parcel_is_told_in_the_place_of_the_price(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()

    told = await person.post(
        f"{PAGE}/estimer", data={**TYPED, "weight": ""}, headers={"hx-request": "true"}
    )

    assert told.status_code == 200
    assert "<title>" not in told.text
    assert "Écrivez le poids en kilogrammes." in told.text


async def test_an_address_that_is_gone_is_told_and_nothing_is_bought(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()

    page = await person.post(f"{PAGE}/approuver", data={"adresse": str(new_id())})

    assert page.status_code == 422
    assert "Cette adresse n’existe plus" in page.text
    assert await announced(shop.pool, "return-approved") == []


async def test_a_price_shows_every_line_of_the_carrier_and_how_long_it_holds(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()
    await person.post(f"{PAGE}/estimer")
    [asked] = await announced(shop.pool, "estimate-requested")
    price = shop.a_price(return_id, UUID(str(asked["estimate_id"])))
    free = price.lines[0].model_copy(update={"name": "Confirmation", "amount_cents": 0})
    await hears(shop.pool, price.model_copy(update={"lines": (*price.lines, free)}))

    today = await person.get(PAGE)
    later = an_app(shop.pool, now=NOON + timedelta(days=1))
    tomorrow = await (await signed_in(later, shop)).get(PAGE)

    for text in ("Colis accélérés", "Supplément carburant", "Confirmation", "TPS", "TVQ"):
        assert text in today.text
    assert "Prix du jour" in today.text
    assert "Prix du 20\N{NO-BREAK SPACE}novembre 2026" in tomorrow.text


async def test_programs_choose_the_terms_of_a_price_and_of_an_approval(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()
    path = f"/api/v1/returns/{return_id}"

    asked = await program.post(f"{path}/estimate", json={"service_code": "DOM.RP"})
    wrong = await program.post(f"{path}/approve", json={"address_id": str(new_id())})
    approved = await program.post(f"{path}/approve", json={"parcel": HEAVY})

    assert asked.status_code == 202
    assert (wrong.status_code, wrong.json()["type"]) == (404, "/problems/address-not-found")
    terms = approved.json()["terms"]
    assert (terms["service_code"], terms["parcel"]) == ("DOM.RP", HEAVY)
    [event] = await announced(shop.pool, "return-approved")
    assert event["parcel"] == HEAVY


async def test_without_a_choice_the_shipments_own_parcel_goes_to_the_default_address(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()

    await program.post(f"/api/v1/returns/{return_id}/approve")

    [event] = await announced(shop.pool, "return-approved")
    assert (event["service_code"], event["parcel"]) == ("DOM.EP", OWN)
