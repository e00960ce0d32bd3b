"""After the decision: each step once, announced with its fact, refused where it makes no sense."""

import asyncio
from uuid import UUID

import httpx
import pytest
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.returns import dossier_store
from merchant_api.returns.approve_return import approve_return
from merchant_api.returns.close_return import close_return
from merchant_api.returns.course import Reception
from merchant_api.returns.decline_return import decline_return
from merchant_api.returns.errors import NoteTooLong, NotNow, ReturnNotFound
from merchant_api.returns.receive_return import receive_return
from merchant_api.returns.records import Dossier

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears


async def _approved(shop: Shop) -> UUID:
    return_id = await shop.is_asked()
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    return return_id


async def _labelled(shop: Shop) -> UUID:
    return_id = await _approved(shop)
    await hears(shop.pool, shop.a_label(return_id))
    return return_id


async def _receive(shop: Shop, return_id: UUID, note: str = "") -> Reception:
    return await receive_return(
        shop.pool, shop.merchant_id, return_id, "as_expected", note, actor=DEMI, now=NOON
    )


async def _dossier(shop: Shop, return_id: UUID) -> Dossier:
    found = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert found is not None
    return found


async def _acts(shop: Shop, return_id: UUID) -> list[str]:
    sql = "SELECT act FROM audit WHERE subject = $1 ORDER BY audit_id"
    return [row["act"] for row in await shop.pool.fetch(sql, str(return_id))]


async def test_a_parcel_is_taken_in_once_however_many_press(shop: Shop) -> None:
    return_id = await _labelled(shop)

    outcomes = await asyncio.gather(
        *(_receive(shop, return_id) for _ in range(16)), return_exceptions=True
    )

    assert len([it for it in outcomes if isinstance(it, Reception)]) == 1
    lost = [it for it in outcomes if isinstance(it, NotNow)]
    assert {refusal.obstacle for refusal in lost} == {"received"}
    [event] = await announced(shop.pool, "return-received")
    assert event["return_id"] == str(return_id)
    assert await _acts(shop, return_id) == ["return.approved", "return.received"]
    assert (await _dossier(shop, return_id)).line.state == "received"


async def test_received_then_closed_is_told_in_its_order(shop: Shop) -> None:
    return_id = await _labelled(shop)

    await _receive(shop, return_id, "  Boîte ouverte.\r\n")
    await close_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    dossier = await _dossier(shop, return_id)
    assert dossier.course.reception is not None
    assert dossier.course.reception.note == "Boîte ouverte."
    assert dossier.line.state == "closed"
    assert len(await announced(shop.pool, "return-closed")) == 1
    with pytest.raises(NotNow) as refused:
        await close_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    assert refused.value.obstacle == "closed"


async def test_what_makes_no_sense_is_refused_and_changes_nothing(shop: Shop) -> None:
    undecided, declined, unmoved = (
        await shop.is_asked(),
        await shop.is_asked(),
        await _labelled(shop),
    )
    await decline_return(shop.pool, shop.merchant_id, declined, "Non.", actor=DEMI, now=NOON)
    before = await announced(shop.pool)

    for return_id, obstacle in ((undecided, "undecided"), (declined, "declined")):
        with pytest.raises(NotNow) as refused:
            await _receive(shop, return_id)
        assert refused.value.obstacle == obstacle
    with pytest.raises(NotNow) as refused:
        await close_return(shop.pool, shop.merchant_id, unmoved, actor=DEMI, now=NOON)
    assert refused.value.obstacle == "not_under_way"
    with pytest.raises(NoteTooLong):
        await _receive(shop, unmoved, "x" * 501)
    with pytest.raises(ReturnNotFound):
        await _receive(shop, new_id())

    assert await announced(shop.pool) == before


async def test_programs_receive_and_close_and_are_told_what_holds(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await _labelled(shop)
    folder = f"/api/v1/returns/{return_id}"

    damaged = await program.post(f"{folder}/receive", json={"condition": "damaged"})
    again = await program.post(f"{folder}/receive")
    closed = await program.post(f"{folder}/close")

    assert [answer.status_code for answer in (damaged, again, closed)] == [200, 409, 200]
    assert damaged.json()["by"]["kind"] == "api_key"
    assert again.json()["type"] == "/problems/not-now"
    assert again.json()["obstacle"] == "received"
    read = (await program.get(folder)).json()
    assert (read["state"], read["acts"]) == ("closed", [])
    assert read["reception"]["condition"] == "damaged"
    assert [moment["kind"] for moment in read["timeline"]][-2:] == ["received", "closed"]


@pytest.mark.parametrize(
    "code", ["7023210194837261", "7023 2101 9483 7261", "1ABC234702321019483726155555", "{number}"]
)
async def test_the_dock_finds_a_return_by_whatever_is_scanned(
    app: FastAPI, shop: Shop, code: str
) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": code.format(number=number)})

    assert number in page.text
    assert "Ce colis est attendu" in page.text


async def test_the_dock_takes_a_parcel_in_and_lists_it_today(app: FastAPI, shop: Shop) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    person = await signed_in(app, shop)

    sent = await person.post("/reception", data={"number": number, "condition": "incomplete"})
    page = await person.get(sent.headers["location"])
    again = await person.post("/reception", data={"number": number})

    assert sent.status_code == 303
    assert "le colis est reçu" in page.text
    assert "Incomplet" in page.text
    assert "Déjà reçu" in again.text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("0000000000000000", "Aucun retour ne porte ce numéro"),
        ("https://example.com/x", "Ce code ne se lit pas"),
    ],
)
async def test_the_dock_says_kindly_what_it_does_not_know(
    app: FastAPI, shop: Shop, code: str, told: str
) -> None:
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": code})

    assert page.status_code == 200
    assert told in page.text


async def test_the_dock_knows_no_parcel_of_another_merchant(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    stranger = await signed_in(app, other_shop)

    for code in (number, "7023210194837261", "7000000000001013"):
        page = await stranger.get("/reception", params={"code": code})
        assert "Camille" not in page.text
    assert (await stranger.post("/reception", data={"number": number})).status_code == 404
