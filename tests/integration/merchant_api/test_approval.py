"""Who decides: saved with a version, named by decisions, and replayed over what has been."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.approval.approve_by_rule import approve_by_rule

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import NOON, Shop, announced, hears, open_shop

PAGE = "/parametres/approbation"
AUTOMATIC = {"approval": "automatic", "window_days": "14", "answer_business_days": "3"}


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_a_change_of_the_rule_is_announced_and_counted(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    saved = await person.post(PAGE, data=AUTOMATIC)
    await person.post(PAGE, data={**AUTOMATIC, "answer_business_days": "4"})
    page = await person.get(saved.headers["location"])

    assert "Règle en vigueur\N{NO-BREAK SPACE}: version 2" in page.text
    assert "la règle décide dès maintenant" in page.text
    *_, event = await announced(shop.pool, "centre-configured")
    told = (event["approval"], event["window_days"], event["answer_business_days"])
    assert told == ("automatic", 14, 4)


async def test_a_wrong_number_keeps_everything_typed_and_saves_nothing(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    page = await person.post(PAGE, data={**AUTOMATIC, "window_days": "<deux>"})

    assert page.status_code == 422
    assert 'value="&lt;deux&gt;"' in page.text
    assert 'value="automatic" checked' in page.text
    assert len(await announced(shop.pool, "centre-configured")) == 1


async def test_a_decision_by_rule_names_the_version_everywhere(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    await person.post(PAGE, data=AUTOMATIC)
    return_id = await shop.is_asked()
    await approve_by_rule(shop.pool, f"{shop.merchant_id}/{return_id}", clock=lambda: NOON)

    told = (await program.get(f"/api/v1/returns/{return_id}")).json()["decision"]["by"]
    page = await person.get("/retours?ouvert=RV-0001-6K")
    acts = await shop.pool.fetch("SELECT actor_id FROM audit WHERE act = 'return.approved'")

    assert told == {"kind": "rule", "name": "automatic approval, version 2", "rule_version": 2}
    assert "Approuvé par la règle, version 2" in page.text
    assert [row["actor_id"] for row in acts] == ["2"]


@pytest.mark.parametrize("window_days", ["14", "5"])
async def test_a_request_outside_the_window_waits_for_a_person(
    person: httpx.AsyncClient, shop: Shop, window_days: str
) -> None:
    await person.post(PAGE, data={**AUTOMATIC, "window_days": window_days})
    return_id = await shop.is_asked()  # on the sixth day after delivery

    await approve_by_rule(shop.pool, f"{shop.merchant_id}/{return_id}", clock=lambda: NOON)

    approved = await announced(shop.pool, "return-approved")
    assert len(approved) == (1 if window_days == "14" else 0)


async def test_a_merchant_who_has_just_gone_back_to_deciding_decides(shop: Shop) -> None:
    quick = await open_shop(shop.pool, "atelier-rapide", approval="automatic")
    return_id = await quick.is_asked()
    await shop.pool.execute(
        """UPDATE centres SET settings = settings || '{"approval": "manual"}'"""
    )

    await approve_by_rule(shop.pool, f"{quick.merchant_id}/{return_id}", clock=lambda: NOON)

    assert await announced(shop.pool, "return-approved") == []


async def test_the_page_replays_the_last_30_days_with_the_window_that_is_typed(
    person: httpx.AsyncClient, shop: Shop, other_shop: Shop
) -> None:
    await shop.is_asked()
    await shop.is_asked(at=NOON - timedelta(days=2))
    await shop.is_asked(at=NOON - timedelta(days=31))
    await hears(shop.pool, shop.a_request(shop.merchant_id))  # of a shipment that nobody knows
    await other_shop.is_asked()
    before = await announced(shop.pool)

    page = await person.get(PAGE)
    tried = await person.post(PAGE, data={**AUTOMATIC, "window_days": "5", "act": "preview"})

    assert "3 demandes dans les 30 derniers jours : elle en aurait approuvé 2." in _plain(page)
    assert "1 aurait attendu : envoi inconnu" in _plain(page)
    assert "elle en aurait approuvé 1." in _plain(tried)
    assert "1 aurait attendu : hors délai" in _plain(tried)
    assert await announced(shop.pool) == before


async def test_programs_read_change_and_replay_the_rule(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.is_asked()
    told = {"approval": "automatic", "window_days": None, "answer_business_days": 1}

    put = await program.put("/api/v1/centre/approval", json=told)
    replayed = await program.get("/api/v1/centre/approval/replay", params={"window_days": 3})

    assert put.json() == {**told, "version": 2}
    assert (await program.get("/api/v1/centre/approval")).json() == put.json()
    assert replayed.json() == {
        "days": 30,
        "requests": 1,
        "approved": 0,
        "declined": 0,
        "waiting": [{"obstacle": "outside_window", "requests": 1}],
        "is_cut": False,
    }


def _plain(page: httpx.Response) -> str:
    return page.text.replace("\N{NO-BREAK SPACE}", " ")
