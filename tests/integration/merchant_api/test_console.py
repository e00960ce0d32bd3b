"""The console without script: what a person sees, does, and is told."""

import itertools
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI

from tests.integration.merchant_api.edge import URL, a_client, an_app, signed_in
from tests.integration.merchant_api.story import NOON, PASSWORD, Shop, announced, hears

HTMX = {"hx-request": "true"}


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


async def _asked(shop: Shop, *, comment: str | None = None) -> tuple[UUID, str]:
    """Have a customer ask; return id and number."""
    shipment = await shop.ships()
    request = shop.a_request(shipment.shipment_id)
    if comment is not None:
        request = request.model_copy(update={"comment": comment})
    await hears(shop.pool, request)
    return request.return_id, request.number


async def _open(person: httpx.AsyncClient, number: str, **query: str) -> str:
    page = await person.get("/retours", params={"ouvert": number, **query})
    assert page.status_code == 200, page.text
    return page.text


async def test_the_way_in_leads_to_the_page_that_was_asked_for(app: FastAPI, shop: Shop) -> None:
    _, number = await _asked(shop)
    browser = a_client(app)

    turned = await browser.get("/retours", params={"ouvert": number})
    form = await browser.get(turned.headers["location"])
    wanted = re.search(r'name="suite" value="([^"]*)"', form.text)
    assert wanted is not None
    answer = await browser.post(
        "/connexion",
        data={"email": shop.email, "password": PASSWORD, "suite": wanted.group(1)},
    )

    assert answer.headers["location"] == f"/retours?ouvert={number}"
    assert "Camille Exemple" in (await browser.get(answer.headers["location"])).text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/retours?\r\nx: y",
        "/connexion",
    ],
)
async def test_the_way_in_leads_nowhere_else(app: FastAPI, shop: Shop, elsewhere: str) -> None:
    answer = await a_client(app).post(
        "/connexion", data={"email": shop.email, "password": PASSWORD, "suite": elsewhere}
    )

    assert answer.headers["location"] == "/"


async def test_unknown_and_known_people_are_refused_in_the_same_words(
    app: FastAPI, shop: Shop
) -> None:
    texts = []
    for email in (shop.email, "nobody@example.com"):
        answer = await a_client(app).post("/connexion", data={"email": email, "password": "no"})
        assert answer.status_code == 422
        assert "set-cookie" not in answer.headers
        texts.append(answer.text.replace(email, ""))

    assert texts[0] == texts[1]


async def test_a_cookie_is_for_our_pages_only_and_new_at_each_sign_in(
    app: FastAPI, shop: Shop
) -> None:
    browser = a_client(app)
    typed = {"email": shop.email, "password": PASSWORD}

    first = await browser.post("/connexion", data=typed)
    second = await browser.post("/connexion", data=typed)

    cookie = first.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert cookie != second.headers["set-cookie"]
    former = {"cookie": cookie.split(";")[0]}
    assert (await a_client(app).get("/retours", headers=former)).status_code == 303


async def test_after_signing_out_the_old_cookie_opens_nothing(
    app: FastAPI, person: httpx.AsyncClient
) -> None:
    [held] = [f"{name}={value}" for name, value in person.cookies.items()]

    answer = await person.post("/session/fermer")

    assert answer.status_code == 303
    assert (await a_client(app).get("/retours", headers={"cookie": held})).status_code == 303


async def test_a_request_is_decided_without_script(person: httpx.AsyncClient, shop: Shop) -> None:
    _, number = await _asked(shop)
    before = await _open(person, number)

    answer = await person.post(f"/retours/{number}/approuver")
    after = await person.get(answer.headers["location"])

    assert f'action="/retours/{number}/approuver"' in before
    assert f'action="/retours/{number}/approuver"' not in after.text
    assert f"{number} est approuvé." in after.text
    assert len(await announced(shop.pool, "return-approved")) == 1


