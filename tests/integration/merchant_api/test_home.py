"""Accueil: the steps to an open centre, the first trial, and then today's numbers."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_centre import change_centre
from merchant_api.deciding.approve_return import approve_return
from merchant_api.home.begin_trial import begin_trial
from merchant_api.home.today_store import read_today
from merchant_api.queue.tabs import MOST_COUNTED

from tests.integration.merchant_api.edge import a_client, an_app, signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears

DAY = timedelta(days=1)


@pytest.fixture
async def owner(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def _becomes(shop: Shop, **changes: object) -> None:
    def change(settings: CentreSettings) -> CentreSettings:
        return CentreSettings.model_validate({**dict(settings), **changes})

    await change_centre(shop.pool, shop.merchant_id, change, actor=DEMI, now=NOON, act="test")


async def _is_unfinished(shop: Shop) -> None:
    """Leave address and reasons done, and nothing else but the account."""
    await _becomes(shop, saved=("addresses", "reasons"))


def _states(page: str) -> list[str]:
    """Read the state of each step, in their order."""
    steps = re.search(r'<ol class="setup">(.*?)</ol>', page, re.DOTALL)
    assert steps is not None
    return [found or "later" for found in re.findall(r'<li(?: class="(\w+)")?>', steps[1])]


async def test_until_it_is_open_home_is_the_list_of_what_remains(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await _is_unfinished(shop)

    page = (await owner.get("/")).text

    assert "Ouvrez votre centre de retours" in page
    assert _states(page) == ["done", "done", "next", "later", "done", "later"]
    assert page.count("btn--go") == 1
    assert "3 étapes sur 6" in page
    assert "1 motif, en français et en anglais" in page


async def test_an_open_centre_without_any_return_asks_for_a_trial(
    owner: httpx.AsyncClient,
) -> None:
    page = (await owner.get("/")).text

    assert "Votre centre de retours est ouvert" in page
    assert _states(page) == ["done"] * 5 + ["next"]
    assert "http://127.0.0.1:8080/atelier-boreal/" in page


async def test_a_trial_opens_the_portal_filled_in_and_is_done_when_its_return_arrives(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    before = await owner.get("/essai")
    prepared = await owner.post("/essai", follow_redirects=True)

    link = re.search(r'href="([^"]*\?colis=[^"]*)" target="_blank"', prepared.text)
    assert link is not None
    asked = parse_qs(urlsplit(unescape(link[1])).query)
    [shipment] = await announced(shop.pool, "shipment-recorded")
    assert asked["colis"] == [shipment["tracking_number"]]
    assert asked["code"] == ["H2X1Y4"]
    assert shipment["email"] == shop.email
    assert "une étiquette inutilisée" not in before.text
    assert "ne coûte rien" in before.text

    row = await shop.pool.fetchrow("SELECT shipment_id FROM trials")
    assert row is not None
    await hears(shop.pool, shop.a_request(row["shipment_id"]))

    assert "La demande RV-0001-6K est arrivée" in (await owner.get("/essai")).text
    home = (await owner.get("/")).text
    assert "Une demande attend votre décision" in home


async def test_pressed_twice_one_trial_is_made_and_after_its_return_another(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post("/essai")
    await owner.post("/essai")
    first = await shop.pool.fetch("SELECT shipment_id FROM trials")
    await hears(shop.pool, shop.a_request(first[0]["shipment_id"]))

    await owner.post("/essai")

    assert len(first) == 1
    assert len(await shop.pool.fetch("SELECT shipment_id FROM trials")) == 2


async def test_an_erased_trial_is_none(owner: httpx.AsyncClient, shop: Shop) -> None:
    await owner.post("/essai")
    await shop.pool.execute("DELETE FROM shipments")

    assert "Préparer l’essai" in (await owner.get("/essai")).text


async def test_a_page_that_waits_is_told_only_what_is_new(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post("/essai")
    page = await owner.get("/essai")
    asks = re.search(r'hx-get="([^"]*)"', page.text)
    assert asks is not None

    before = await owner.get(asks[1])
    row = await shop.pool.fetchrow("SELECT shipment_id FROM trials")
    assert row is not None
    await hears(shop.pool, shop.a_request(row["shipment_id"]))
    after = await owner.get(asks[1])

    assert (before.status_code, after.status_code) == (204, 200)


async def test_a_trial_waits_for_the_portal_to_be_open(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await _is_unfinished(shop)
    unready = (await owner.get("/essai")).text
    [address] = (await shop.settings()).addresses
    await owner.post(f"/parametres/adresses/{address.address_id}/retirer")
    homeless = await owner.post("/essai")

    assert "qui n’est pas encore ouvert" in unready
    assert homeless.headers["location"] == "/parametres/adresses"


async def test_once_returns_come_home_counts_what_waits_for_whom(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked(at=NOON - 3 * DAY)
    await shop.is_asked(at=NOON)
    moving, failed, delivered = [await shop.is_asked() for _ in range(3)]
    for return_id in (moving, failed, delivered):
        await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    await hears(
        shop.pool,
        shop.a_label(moving),
        shop.a_move(moving, "in_transit"),
        shop.a_failure(failed),
        shop.a_label(delivered),
        shop.a_move(delivered, "delivered"),
    )

    page = (await owner.get("/")).text

    assert "2 demandes attendent votre décision" in page
    figures = re.findall(r"<strong>(\d+)</strong><span>(.*?)</span>", page)
    assert [(int(count), label) for count, label in figures] == [
        (2, "à traiter"),
        (1, "problème"),
        (1, "en route"),
        (1, "à recevoir"),
    ]
    assert "La plus ancienne attend depuis 3\N{NO-BREAK SPACE}jours" in page
    for link in re.findall(r'<li><a href="([^"]*)"', page):
        assert (await owner.get(unescape(link))).status_code == 200


async def test_a_pause_is_said_beside_the_numbers(owner: httpx.AsyncClient, shop: Shop) -> None:
    await shop.is_asked()
    await _becomes(shop, is_paused=True, paused={"fr": "En pause.", "en": "Paused."})

    page = (await owner.get("/")).text

    assert "Le portail n’accepte pas de nouvelles demandes." in page
    assert "Une demande attend votre décision" in page


async def test_an_agent_sees_numbers_and_nothing_to_set_up(app: FastAPI, shop: Shop) -> None:
    agent = await signed_in(app, shop)
    await shop.pool.execute("UPDATE users SET role = 'agent'")
    await _is_unfinished(shop)

    page = (await agent.get("/")).text

    assert "Rien n’attend votre décision" in page
    assert "/parametres" not in page
    assert "atelier-boreal/" not in page
    assert (await agent.get("/essai")).status_code == 403


async def test_counting_stops_where_it_would_begin_to_cost(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.pool.execute(
        """
        INSERT INTO queue_rows (return_id, merchant_id, shipment_id, number, tab, state, since_at,
                                requested_at, is_labelled, is_unreached, method, terms)
        SELECT gen_random_uuid(), $1, gen_random_uuid(), 'RV-' || n, 'to_decide', 'requested',
               now() - n * interval '1 second', now(), FALSE, FALSE, 'qr_code', ''
          FROM generate_series(1, 3000) AS n
        """,
        shop.merchant_id,
    )

    today = await read_today(shop.pool, shop.merchant_id)

    assert today.waiting == MOST_COUNTED + 1
    page = (await owner.get("/")).text
    assert "Plus de 999 demandes attendent votre décision" in page
    assert "<strong>999+</strong>" in page


async def test_of_another_merchant_nothing_is_counted(shop: Shop, other_shop: Shop) -> None:
    await other_shop.is_asked()
    await begin_trial(
        other_shop.pool, other_shop.merchant_id, other_shop.email, "fr", actor=DEMI, now=NOON
    )

    today = await read_today(shop.pool, shop.merchant_id)

    assert (today.waiting, today.is_first_return_asked) == (0, False)
    browser = await signed_in(an_app(shop.pool), shop)
    assert "Préparer l’essai" in (await browser.get("/essai")).text


async def test_home_asks_who_it_is_and_leads_back(app: FastAPI) -> None:
    answer = await a_client(app).get("/")

    assert answer.headers["location"] == "/connexion"
