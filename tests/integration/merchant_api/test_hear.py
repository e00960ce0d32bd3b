"""What others announce becomes the same rows, however often and in whatever order it comes."""

import random

import pytest
from chassis.db import Pool
from chassis.ids import new_id
from chassis.staging import stage
from contracts.event import Event
from contracts.labels import EstimateFailed
from merchant_api.consumer import events
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.request_estimate import request_estimate
from merchant_api.queue import queue_store
from merchant_api.queue.view import View
from merchant_api.returns import dossier_store
from merchant_api.returns.records import Dossier, State

from tests.integration.merchant_api.story import DEMI, NOON, Shop, a_record, hears


async def _dossier(shop: Shop, event: Event) -> Dossier:
    return_id = event.return_id  # type: ignore[attr-defined]  # all news of a return has one
    found = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(6))
async def test_news_twice_and_in_any_order_comes_to_the_same(shop: Shop, seed: int) -> None:
    shipment = await shop.ships()
    request = shop.a_request(shipment.shipment_id)
    asked = request.return_id
    news = [
        request,
        shop.a_price(asked, new_id()),
        shop.a_failure(asked),
        shop.a_label(asked),
        shop.a_move(asked, "accepted", hours=1),
        shop.a_move(asked, "delivered", hours=30),
        shop.a_sent(asked),
        shop.an_unsent(asked),
    ]
    twice = [a_record(event, new_id(), offset) for offset, event in enumerate(news)] * 2
    random.Random(seed).shuffle(twice)  # noqa: S311  an order to try

    for record in twice:
        await stage(shop.pool, "merchant-api.v1", events, [record])

    dossier = await _dossier(shop, request)
    assert [move.stage for move in dossier.moves] == ["accepted", "delivered"]
    assert dossier.label is not None
    assert len(dossier.failures) == 1
    assert [message.outcome for message in dossier.messages] == ["sent", "refused"]
    assert await _count(shop.pool, "quarantine") == 0


async def _count(pool: Pool, table: str) -> int:
    row = await pool.fetchrow(f"SELECT count(*) AS rows FROM {table}")  # noqa: S608  our own names
    assert row is not None
    rows: int = row["rows"]
    return rows


async def test_each_return_stands_under_one_tab(shop: Shop) -> None:
    shipment = await shop.ships()
    requests = [shop.a_request(shipment.shipment_id) for _ in range(7)]
    await hears(shop.pool, *requests)
    _, labelled, lost, refused, moving, home, _ = requests
    for request in requests[1:6]:
        await approve_return(shop.pool, shop.merchant_id, request.return_id, actor=DEMI, now=NOON)

    await hears(
        shop.pool,
        shop.a_label(labelled.return_id),
        shop.a_move(labelled.return_id, "info"),
        shop.a_failure(lost.return_id, "unknown"),
        shop.a_failure(refused.return_id, "refused"),
        shop.a_label(moving.return_id),
        shop.a_move(moving.return_id, "in_transit"),
        shop.a_label(home.return_id),
        shop.a_move(home.return_id, "delivered"),
    )

    async with queue_store.viewing(shop.pool) as tx:
        counts = await queue_store.count_tabs(tx, shop.merchant_id, View())
    assert counts == {
        "to_decide": 2,
        "approved": 1,
        "problems": 2,
        "in_transit": 1,
        "to_receive": 1,
        "closed": 0,
    }


async def test_a_label_found_after_an_unknown_outcome_settles_it(shop: Shop) -> None:
    shipment = await shop.ships()
    request = shop.a_request(shipment.shipment_id)
    await hears(shop.pool, request)
    await approve_return(shop.pool, shop.merchant_id, request.return_id, actor=DEMI, now=NOON)
    await hears(shop.pool, shop.a_failure(request.return_id, "unknown"))
    before: State = (await _dossier(shop, request)).line.state

    await hears(shop.pool, shop.a_label(request.return_id))

    after: State = (await _dossier(shop, request)).line.state
    assert (before, after) == ("failed", "approved")


async def test_an_estimate_has_one_answer_the_first(shop: Shop) -> None:
    return_id = await shop.is_asked()
    estimate_id = await request_estimate(
        shop.pool, shop.merchant_id, return_id, language="fr", actor=DEMI, now=NOON
    )
    failed = EstimateFailed(
        estimate_id=estimate_id,
        return_id=return_id,
        merchant_id=shop.merchant_id,
        codes=("7297",),
        message="Le code postal n’est pas desservi.",
        failed_at=NOON,
    )

    await hears(shop.pool, failed, shop.a_price(return_id, estimate_id))

    [estimate] = (await _dossier(shop, failed)).estimates
    assert estimate.failure == failed
    assert estimate.price is None


async def test_news_in_another_merchants_name_does_not_show_with_ours(
    shop: Shop, other_shop: Shop
) -> None:
    return_id = await shop.is_asked()
    forged = other_shop.a_label(return_id)

    await hears(shop.pool, forged, other_shop.a_move(return_id, "delivered"))

    dossier = await _dossier(shop, forged)
    assert dossier.label is None
    assert dossier.moves == ()
    assert dossier.line.state == "requested"
