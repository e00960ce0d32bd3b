"""What becomes of a return, as its customer sees it: called off, relabelled, received, complete."""

import asyncio
import itertools
from uuid import UUID

import httpx
from contracts.event import Event
from contracts.handling import (
    LabelVoidRequested,
    ReplacementLabelRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnReceived,
)
from contracts.values import Parcel

from tests.integration.portal_api.portal import REPLY, Portal, a_move
from tests.unit.portal_api.story import ADDRESS, MERCHANT, NOON

NUMBER = "RV-2K84-6T"


def a_void(return_id: UUID, generation: int = 1) -> LabelVoidRequested:
    return LabelVoidRequested(
        return_id=return_id,
        number=NUMBER,
        merchant_id=MERCHANT,
        generation=generation,
        cause="merchant",
        requested_at=NOON,
    )


def a_replacement(return_id: UUID, generation: int = 2) -> ReplacementLabelRequested:
    return ReplacementLabelRequested(
        return_id=return_id,
        number=NUMBER,
        merchant_id=MERCHANT,
        generation=generation,
        method="qr_code",
        service_code="DOM.EP",
        returner=ADDRESS,
        receiver=ADDRESS,
        parcel=Parcel(weight_grams=1),
        requested_at=NOON,
        reply=REPLY,
    )


def a_cancellation(return_id: UUID) -> ReturnCancelledByMerchant:
    return ReturnCancelledByMerchant(
        return_id=return_id, number=NUMBER, merchant_id=MERCHANT, cancelled_at=NOON, reply=REPLY
    )


async def _cancelled_events(portal: Portal) -> int:
    rows = await portal.rows("SELECT header_values FROM outbox")
    kinds = [value for row in rows for value in row["header_values"]]
    return kinds.count(b"renvoi.return-cancelled.v1")


async def _state(client: httpx.AsyncClient, token: str) -> str:
    state: str = (await client.get(f"/api/v1/returns/{token}")).json()["state"]
    return state


async def test_a_customer_calls_off_once_and_may_ask_again(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)

    asked = await client.get(f"/r/{token}/annuler")
    answers = await asyncio.gather(*(client.post(f"/r/{token}/annuler") for _ in range(8)))
    page = await client.get(f"/r/{token}")
    again = await portal.send(await portal.draft())

    assert "Annuler ce retour?" in asked.text
    assert {answer.status_code for answer in answers} == {303}
    assert await _cancelled_events(portal) == 1
    assert "Vous avez annulé ce retour" in page.text
    assert again.status_code == 201
    assert again.json()["token"] != token


async def test_a_draft_sent_again_after_its_return_was_called_off_is_the_same_return(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    draft = await portal.draft()
    token = (await portal.send(draft)).json()["token"]
    await client.post(f"/r/{token}/annuler")

    again = await portal.send(draft)

    assert again.status_code == 200
    assert again.json()["token"] == token


async def test_of_one_parcel_one_return_is_open_however_often_it_was_called_off(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    first = (await portal.send(await portal.draft())).json()["token"]
    await client.post(f"/api/v1/returns/{first}/cancel")
    drafts = [await portal.draft() for _ in range(6)]

    answers = await asyncio.gather(*(portal.send(draft) for draft in drafts))

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409, 409]


async def test_once_the_parcel_is_on_its_way_it_is_too_late(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)
    await portal.hear(a_move(return_id, "accepted", at=NOON))

    page = await client.post(f"/r/{token}/annuler")
    answer = await client.post(f"/api/v1/returns/{token}/cancel")

    assert page.status_code == 303
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/too-late")
    assert await _cancelled_events(portal) == 0
    assert "Annuler mon retour" not in (await client.get(f"/r/{token}")).text


async def test_called_off_by_the_store_it_is_told_and_the_parcel_is_free(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)

    await portal.hear(a_cancellation(return_id), a_void(return_id), a_cancellation(return_id))

    page = await client.get(f"/r/{token}")
    assert "La boutique a annulé ce retour" in page.text
    assert (await client.get(f"/r/{token}/label.pdf")).status_code == 404
    assert (await portal.send(await portal.draft())).status_code == 201


async def test_a_voided_label_is_offered_no_more_and_another_takes_its_place(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)

    await portal.hear(a_void(return_id))
    voided = await client.get(f"/r/{token}")
    lost = await client.get(f"/r/{token}/label.pdf")
    await portal.hear(a_replacement(return_id))
    awaited = await _state(client, token)
    await portal.label(return_id, generation=2, tracking_pin="7023210039414611")

    assert "Ce code ne compte plus" in voided.text
    assert lost.status_code == 404
    assert awaited in ("approved", "received")
    status = (await client.get(f"/api/v1/returns/{token}")).json()
    assert (status["state"], status["parcel"]["tracking_pin"]) == ("ready", "7023210039414611")


async def test_a_scan_of_the_old_label_says_nothing_of_the_new_one(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)
    await portal.hear(a_void(return_id), a_replacement(return_id))
    await portal.label(return_id, generation=2)

    await portal.hear(a_move(return_id, "accepted", at=NOON))

    assert await _state(client, token) == "ready"


async def test_in_any_order_and_twice_it_comes_to_the_same(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, return_id = await portal.requested()
    first = await portal.label(return_id)
    second = first.model_copy(update={"generation": 2, "tracking_pin": "7023210039414611"})
    received = ReturnReceived(
        return_id=return_id, number=NUMBER, merchant_id=MERCHANT, received_at=NOON, reply=REPLY
    )
    closed = ReturnClosed(
        return_id=return_id, number=NUMBER, merchant_id=MERCHANT, closed_at=NOON, reply=REPLY
    )
    news: list[Event] = [a_void(return_id), a_replacement(return_id), second, received, closed]

    for order in itertools.islice(itertools.permutations(news), 0, 120, 7):
        for table in ("label_voids", "labels", "receptions", "closures"):
            await portal.pool.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
        await portal.pool.execute("UPDATE returns SET label_generation = 1")
        await portal.hear(*order, *order)

        status = (await client.get(f"/api/v1/returns/{token}")).json()
        assert status["state"] == "closed"
        assert status["parcel"]["tracking_pin"] == "7023210039414611"