async def test_a_stale_form_is_told_what_is_already_so(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    _, number = await _asked(shop)
    await person.post(f"/retours/{number}/approuver")

    for act in ("approuver", "refuser"):
        answer = await person.post(f"/retours/{number}/{act}", data={"message": "Article porté."})
        page = await person.get(answer.headers["location"])

        assert f"{number} était déjà approuvé : par {shop.email}" in page.text.replace("\xa0", " ")
    assert len(await announced(shop.pool, "renvoi.return-")) == 1


async def test_a_strip_of_good_news_cannot_be_forged_by_an_address(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    _, number = await _asked(shop)

    page = await _open(person, number, avis="approuve")

    assert "est approuvé" not in page


async def test_a_refusal_asks_for_words_and_keeps_what_was_typed(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    _, number = await _asked(shop)

    url, reason = f"/retours/{number}/refuser", {"reason": "used_or_damaged"}
    empty = await person.post(url, data={**reason, "message": " "})
    long = await person.post(url, data={**reason, "message": "z" * 2001})
    declined = await person.post(url, data={**reason, "message": "Article porté.\r\nDésolés."})

    assert (empty.status_code, long.status_code, declined.status_code) == (422, 422, 303)
    assert "<title>Erreur\N{NO-BREAK SPACE}: " in empty.text
    assert "z" * 2001 in long.text
    [event] = await announced(shop.pool, "return-declined")
    assert event["message"] == "Article porté.\nDésolés."


async def test_a_price_appears_line_by_line(person: httpx.AsyncClient, shop: Shop) -> None:
    return_id, number = await _asked(shop)

    await person.post(f"/retours/{number}/estimer")
    asking = await _open(person, number)
    [question] = await announced(shop.pool, "estimate-requested")
    await hears(shop.pool, shop.a_price(return_id, UUID(str(question["estimate_id"]))))
    priced = (await _open(person, number)).replace("\xa0", " ")

    assert 'http-equiv="refresh"' in asking, "a page without script asks again by itself"
    assert 'http-equiv="refresh"' not in priced
    for text in (
        "Colis accélérés",
        "11,84 $",
        "Supplément carburant",
        "2,01 $",
        "TPS (5 %)",
        "TVQ (9,975 %)",
        "15,92 $",
        "1,2 kg",
        "35 × 25 × 10 cm",
        "de J1H 1A1 à H2X 1Y4",
        "Estimer de nouveau",
    ):
        assert text in priced, text


async def test_the_price_is_fetched_alone_and_only_when_it_is_new(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id, number = await _asked(shop)
    part = await person.post(f"/retours/{number}/estimer", headers=HTMX)
    poll = re.search(r'hx-get="([^"]+)"', part.text)
    assert poll is not None
    url = poll.group(1).replace("&amp;", "&")

    still = await person.get(url, headers=HTMX)
    [question] = await announced(shop.pool, "estimate-requested")
    await hears(shop.pool, shop.a_price(return_id, UUID(str(question["estimate_id"]))))
    priced = await person.get(url, headers=HTMX)

    assert still.status_code == 204
    assert "<html" not in priced.text
    assert "hx-trigger" not in priced.text, "what is answered is asked no more"


async def test_the_carriers_refusal_of_a_label_is_quoted(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id, number = await _asked(shop)
    await person.post(f"/retours/{number}/approuver")
    await hears(shop.pool, shop.a_failure(return_id, "refused"))

    page = await _open(person, number)

    assert "Le numéro de client n’est pas valide." in page
    assert "9111" in page


async def test_an_unknown_outcome_says_what_is_known_and_what_to_do(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id, number = await _asked(shop)
    await person.post(f"/retours/{number}/approuver")
    await hears(shop.pool, shop.a_failure(return_id, "unknown"))

    page = await _open(person, number)

    assert "L’étiquette existe peut-être" in page
    assert f"Cherchez la référence {number} dans votre compte Postes Canada" in page
    assert "Rien ne sera acheté de nouveau sans vous" in page


async def test_what_is_known_of_a_doubtful_label_is_not_kept_back(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id, number = await _asked(shop)
    await person.post(f"/retours/{number}/approuver")
    lost = {"codes": ("file-lost",), "message": "Numéro de repérage 7023210194837261."}
    await hears(shop.pool, shop.a_failure(return_id, "unknown").model_copy(update=lost))

    assert "Numéro de repérage 7023210194837261." in await _open(person, number)


async def test_a_label_its_parcel_and_a_message_that_failed_are_told(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id, number = await _asked(shop)
    await person.post(f"/retours/{number}/approuver")
    await hears(
        shop.pool,
        shop.a_label(return_id),
        shop.a_move(return_id, "accepted"),
        shop.a_sent(return_id),
        shop.an_unsent(return_id),
    )

    page = await _open(person, number)

    assert "7023 2101 9483 7261" in page
    assert "Sherbrooke, QC" in page
    assert "n’a pas été accepté à l’adresse camille@example.com (550)" in page


async def test_what_customers_write_is_text_and_never_markup(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    _, number = await _asked(shop, comment='<script>alert(1)</script>"><img src=x>')

    page = await _open(person, number)

    assert "<script>alert" not in page
    assert "<img src=x" not in page


async def test_an_empty_tab_is_one_sentence(person: httpx.AsyncClient) -> None:
    slugs = ("a-traiter", "approuves", "en-transit", "a-recevoir", "problemes", "fermes")
    for language, slug in itertools.product(("fr", "en"), slugs):
        page = await person.get("/retours", params={"onglet": slug, "lang": language})

        assert page.text.count('class="empty"') == 1
        assert f'lang="{language}-CA"' in page.text


async def test_the_language_is_remembered(person: httpx.AsyncClient) -> None:
    await person.get("/retours", params={"lang": "en"})

    assert "No request" in (await person.get("/retours")).text


async def test_no_page_needs_inline_script_or_style(person: httpx.AsyncClient, shop: Shop) -> None:
    _, number = await _asked(shop)
    pages = [
        (await person.get("/connexion")).text,
        await _open(person, number),
        (await person.get(f"/retours/{number}/refuser")).text,
        (await person.get("/nowhere")).text,
    ]

    for page in pages:
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"<script(?![^>]*\ssrc=)", page)


async def test_people_are_told_errors_in_words_and_programs_as_problems(
    merchant_pool: Pool, shop: Shop
) -> None:
    app = an_app(merchant_pool)
    person = await signed_in(app, shop)

    page = await person.get("/retours/RV-9999-9Z/refuser")
    problem = await a_client(app, key=shop.key).get("/api/v1/returns/" + str(UUID(int=1)))

    assert page.status_code == problem.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert problem.headers["content-type"] == "application/problem+json"


async def test_a_page_that_is_not_there_says_so_in_either_language(
    merchant_pool: Pool, shop: Shop
) -> None:
    person = await signed_in(an_app(merchant_pool), shop)

    first = await person.get("/nulle-part?lang=fr")
    other = await person.get("/nulle-part?lang=en")

    assert 'href="/nulle-part?lang=en"' in first.text
    assert 'lang="en-CA"' in other.text.partition("<head>")[0]


async def test_a_request_that_waits_too_long_is_marked(merchant_pool: Pool, shop: Shop) -> None:
    await _asked(shop)
    ages = []
    for days in (0, 6):
        browser = await signed_in(an_app(merchant_pool, now=NOON + timedelta(days=days)), shop)
        ages.append((await browser.get("/retours")).text)

    fresh, old = ages
    assert "q-age late" not in fresh
    assert "q-age late" in old
    assert "6 j" in old.replace("\xa0", " ")


async def test_a_page_that_is_not_there_leads_to_no_other_host(app: FastAPI) -> None:
    async with a_client(app) as browser:
        page = await browser.get(f"{URL}//elsewhere.example/x")

    assert 'href="/elsewhere.example/x?lang=' in page.text
