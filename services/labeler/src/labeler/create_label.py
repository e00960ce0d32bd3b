"""Obtain the label of an approved return, going on from wherever it was left."""

from typing import assert_never
from uuid import UUID

from chassis.blobs import Blobs
from chassis.db import Pool

from labeler import labels, order_store
from labeler.buy_label import buy_label, declare_unknown
from labeler.carrier import Carrier
from labeler.clock import Clock
from labeler.fetch_label import fetch_label, watch_label


async def create_label(
    pool: Pool, carrier: Carrier, blobs: Blobs, order_id: UUID, *, clock: Clock
) -> None:
    """Buy the label once, store its files, announce it. Raises Outage: go on later.

    One at a time for each order: the caller holds the job's lock. Without it a label could be
    declared unknown while somebody is buying it, though never bought twice.
    """
    order = await order_store.get_order(pool, order_id)
    step = labels.next_step(order.standing)
    match step:
        case "nothing":
            return
        case "declare_unknown":
            await declare_unknown(pool, order, now=clock())
        case "buy":
            if await buy_label(pool, carrier, order, clock=clock):
                # Read anew: it may have been given up while the carrier was asked.
                await create_label(pool, carrier, blobs, order_id, clock=clock)
        case "fetch":
            await fetch_label(pool, carrier, blobs, order, clock=clock)
        case "watch":
            await watch_label(pool, order, now=clock())
        case _:
            assert_never(step)
