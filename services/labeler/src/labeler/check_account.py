"""Try an account at the carrier by a free call, and announce what it says."""

from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.errors import Outage
from chassis.ids import new_id
from contracts import wire
from contracts.checks import CarrierCheckRequested

from labeler import check_store, checks
from labeler.canada_post import CarrierRefused
from labeler.carrier import Carrier
from labeler.clock import Clock

log = structlog.get_logger()


async def check_account(pool: Pool, carrier: Carrier, check_id: UUID, *, clock: Clock) -> None:
    """Answer a trial that has no answer yet.

    A carrier that is away is an answer too, and no reason to try again: somebody is waiting, and
    can press the button once more.
    """
    requested = await check_store.find_open_check(pool, check_id)
    if requested is None:
        return
    event = checks.conclude(requested, await _try(carrier, requested), clock())
    async with pool.transaction() as tx:
        if not await check_store.insert_answer(tx, event, at=event.checked_at):
            return
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=event.checked_at))
    log.info(
        "carrier account tried",
        merchant_id=event.merchant_id,
        outcome=event.outcome,
        finding=event.finding,
    )


async def _try(carrier: Carrier, requested: CarrierCheckRequested) -> checks.Answer:
    try:
        post, account = carrier.with_account(
            requested.sealed, requested.merchant_id, requested.language
        )
        await post.rate(checks.scenario(requested))
    except (CarrierRefused, Outage) as why:
        return why
    return account
