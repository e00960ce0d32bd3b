"""A POST of the API that carries an Idempotency-Key acts once, however often it is sent."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from chassis.db import Pool

from tests.integration.merchant_api.edge import a_client, an_app
from tests.integration.merchant_api.story import NOON, Shop, announced, open_shop

SHIPMENT = {
    "tracking_number": "7023210194837261",
    "recipient": {
        "name": "Camille Exemple",
        "line_1": "25, rue Imaginaire",
        "city": "Sherbrooke",
        "province": "QC",
        "postal_code": "J1H 1A1",
    },
    "parcel": {"weight_grams": 1200},
}
KEY = {"idempotency-key": "order-1042"}


@pytest.fixture
async def shop(merchant_pool: Pool) -> Shop:
    return await open_shop(merchant_pool)


@pytest.fixture
async def program(merchant_pool: Pool, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    async with a_client(an_app(merchant_pool), key=shop.key) as client:
        yield client


async def test_a_repeated_request_gets_its_first_answer(program: httpx.AsyncClient) -> None:
    first = await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    again = await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert (first.status_code, again.status_code) == (201, 201), "without the key it were a 200"
    assert again.json() == first.json()
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


async def test_another_body_under_the_same_key_is_refused(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)
    before = await announced(shop.pool)

    other = await program.post(
        "/api/v1/shipments", json={**SHIPMENT, "language": "en"}, headers=KEY
    )

    assert other.status_code == 422
    assert other.json()["type"] == "/problems/idempotency-key-reused"
    assert await announced(shop.pool) == before


async def test_of_many_at_once_one_acts(program: httpx.AsyncClient, shop: Shop) -> None:
    before = len(await announced(shop.pool, "shipment-recorded"))
    sent = [program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY) for _ in range(16)]

    statuses = {answer.status_code for answer in await asyncio.gather(*sent)}

    assert statuses <= {201, 409}
    assert len(await announced(shop.pool, "shipment-recorded")) == before + 1


async def test_what_was_refused_may_be_mended_under_its_key(program: httpx.AsyncClient) -> None:
    wrong = await program.post("/api/v1/shipments", json={"parcel": {}}, headers=KEY)

    mended = await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert (wrong.status_code, mended.status_code) == (422, 201)


async def test_a_request_that_was_cut_off_is_not_repeated(
    merchant_pool: Pool, shop: Shop, program: httpx.AsyncClient
) -> None:
    await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)
    await merchant_pool.execute("UPDATE idempotent_requests SET sealed_answer = NULL")

    soon = await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)
    later_app = an_app(merchant_pool, now=NOON + timedelta(minutes=2))
    async with a_client(later_app, key=shop.key) as client:
        later = await client.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert (soon.status_code, soon.json()["type"]) == (409, "/problems/request-in-progress")
    assert (later.status_code, later.json()["type"]) == (409, "/problems/outcome-unknown")


async def test_after_a_day_the_key_is_free_again(
    merchant_pool: Pool, shop: Shop, program: httpx.AsyncClient
) -> None:
    await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    tomorrow = an_app(merchant_pool, now=NOON + timedelta(hours=25))
    async with a_client(tomorrow, key=shop.key) as client:
        anew = await client.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert anew.status_code == 200, "acted anew, and found the shipment known"


async def test_another_merchants_key_is_another_key(
    merchant_pool: Pool, program: httpx.AsyncClient
) -> None:
    other = await open_shop(merchant_pool, slug="autre-boutique")
    await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    async with a_client(an_app(merchant_pool), key=other.key) as client:
        theirs = await client.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert theirs.status_code == 201
    assert "idempotency-replayed" not in theirs.headers


async def test_the_database_alone_does_not_tell_an_answer(
    merchant_pool: Pool, program: httpx.AsyncClient
) -> None:
    await program.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    [row] = await merchant_pool.fetch("SELECT sealed_answer FROM idempotent_requests")

    assert b"Camille" not in row["sealed_answer"]


@pytest.mark.parametrize("key", ["", "x" * 201, "clé"], ids=["empty", "long", "accent"])
async def test_a_key_that_is_none_is_refused(program: httpx.AsyncClient, key: str) -> None:
    answer = await program.post(
        "/api/v1/shipments", json=SHIPMENT, headers={b"idempotency-key": key.encode()}
    )

    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/idempotency-key-invalid"


async def test_a_key_does_not_open_what_a_wrong_api_key_asks_for(merchant_pool: Pool) -> None:
    async with a_client(an_app(merchant_pool), key="rp_live_nobody") as client:
        answer = await client.post("/api/v1/shipments", json=SHIPMENT, headers=KEY)

    assert answer.status_code == 401
