"""Say no to a return, in words for the customer."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.deciding import decision_store as store
from merchant_api.deciding import decisions
from merchant_api.deciding.decision import Decision, DeclineReason
from merchant_api.returns.errors import ReturnNotFound

log = structlog.get_logger()


async def decline_return(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    message: str,
    *,
    actor: Actor,
    now: datetime,
    reason: DeclineReason | None = None,
) -> Decision:
    """Record the refusal and announce it; `reason` stays with us.

    Raises ReturnNotFound, AlreadyDecided, NotNow, MessageMissing, MessageTooLong.
    """
    async with pool.transaction() as tx:
        pending = await store.lock_return(tx, merchant_id, return_id)
        if pending is None:
            raise ReturnNotFound
        decision = decisions.decline(pending, message, reason, actor, now)
        event = decisions.announce_refusal(pending, decision)
        await store.insert_decision(tx, merchant_id, decision)
        await audit_store.insert_act(
            tx, merchant_id, "return.declined", str(return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return declined", return_id=str(return_id), by=actor.kind)
    return decision
