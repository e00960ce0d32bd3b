"""Have the label that counts count no more: one fact, however somebody comes to it."""

from datetime import datetime
from uuid import UUID

from chassis import outbox
from chassis.db import Tx
from chassis.ids import new_id
from contracts import wire
from contracts.handling import LabelVoidRequested

from merchant_api.course import course_store
from merchant_api.course.course import LabelVoid, VoidCause
from merchant_api.course.hold_return import Held

CUSTOMER = "customer"
"""How a void names a customer who called the return off: nobody of the merchant's people."""


async def give_up_label(
    tx: Tx, merchant_id: UUID, held: Held, cause: VoidCause, *, actor_name: str, now: datetime
) -> LabelVoid | None:
    """Write and announce it; None if there is none to give up, or it is given up already."""
    course, decision = held.dossier.course, held.dossier.decision
    if decision is None or decision.verdict != "approved" or course.is_label_voided:
        return None
    void = LabelVoid(course.generation, cause, actor_name, now)
    await course_store.insert_void(tx, merchant_id, held.pending.return_id, void)
    event = LabelVoidRequested(
        return_id=held.pending.return_id,
        number=held.pending.number,
        merchant_id=merchant_id,
        generation=void.generation,
        cause=cause,
        requested_at=now,
        reply=held.pending.reply if cause == "merchant" and held.dossier.label else None,
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    return void
