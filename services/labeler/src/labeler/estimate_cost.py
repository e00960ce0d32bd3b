"""Ask the carrier what a return would cost, and announce the answer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from chassis.words import catalogue
from contracts import wire
from contracts.decisions import EstimateRequested

from labeler import estimate_store, estimates, orders
from labeler.canada_post import CarrierRefused, Quote
from labeler.carrier import Carrier
from labeler.clock import Clock

log = structlog.get_logger()


async def estimate_cost(pool: Pool, carrier: Carrier, estimate_id: UUID, *, clock: Clock) -> None:
    """Get a price for an estimate that has no answer. Raises Outage: ask again later."""
    requested = await estimate_store.find_open_estimate(pool, estimate_id)
    if requested is None:
        return
    answer = await _ask(pool, carrier, requested)
    await _announce(pool, requested, answer, now=clock())


async def _ask(
    pool: Pool, carrier: Carrier, requested: EstimateRequested
) -> Sequence[Quote] | CarrierRefused:
    try:
        post = await carrier.on_behalf_of(pool, requested.merchant_id, requested.language)
        return await post.rate(orders.scenario(requested))
    except CarrierRefused as refused:
        return refused


async def _announce(
    pool: Pool,
    requested: EstimateRequested,
    answer: Sequence[Quote] | CarrierRefused,
    *,
    now: datetime,
) -> None:
    words = catalogue(__package__)[requested.language]
    event = estimates.conclude(requested, answer, words, now)
    async with pool.transaction() as tx:
        if not await estimate_store.insert_answer(tx, event, at=now):
            return
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("estimate answered", estimate_id=event.estimate_id, answer=event.type)
