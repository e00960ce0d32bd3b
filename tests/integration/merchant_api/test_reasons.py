"""The reasons that customers tick: saved whole, announced, and the same for programs."""

import re

import httpx
import pytest
from fastapi import FastAPI

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop, announced

PAGE = "/parametres/motifs"


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


def _form(*rows: tuple[str, str, str], **more: str) -> dict[str, object]:
    keys = [key for key, _, _ in rows]
    words = {f"fr-{key}": fr for key, fr, _ in rows} | {f"en-{key}": en for key, _, en in rows}
    return {"row": keys, **words, **more}


async def _offered(shop: Shop) -> list[tuple[str, str, bool]]:
    *_, event = await announced(shop.pool, "centre-configured")
    reasons = event["reasons"]
    assert isinstance(reasons, list)
    return [(it["code"], it["words"]["fr"], it["asks_comment"]) for it in reasons]


async def test_what_is_saved_is_announced_in_its_order(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    form = _form(("N1", "Trop petit", "Too small"), ("damaged", "Abîmé", "Damaged"))

    answer = await person.post(PAGE, data={**form, "asks-damaged": "on"})

    assert answer.headers["location"] == f"{PAGE}?avis=saved-reasons"
    assert await _offered(shop) == [("trop_petit", "Trop petit", False), ("damaged", "Abîmé", True)]
    acts = await shop.pool.fetch("SELECT act FROM audit WHERE act LIKE 'centre.r%'")
    assert [row["act"] for row in acts] == ["centre.reasons"]


async def test_nothing_is_saved_with_a_language_missing_and_nothing_typed_is_lost(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    before = await announced(shop.pool)

    page = await person.post(PAGE, data=_form(("damaged", "Abîmé", "Damaged"), ("N1", "Neuf", "")))

    assert page.status_code == 422
    assert page.text.count("Motif 2\N{NO-BREAK SPACE}: il manque l’anglais") == 2
    assert 'value="Neuf"' in page.text
    assert 'value="Abîmé"' in page.text
    assert await announced(shop.pool) == before


async def test_without_script_a_button_gives_the_form_back_changed_and_unsaved(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    form = _form(("damaged", "Abîmé", "Damaged"), ("N1", "Neuf", ""), act="up:N1")
    before = await announced(shop.pool)

    page = await person.post(PAGE, data=form)

    assert page.status_code == 200
    assert re.findall(r'name="row" value="(\w+)"', page.text) == ["N1", "damaged"]
    assert 'value="Neuf"' in page.text
    assert "Pas encore enregistré." in page.text
    assert await announced(shop.pool) == before


async def test_a_retired_reason_is_offered_no_more_and_stays_on_its_returns(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked()
    form = _form(("N1", "Trop petit", "Too small"), ("damaged", "", ""))

    await person.post(PAGE, data={**form, "retired-damaged": "1"})

    assert [code for code, _, _ in await _offered(shop)] == ["trop_petit"]
    kept = (await program.get(f"/api/v1/returns/{return_id}")).json()["reasons"]
    assert kept == [{"code": "damaged", "words": {"fr": "Endommagé", "en": "Damaged"}}]


async def test_a_centre_without_reasons_is_shown_a_set_to_begin_with(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.pool.execute("""UPDATE centres SET settings = settings || '{"reasons": []}'""")

    page = await person.get(PAGE)

    assert 'value="Trop petit"' in page.text
    assert "Voici une liste pour commencer." in page.text


async def test_programs_read_and_replace_the_same_list(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    url = "/api/v1/centre/reasons"
    small = {"words": {"fr": "Trop petit", "en": "Too small"}}

    put = await program.put(url, json={"reasons": [small]})
    again = await program.put(url, json=put.json())

    assert put.status_code == 200
    assert [it["code"] for it in put.json()["reasons"]] == ["trop_petit", "damaged"]
    assert again.json() == put.json() == (await program.get(url)).json()
    assert len(await announced(shop.pool, "centre-configured")) == 2


async def test_programs_are_told_which_language_of_which_reason_is_missing(
    program: httpx.AsyncClient,
) -> None:
    told = {"reasons": [{"code": "damaged", "words": {"fr": "\u0000", "en": "Damaged"}}]}

    answer = await program.put("/api/v1/centre/reasons", json=told)

    assert answer.status_code == 422
    assert [it["pointer"] for it in answer.json()["errors"]] == ["/reasons/0/words/fr"]
