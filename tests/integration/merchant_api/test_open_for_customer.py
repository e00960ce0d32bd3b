"""A return opened for a customer: asked for once, there when portal-api has made it, or refused."""

import asyncio
from uuid import UUID

import httpx
import pytest
from chassis.ids import new_id
from contracts.returns import ReturnNotOpened
from fastapi import FastAPI
from merchant_api.clock import utc_now
from merchant_api.opening.open_return import JOB, approve_opened, open_return
from merchant_api.opening.opening import Asked
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import AlreadyOpen, OpeningFaulty
from merchant_api.shipments.errors import ShipmentNotFound

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears

ASKED = Asked(
    ("damaged",), "Au téléphone.", "qr_code", "fr", "Camille Exemple", "camille@example.com"
)


async def _open(
    shop: Shop, shipment_id: UUID, asked: Asked = ASKED, *, is_approved: bool = False
) -> UUID:
    return await open_return(
        shop.pool,
        shop.merchant_id,
        shipment_id,
        asked,
        is_approved=is_approved,
        actor=DEMI,
        now=NOON,
    )


async def _is_made(shop: Shop, shipment_id: UUID, return_id: UUID) -> None:
    request = shop.a_request(shipment_id).model_copy(update={"return_id": return_id})
    await hears(shop.pool, request)


async def test_pressed_many_times_it_is_asked_for_once(shop: Shop) -> None:
    shipment = await shop.ships()

    ids = await asyncio.gather(*(_open(shop, shipment.shipment_id) for _ in range(8)))

    [event] = await announced(shop.pool, "return-opened-for-customer")
    assert set(ids) == {UUID(str(event["return_id"]))}
    assert event["reasons"] == [{"code": "damaged", "words": {"fr": "Endommagé", "en": "Damaged"}}]
    assert event["customer_email"] == "camille@example.com"


async def test_approved_at_once_it_is_approved_when_it_is_there(shop: Shop) -> None:
    shipment = await shop.ships()
    return_id = await _open(shop, shipment.shipment_id, is_approved=True)

    await _is_made(shop, shipment.shipment_id, return_id)
    jobs = await shop.pool.fetch("SELECT key FROM jobs WHERE kind = $1", JOB)
    for _ in range(2):
        await approve_opened(shop.pool, jobs[0]["key"], clock=utc_now)

    dossier = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert dossier is not None
    assert dossier.decision is not None
    assert dossier.decision.actor == DEMI
    assert len(await announced(shop.pool, "return-approved")) == 1


async def test_where_a_return_stands_none_is_opened(shop: Shop) -> None:
    return_id = await shop.is_asked()
    shipment = await shop.ships()

    with pytest.raises(AlreadyOpen) as standing:
        await _open(shop, shipment.shipment_id)

    dossier = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert dossier is not None
    assert standing.value.number == dossier.request.number
    with pytest.raises(ShipmentNotFound):
        await _open(shop, new_id())


async def test_what_is_wrong_is_told_field_by_field(shop: Shop) -> None:
    shipment = await shop.ships()

    with pytest.raises(OpeningFaulty) as faulty:
        await _open(shop, shipment.shipment_id, Asked(("nope",), "x" * 1001, "pigeon", "", "", "@"))

    assert set(faulty.value.faults) == {"reasons", "comment", "method", "email"}
    assert await announced(shop.pool, "return-opened") == []


async def test_programs_open_and_see_what_became_of_it(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    shipment = await shop.ships()
    told = {
        "shipment_id": str(shipment.shipment_id),
        "reasons": ["damaged"],
        "method": "qr_code",
        "customer_email": "camille@example.com",
    }

    opened = await program.post("/api/v1/returns", json=told)
    wrong = await program.post("/api/v1/returns", json=told | {"customer_email": "nobody"})
    coming = await program.get(opened.headers["location"])
    return_id = opened.json()["return_id"]
    await hears(
        shop.pool,
        ReturnNotOpened(
            return_id=return_id,
            merchant_id=shop.merchant_id,
            cause="already_requested",
            number="RV-9999-9X",
            refused_at=NOON,
        ),
    )
    refused = await program.get(opened.headers["location"])

    assert opened.status_code == 202
    assert wrong.status_code in (202, 422), "the one that is coming is joined before it is read"
    assert coming.json() == {"return_id": return_id, "progress": "coming", "number": None}
    assert (refused.json()["progress"], refused.json()["number"]) == ("refused", "RV-9999-9X")


async def test_the_console_opens_waits_and_leads_to_the_return(app: FastAPI, shop: Shop) -> None:
    shipment = await shop.ships()
    person = await signed_in(app, shop)
    form = {"reasons": "damaged", "method": "qr_code", "email": "camille@example.com"}

    found = await person.get("/retours/creer", params={"colis": "7000 0000 0000 1013"})
    page = await person.get(found.headers["location"])
    wrong = await person.post(found.headers["location"], data=form | {"email": "nobody"})
    sent = await person.post(found.headers["location"], data=form)
    waiting = await person.get(sent.headers["location"])
    return_id = UUID(sent.headers["location"].rpartition("/")[2])
    await _is_made(shop, shipment.shipment_id, return_id)
    there = await person.get(sent.headers["location"])

    assert "Destinataire Exemple" in page.text
    assert wrong.status_code == 422
    assert "Le courriel doit ressembler" in wrong.text
    assert "Le retour se prépare" in waiting.text
    assert there.headers["location"].startswith("/retours/RV-")
    assert "Le retour est créé" in (await person.get(there.headers["location"])).text
