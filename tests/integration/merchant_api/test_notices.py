"""Whom to tell of what: a list saved whole, announced whole, and kept while it is worked on."""

from typing import cast

import httpx
import pytest
from fastapi import FastAPI

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop, announced

HERE = "/parametres/courriels"
NOA = {"courriel-0": "noa@example.com", "langue-0": "en", "avis-0": ["new_request"]}
SAM = {
    "courriel-7": " Sam@Example.com ",
    "langue-7": "fr",
    "avis-7": ["mail_failed", "parcel_delivered", "nonsense"],
}
BOTH = {"rang": ["0", "7"], **NOA, **SAM}


async def _lists(shop: Shop) -> list[dict[str, object]]:
    return await announced(shop.pool, "notifications-configured")


async def test_until_it_is_saved_the_owner_is_proposed_and_nothing_announced(
    app: FastAPI, shop: Shop
) -> None:
    person = await signed_in(app, shop)

    page = (await person.get(HERE)).text

    assert f'value="{shop.email}"' in page
    assert 'value="new_request" checked' in page
    assert 'value="parcel_delivered" checked' not in page
    assert "Rien n’est envoyé tant que vous n’avez pas enregistré." in page
    assert await _lists(shop) == []


async def test_the_list_is_saved_and_announced_whole_and_once(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    answers = [await person.post(HERE, data=BOTH) for _ in range(2)]

    [event] = await _lists(shop)
    assert {answer.headers["location"] for answer in answers} == {f"{HERE}?avis=notices-saved"}
    assert event["version"] == 1
    assert event["recipients"] == [
        {"email": "noa@example.com", "language": "en", "kinds": ["new_request"]},
        {
            "email": "Sam@Example.com",
            "language": "fr",
            "kinds": ["parcel_delivered", "mail_failed"],
        },
    ]
    assert 'value="Sam@Example.com"' in (await person.get(HERE)).text


async def test_an_empty_list_tells_nobody(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    await person.post(HERE, data=BOTH)

    answer = await person.post(HERE, data={})

    assert answer.headers["location"] == f"{HERE}?avis=notices-off"
    *_, event = await _lists(shop)
    assert (event["version"], event["recipients"]) == (2, [])


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"courriel-7": ""}, "courriel-1", "Saisissez une adresse de courriel"),
        ({"courriel-7": "sam@"}, "courriel-1", "comme nom@exemple.ca"),
        ({"courriel-7": "NOA@example.com"}, "courriel-1", "déjà dans la liste"),
        ({"avis-7": []}, "avis-1", "Cochez au moins un courriel"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(
    app: FastAPI, shop: Shop, changes: dict[str, object], field: str, told: str
) -> None:
    person = await signed_in(app, shop)

    answer = await person.post(HERE, data=BOTH | changes)

    assert answer.status_code == 422
    assert f'id="{field}-erreur"' in answer.text
    assert told in answer.text
    assert 'value="noa@example.com"' in answer.text
    assert await _lists(shop) == []


async def test_rows_are_added_and_removed_before_anything_is_saved(
    app: FastAPI, shop: Shop
) -> None:
    person = await signed_in(app, shop)

    added = (await person.post(HERE, data=BOTH | {"act": "ajouter"})).text
    removed = (await person.post(HERE, data=BOTH | {"act": "retirer:0"})).text

    assert 'id="courriel-2"' in added
    assert "pas encore enregistrés" in added
    assert "noa@example.com" not in removed
    assert "Sam@Example.com" in removed
    assert await _lists(shop) == []


async def test_by_api_the_list_is_read_and_replaced(program: httpx.AsyncClient, shop: Shop) -> None:
    told = {"recipients": [{"email": "a@b.example", "language": "fr", "kinds": ["new_request"]}]}

    before = (await program.get("/api/v1/notifications")).json()
    put = await program.put("/api/v1/notifications", json=told)
    after = (await program.get("/api/v1/notifications")).json()

    assert before == {"recipients": []}
    assert put.json() == after == told
    assert len(await _lists(shop)) == 1


async def test_by_api_what_is_wrong_is_told_by_place(program: httpx.AsyncClient) -> None:
    twice = {"email": "a@b.example", "language": "fr", "kinds": ["new_request"]}

    answer = await program.put("/api/v1/notifications", json={"recipients": [twice, twice]})

    errors = cast("list[dict[str, str]]", answer.json()["errors"])
    assert answer.status_code == 422
    assert [error["pointer"] for error in errors] == ["/recipients/1/email"]
