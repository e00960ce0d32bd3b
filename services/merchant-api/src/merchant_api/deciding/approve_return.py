"""Agree to a return, and to pay for its label."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.deciding import decision_store as store
from merchant_api.deciding import decisions, estimate_store
from merchant_api.deciding.decision import Decision
from merchant_api.deciding.terms import Wish
from merchant_api.returns.errors import ReturnNotFound

log = structlog.get_logger()


_AS_USUAL = Wish()


async def approve_return(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    *,
    actor: Actor,
    now: datetime,
    wish: Wish = _AS_USUAL,
) -> Decision:
    """Record the approval and announce it, on the terms of `wish`.

    Raises ReturnNotFound, AlreadyDecided, ShipmentNotKnown, AddressMissing, AddressNotFound,
    ParcelUnknown, ParcelTooLarge.

    The parcel and the addresses are those known now: the announcement holds them from then on.
    """
    async with pool.transaction() as tx:
        pending = await store.lock_return(tx, merchant_id, return_id)
        if pending is None:
            raise ReturnNotFound
        settings = await centre_store.get_settings(tx, merchant_id)
        asked = await estimate_store.list_estimates(tx, merchant_id, return_id)
        last = asked[-1] if asked else None
        decision = decisions.approve(pending, wish, settings, last, actor, now)
        event = decisions.announce_approval(pending, decision)
        await store.insert_decision(tx, merchant_id, decision)
        await audit_store.insert_act(
            tx, merchant_id, "return.approved", str(return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return approved", return_id=str(return_id), by=actor.kind)
    return decision
