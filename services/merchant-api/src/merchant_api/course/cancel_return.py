"""Call a return off: by one of the merchant's people, or because the customer did."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from contracts import wire
from contracts.handling import ReturnCancelledByMerchant
from contracts.returns import ReturnCancelled

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.course import course_store
from merchant_api.course.acts import check, obstacle
from merchant_api.course.course import Cancellation
from merchant_api.course.give_up_label import CUSTOMER, give_up_label
from merchant_api.course.hold_return import hold_return
from merchant_api.returns.errors import ReturnNotFound

log = structlog.get_logger()


async def cancel_return(
    pool: Pool, merchant_id: UUID, return_id: UUID, *, actor: Actor, now: datetime
) -> Cancellation:
    """Record that the return is off, give its label up, announce both.

    Raises ReturnNotFound, NotNow.
    """
    cancellation = Cancellation("merchant", actor, now)
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        check("cancel", held.standing)
        await course_store.insert_cancellation(tx, merchant_id, return_id, cancellation)
        await audit_store.insert_act(
            tx, merchant_id, "return.cancelled", str(return_id), actor=actor, at=now
        )
        event = ReturnCancelledByMerchant(
            return_id=return_id,
            number=held.pending.number,
            merchant_id=merchant_id,
            cancelled_at=now,
            reply=held.pending.reply,
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
        await give_up_label(tx, merchant_id, held, "cancelled", actor_name=actor.name, now=now)
    log.info("return cancelled", return_id=str(return_id), by=actor.kind)
    return cancellation


async def hear_cancellation(tx: Tx, event: ReturnCancelled) -> None:
    """Note as part of `tx` that the customer called the return off; give its label up.

    The customer could not know of what was decided meanwhile. An approval is undone by this; a
    refusal, a parcel that was taken in and a return that is complete are not.
    """
    try:
        held = await hold_return(tx, event.merchant_id, event.return_id)
    except ReturnNotFound:
        return  # it cannot be decided on before it is known, and then nobody has to be stopped
    if obstacle("cancel", held.standing) not in (None, "under_way"):
        return
    at = event.cancelled_at
    cancellation = Cancellation("customer", None, at)
    await course_store.insert_cancellation(tx, event.merchant_id, event.return_id, cancellation)
    await give_up_label(tx, event.merchant_id, held, "cancelled", actor_name=CUSTOMER, now=at)
