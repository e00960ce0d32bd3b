"""Saying no: a reason for ourselves, words for the customer, and a look at their mail before."""

import httpx
import pytest
from fastapi import FastAPI

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop, announced, hears

URL = "/retours/RV-0001-6K/refuser"
FINAL = "Cet article est une vente finale\N{NO-BREAK SPACE}: il ne peut être ni repris ni échangé."


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_the_reason_stays_in_the_house(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked()

    await person.post(URL, data={"reason": "fraud_suspected", "message": "Non, désolés."})

    [event] = await announced(shop.pool, "return-declined")
    assert "fraud" not in str(event)
    told = (await program.get(f"/api/v1/returns/{return_id}")).json()["decision"]
    assert (told["decline_reason"], told["message"]) == ("fraud_suspected", "Non, désolés.")
    page = (await person.get("/retours/RV-0001-6K")).text
    assert "Raison interne\N{NO-BREAK SPACE}: Fraude soupçonnée" in page


async def test_without_a_reason_nothing_is_decided_and_nothing_typed_is_lost(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()

    page = await person.post(URL, data={"message": "Non <merci>."})

    assert page.status_code == 422
    assert page.text.count("Choisissez la raison interne") == 2
    assert "Non &lt;merci&gt;.</textarea>" in page.text
    assert await announced(shop.pool, "return-declined") == []


async def test_a_reason_brings_words_in_the_customers_language_but_not_over_ones_own(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()
    english = shop.a_request(shop.merchant_id).model_copy(update={"language": "en"})
    await hears(shop.pool, english)
    ready = {"reason": "final_sale", "act": "ready"}

    french_page = (await person.post(URL, data=ready)).text
    other_reason = {**ready, "reason": "duplicate", "message": FINAL}
    changed = (await person.post(URL, data=other_reason)).text
    own = (await person.post(URL, data={**ready, "message": "À ma façon."})).text
    english_page = (await person.post("/retours/RV-0002-6K/refuser", data=ready)).text

    assert f">\n{FINAL}</textarea>" in french_page
    assert "Nous avons déjà une demande de retour pour cet envoi" in changed.split("textarea")[1]
    assert ">\nÀ ma façon.</textarea>" in own
    assert ">\nThis item is final sale" in english_page
    assert await announced(shop.pool, "return-declined") == []


async def test_the_mail_is_shown_in_the_customers_language_before_it_is_sent(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    request = shop.a_request(shop.merchant_id).model_copy(update={"language": "en"})
    await hears(shop.pool, request)
    typed = {"reason": "other", "message": "No.\r\n\r\nSorry.", "act": "preview"}

    page = (await person.post(URL, data=typed)).text

    assert "An answer to your return request RV-0001-6K" in page
    assert "“<span data-mirror>No.<br>Sorry.</span>”" in page
    assert "Atelier Boréal, November" in page
    assert "bonjour@atelier-boreal.example" in page
    assert '<div lang="en-CA">' in page


async def test_the_second_to_decide_is_told_what_the_first_did(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()
    await person.post("/retours/RV-0001-6K/approuver")

    late = await person.post(URL, data={"reason": "other", "message": "Non.", "ici": "page"})
    page = await person.get(late.headers["location"])

    assert late.headers["location"] == "/retours/RV-0001-6K?avis=deja"
    assert f"RV-0001-6K était déjà approuvé\N{NO-BREAK SPACE}: par {shop.email}" in page.text


async def test_programs_may_say_why(program: httpx.AsyncClient, shop: Shop) -> None:
    path = f"/api/v1/returns/{await shop.is_asked()}/decline"

    wrong = await program.post(path, json={"message": "Non.", "reason": "mood"})
    declined = await program.post(path, json={"message": "Non.", "reason": "final_sale"})

    assert wrong.status_code == 422
    assert declined.json()["decline_reason"] == "final_sale"
