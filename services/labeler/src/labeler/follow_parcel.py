"""Look where a parcel is, and announce what is new."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.labels import ParcelMoved

from labeler import label_store, order_store, parcel_store, parcels
from labeler.canada_post import CarrierRefused, TrackingEvent
from labeler.carrier import Carrier
from labeler.clock import Clock
from labeler.labels import Order, Purchase

log = structlog.get_logger()


async def follow_parcel(
    pool: Pool, carrier: Carrier, order_id: UUID, *, every_s: float, clock: Clock
) -> timedelta | None:
    """Look once; tell in how long to look again, None when there is nothing more to see.

    Raises Outage.
    """
    order = await order_store.get_order(pool, order_id)
    purchase = await label_store.get_purchase(pool, order_id)
    events = await _look(pool, carrier, order, purchase)
    await _announce(pool, order, purchase, events, now=clock())
    if parcels.is_over(events, purchase.bought_at, clock()):
        log.info("parcel followed to its end", return_id=order.return_id)
        return None
    # Spread: what was approved together would otherwise be looked at together for ever.
    return timedelta(seconds=every_s * random.uniform(0.9, 1.1))  # noqa: S311


async def _look(
    pool: Pool, carrier: Carrier, order: Order, purchase: Purchase
) -> Sequence[TrackingEvent]:
    approved = order.approved
    try:
        post = await carrier.on_behalf_of(pool, approved.merchant_id, approved.reply.language)
        return await post.track(purchase.tracking_pin)
    except CarrierRefused as refused:
        log.warning("tracking refused", return_id=order.return_id, codes=refused.codes)
        return []


async def _announce(
    pool: Pool,
    order: Order,
    purchase: Purchase,
    events: Sequence[TrackingEvent],
    *,
    now: datetime,
) -> None:
    """Write what is new and announce it, in one transaction under the order's lock."""
    known = await parcel_store.list_sightings(pool, order.order_id)
    fresh = parcels.news(events, known)
    if not fresh:
        return
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        for event in fresh:
            if not await parcel_store.insert_event(tx, order.order_id, event, now):
                continue
            moved = _moved(order, purchase, event)
            if moved is not None:
                await outbox.append(tx, wire.message(moved, event_id=new_id(), at=now))
    log.info("parcel seen", return_id=order.return_id, events=len(fresh))
    if order.standing.is_voided and any(event.stage not in (None, "info") for event in fresh):
        log.warning("voided label used", return_id=order.return_id, generation=order.generation)


def _moved(order: Order, purchase: Purchase, event: TrackingEvent) -> ParcelMoved | None:
    """Turn an event into news. None for one that changes nothing, such as a signature's image."""
    if event.stage is None:
        return None
    return ParcelMoved(
        return_id=order.return_id,
        merchant_id=order.approved.merchant_id,
        tracking_pin=purchase.tracking_pin,
        stage=event.stage,
        carrier_code=event.event_id,
        description=event.description,
        place=event.place,
        happened_at=event.happened_at,
        generation=order.generation,
    )
