"""The row that the queue keeps of each return says what its facts say, whoever writes them."""

import asyncio
import random
from datetime import timedelta
from uuid import UUID

import pytest
from chassis.db import Pool
from contracts.labels import Stage
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decline_return import decline_return
from merchant_api.queue import queue_store
from merchant_api.queue.view import View
from merchant_api.returns.records import QueueLine

from tests.integration.merchant_api.story import DEMI, NOON, Shop, hears

_DIFFERENCE = """
    SELECT return_id FROM (
        SELECT return_id, merchant_id, shipment_id, number, tab, state, since_at, requested_at,
               is_labelled, label_failure, stage, is_unreached, method, address_id, postal_code,
               tracking_pin, terms FROM queue_rows
        EXCEPT SELECT * FROM queue_facts) AS odd
    UNION ALL
    SELECT return_id FROM (
        SELECT * FROM queue_facts
        EXCEPT
        SELECT return_id, merchant_id, shipment_id, number, tab, state, since_at, requested_at,
               is_labelled, label_failure, stage, is_unreached, method, address_id, postal_code,
               tracking_pin, terms FROM queue_rows) AS missing
"""


async def _line(shop: Shop, return_id: UUID) -> QueueLine:
    async with queue_store.viewing(shop.pool) as tx:
        lines = await queue_store.list_view(
            tx, shop.merchant_id, View(tab=None), after=None, limit=100
        )
    [found] = [line for line in lines if line.return_id == return_id]
    return found


async def _check_rows(pool: Pool) -> None:
    assert await pool.fetch(_DIFFERENCE) == []


@pytest.mark.parametrize("seed", range(3))
async def test_news_in_any_order_comes_to_the_row_that_all_facts_make(
    shop: Shop, seed: int
) -> None:
    shipment = await shop.ships()
    request = shop.a_request(shipment.shipment_id)
    asked = request.return_id
    news = [
        request,
        shop.a_failure(asked),
        shop.a_label(asked),
        shop.a_move(asked, "accepted", hours=1),
        shop.a_move(asked, "delivered", hours=30),
        shop.an_unsent(asked),
    ]
    random.Random(seed).shuffle(news)  # noqa: S311  an order to try

    for event in news:
        await hears(shop.pool, event)
    await approve_return(shop.pool, shop.merchant_id, asked, actor=DEMI, now=NOON)

    line = await _line(shop, asked)
    assert (line.tab, line.stage, line.is_labelled) == ("to_receive", "delivered", True)
    await _check_rows(shop.pool)


async def test_facts_that_come_at_the_same_time_are_all_in_the_row(shop: Shop) -> None:
    """Each of two transactions knows its own fact only: without a lock the last one would win."""
    returns = [await shop.is_asked() for _ in range(8)]
    stages: tuple[Stage, ...] = ("accepted", "in_transit", "out_for_delivery", "delivered")

    await asyncio.gather(
        *(
            approve_return(shop.pool, shop.merchant_id, asked, actor=DEMI, now=NOON)
            for asked in returns
        ),
        *(hears(shop.pool, shop.a_label(asked)) for asked in returns),
        *(
            hears(shop.pool, shop.a_move(asked, stage, hours=hours))
            for asked in returns
            for hours, stage in enumerate(stages)
        ),
    )

    assert {(await _line(shop, asked)).tab for asked in returns} == {"to_receive"}
    await _check_rows(shop.pool)


async def test_what_needs_somebody_stands_among_the_problems(shop: Shop) -> None:
    refused, lost, unreached, unheard, fine = [await shop.is_asked() for _ in range(5)]
    for asked in (refused, lost, unreached, fine):
        await approve_return(shop.pool, shop.merchant_id, asked, actor=DEMI, now=NOON)
    await decline_return(shop.pool, shop.merchant_id, unheard, "Porté.", actor=DEMI, now=NOON)
    not_told = shop.an_unsent(unheard).model_copy(update={"template": "request_declined"})

    await hears(
        shop.pool,
        shop.a_failure(refused, "refused"),
        shop.a_label(lost),
        shop.a_move(lost, "exception"),
        shop.a_label(unreached),
        shop.an_unsent(unreached),
        not_told,
        shop.a_label(fine),
    )

    tabs = [(await _line(shop, asked)).tab for asked in (refused, lost, unreached, unheard, fine)]
    assert tabs == ["problems"] * 4 + ["approved"]
    sent = shop.a_sent(unreached).model_copy(
        update={"template": "label_ready", "sent_at": NOON + timedelta(days=1)}
    )
    await hears(shop.pool, sent)
    assert (await _line(shop, unreached)).tab == "approved", "sent again, it is no problem"


async def test_every_fact_makes_the_row_newer(shop: Shop) -> None:
    asked = await shop.is_asked()
    first = (await _line(shop, asked)).version

    await approve_return(shop.pool, shop.merchant_id, asked, actor=DEMI, now=NOON)
    await hears(shop.pool, shop.a_label(asked), shop.a_move(asked, "accepted"))

    assert (await _line(shop, asked)).version == first + 3


async def test_a_shipment_that_changes_is_found_under_its_new_postal_code(shop: Shop) -> None:
    asked = await shop.is_asked()
    moved = (
        "UPDATE shipments SET content = jsonb_set(content, '{recipient,postal_code}', '\"G1R4P5\"')"
    )
    await shop.pool.execute(moved)

    async with queue_store.viewing(shop.pool) as tx:
        found = await queue_store.list_view(
            tx, shop.merchant_id, View(tab=None, words="g1r 4p"), after=None, limit=2
        )

    assert [line.return_id for line in found] == [asked]
