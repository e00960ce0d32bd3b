"""Be done with a return."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.handling import ReturnClosed

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.course import course_store
from merchant_api.course.acts import check
from merchant_api.course.course import Closure
from merchant_api.course.hold_return import hold_return

log = structlog.get_logger()


async def close_return(
    pool: Pool, merchant_id: UUID, return_id: UUID, *, actor: Actor, now: datetime
) -> Closure:
    """Record that nothing more is to be done, and announce it. Raises ReturnNotFound, NotNow."""
    closure = Closure(actor, now)
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        check("close", held.standing)
        await course_store.insert_closure(tx, merchant_id, return_id, closure)
        await audit_store.insert_act(
            tx, merchant_id, "return.closed", str(return_id), actor=actor, at=now
        )
        event = ReturnClosed(
            return_id=return_id,
            number=held.pending.number,
            merchant_id=merchant_id,
            closed_at=now,
            reply=held.pending.reply,
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return closed", return_id=str(return_id), by=actor.kind)
    return closure
