"""The JSON API: a key opens one merchant, and every answer says what is so."""

import asyncio
import re

import httpx
import pytest
from chassis.db import Pool
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.keys.api_key import draw_key

from tests.integration.merchant_api.edge import a_client, routes
from tests.integration.merchant_api.story import Shop, announced, hears, opened

RECIPIENT = {
    "name": "Camille Exemple",
    "line_1": "25, rue Imaginaire",
    "city": "Sherbrooke",
    "province": "QC",
    "postal_code": "j1h 1a1",
}
PARCEL = {
    "tracking_number": "7000 0000-0000 1013",
    "recipient": RECIPIENT,
    "email": "camille@example.com",
    "parcel": {"weight_grams": 1200},
    "delivered_on": "2026-11-14",
}


async def test_a_shipment_is_new_then_known_then_changed(program: httpx.AsyncClient) -> None:
    new = await program.post("/api/v1/shipments", json=PARCEL)
    same = await program.post("/api/v1/shipments", json=PARCEL)
    changed = await program.post(
        "/api/v1/shipments", json=PARCEL | {"parcel": {"weight_grams": 900}}
    )

    assert [answer.status_code for answer in (new, same, changed)] == [201, 200, 200]
    assert new.json() == same.json()
    assert new.json()["tracking_number"] == "7000000000001013"
    assert new.json()["recipient"]["postal_code"] == "J1H1A1"
    assert (changed.json()["version"], new.json()["version"]) == (2, 1)
    read = await program.get(new.headers["location"])
    assert read.json() == changed.json()


