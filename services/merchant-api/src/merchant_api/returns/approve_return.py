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
from merchant_api.returns import decision_store as store
from merchant_api.returns import decisions
from merchant_api.returns.decision import Decision
from merchant_api.returns.errors import ReturnNotFound

log = structlog.get_logger()


async def approve_return(
    pool: Pool, merchant_id: UUID, return_id: UUID, *, actor: Actor, now: datetime
) -> Decision:
    """Record the approval and announce it.

    Raises ReturnNotFound, AlreadyDecided, ShipmentNotKnown, AddressMissing, ParcelUnknown.

    The parcel and the addresses are those known now: the announcement holds them from then on.
    """
    async with pool.transaction() as tx:
        pending = await store.lock_return(tx, merchant_id, return_id)
        if pending is None:
            raise ReturnNotFound
        decision = decisions.approve(pending, actor, now)
        settings = await centre_store.get_settings(tx, merchant_id)
        event = decisions.announce_approval(pending, decision, settings)
        await store.insert_decision(tx, merchant_id, decision)
        await audit_store.insert_act(
            tx, merchant_id, "return.approved", str(return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return approved", return_id=str(return_id), by=actor.kind)
    return decision