async def test_one_shipment_told_many_times_at_once_is_recorded_once(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    answers = await asyncio.gather(
        *(program.post("/api/v1/shipments", json=PARCEL) for _ in range(16))
    )

    assert sorted(answer.status_code for answer in answers) == [200] * 15 + [201]
    assert len(await announced(shop.pool, "shipment-recorded")) == 1


async def test_what_is_wrong_with_a_shipment_is_told_by_field_and_never_repeated(
    program: httpx.AsyncClient,
) -> None:
    answer = await program.post(
        "/api/v1/shipments", json=PARCEL | {"email": "canary", "parcel": {"weight_grams": -1}}
    )

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/invalid"
    assert {error["pointer"] for error in answer.json()["errors"]} == {
        "/email",
        "/parcel/weight_grams",
    }
    assert "canary" not in answer.text


async def test_an_account_goes_in_sealed_and_never_comes_out(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    account = {"user": "renvoi", "password": "canary", "customer_number": "0000042"}

    answers = [await program.put("/api/v1/carrier-account", json=account) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]
    *_, event = await announced(shop.pool, "carrier-account-sealed")
    assert event["version"] == 2, "the one of enrolment, and this one once"
    assert opened(event["sealed"]) == account | {"contract_id": None, "environment": "production"}
    told = await program.get("/api/v1/carrier-account")
    assert told.json()["customer_number_ending"] == "042"
    assert not {"canary", "renvoi", "0000042"} & set(told.text.split('"'))


async def test_a_return_is_told_whole(program: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await shop.is_asked()
    path = f"/api/v1/returns/{return_id}"
    asked = await program.post(f"{path}/estimate", headers={"accept-language": "en-CA"})
    estimate_id = asked.json()["estimate_id"]
    pending = (await program.get(path)).json()["estimate"]["status"]
    await hears(shop.pool, shop.a_price(return_id, estimate_id))
    approved = await program.post(f"{path}/approve")
    being_made = (await program.get(path)).json()["label"]["status"]
    await hears(
        shop.pool,
        shop.a_label(return_id),
        shop.a_move(return_id, "accepted"),
        shop.a_sent(return_id),
    )

    told = (await program.get(path)).json()

    assert (asked.status_code, pending, being_made) == (202, "pending", "being_made")
    assert approved.json()["by"] == {"kind": "api_key", "name": "enrol", "rule_version": None}
    assert told["state"] == "in_transit"
    assert told["customer"]["email"] == "camille@example.com"
    assert told["estimate"]["price"]["due_cents"] == 1592
    assert told["label"]["tracking_pin"] == "7023210194837261"
    assert told["parcel"]["place"] == "Sherbrooke, QC"
    assert told["timeline"][0]["kind"] == "requested"
    assert told["messages"][0]["template"] == "request_received"
    [question] = await announced(shop.pool, "estimate-requested")
    assert question["language"] == "en"


async def test_a_second_decision_is_told_the_first(program: httpx.AsyncClient, shop: Shop) -> None:
    path = f"/api/v1/returns/{await shop.is_asked()}"
    declined = await program.post(f"{path}/decline", json={"message": "Article porté."})

    answers = [
        await program.post(f"{path}/approve"),
        await program.post(f"{path}/decline", json={"message": "Encore."}),
    ]

    for answer in answers:
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/already-decided"
        assert answer.json()["decision"] == declined.json()
    assert declined.json()["message"] == "Article porté."


async def test_64_programs_approving_at_once_cause_one_approval(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    path = f"/api/v1/returns/{await shop.is_asked()}/approve"

    answers = await asyncio.gather(*(program.post(path) for _ in range(64)))

    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 63
    assert len(await announced(shop.pool, "return-approved")) == 1


@pytest.mark.parametrize("message", ["", "   ", "\u0000", "x" * 2001, None])
async def test_a_refusal_needs_words_that_can_be_kept(
    program: httpx.AsyncClient, shop: Shop, message: str | None
) -> None:
    path = f"/api/v1/returns/{await shop.is_asked()}"

    answer = await program.post(f"{path}/decline", json={"message": message})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")
    assert (await program.get(path)).json()["decision"] is None


async def test_the_list_is_read_page_by_page_without_gap_or_double(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    shipment = await shop.ships()
    requests = [shop.a_request(shipment.shipment_id) for _ in range(7)]
    await hears(shop.pool, *requests)

    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = (await program.get("/api/v1/returns", params=query)).json()
        seen += [line["number"] for line in page["returns"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert seen == [request.number for request in reversed(requests)]


async def test_the_list_may_hold_one_state_only(program: httpx.AsyncClient, shop: Shop) -> None:
    first, second = await shop.is_asked(), await shop.is_asked()
    await program.post(f"/api/v1/returns/{first}/approve")

    listed = (await program.get("/api/v1/returns", params={"state": "requested"})).json()

    assert [line["return_id"] for line in listed["returns"]] == [str(second)]


@pytest.mark.parametrize("shown", [None, "", "Bearer", "Basic abc", "Bearer rp_live_x_y_z"])
async def test_without_a_valid_key_nothing_is_answered(app: FastAPI, shown: str | None) -> None:
    headers = {"authorization": shown} if shown is not None else {}
    async with a_client(app) as client:
        for method, path in routes(app):
            if not path.startswith("/api/v1"):
                continue
            url = re.sub(r"{\w+}", str(new_id()), path)
            answer = await client.request(method, url, headers=headers)

            assert answer.status_code == 401, f"{method} {path}"
            assert answer.headers["www-authenticate"].startswith("Bearer")
            assert answer.json()["type"] == "/problems/unauthorized"


async def test_a_well_formed_key_that_was_never_issued_or_was_revoked_opens_nothing(
    app: FastAPI, shop: Shop
) -> None:
    async with a_client(app, key=draw_key().text) as stranger:
        unknown = await stranger.get("/api/v1/returns")
    await shop.pool.execute("UPDATE api_keys SET revoked_at = now()")
    async with a_client(app, key=shop.key) as former:
        revoked = await former.get("/api/v1/returns")

    assert (unknown.status_code, revoked.status_code) == (401, 401)
    assert unknown.json() == revoked.json()


async def test_the_description_is_openapi_3_1_with_examples(
    program: httpx.AsyncClient,
) -> None:
    document = (await program.get("/api/openapi.json")).json()

    assert document["openapi"].startswith("3.1")
    assert all(path.startswith("/api/v1/") for path in document["paths"])
    for name in ("ShipmentIn", "DeclineIn", "EstimateAsked"):
        assert document["components"]["schemas"][name]["examples"]
    put = document["paths"]["/api/v1/carrier-account"]["put"]
    assert put["requestBody"]["content"]["application/json"]["schema"]["examples"]
    approve = document["paths"]["/api/v1/returns/{return_id}/approve"]["post"]["responses"]
    assert {"200", "401", "404", "409"} <= set(approve)


async def test_no_key_and_no_customer_is_ever_logged(
    program: httpx.AsyncClient, shop: Shop, capfd: pytest.CaptureFixture[str]
) -> None:
    await program.post("/api/v1/shipments", json=PARCEL)
    return_id = await shop.is_asked()
    await program.post(f"/api/v1/returns/{return_id}/decline", json={"message": "Un canari."})
    await program.get("/api/v1/returns/not-an-id")

    told = "".join(capfd.readouterr())

    assert "return declined" in told
    for private in (shop.key, shop.key.split("_")[3], "Camille", "camille@", "canari", "rue Ima"):
        assert private not in told


async def test_with_the_database_away_it_says_so(app: FastAPI, merchant_pool: Pool) -> None:
    await merchant_pool.close()

    async with a_client(app, key=draw_key().text) as client:
        answer = await client.get("/api/v1/returns")

    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/outage")
    assert answer.headers["retry-after"]
