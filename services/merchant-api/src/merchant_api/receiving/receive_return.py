"""Take a parcel in."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.handling import ReturnReceived

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.course import course_store
from merchant_api.course.acts import check
from merchant_api.course.course import Condition, Reception
from merchant_api.course.hold_return import hold_return
from merchant_api.returns.errors import NoteTooLong

log = structlog.get_logger()

MOST_NOTE_CHARACTERS = 500


async def receive_return(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    condition: Condition,
    note: str = "",
    *,
    actor: Actor,
    now: datetime,
) -> Reception:
    """Record that the parcel is back, and announce it. The condition stays with the merchant.

    Raises ReturnNotFound, NotNow, NoteTooLong.
    """
    reception = Reception(condition, _tidy(note), actor, now)
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        check("receive", held.standing)
        await course_store.insert_reception(tx, merchant_id, return_id, reception)
        await audit_store.insert_act(
            tx, merchant_id, "return.received", str(return_id), actor=actor, at=now
        )
        event = ReturnReceived(
            return_id=return_id,
            number=held.pending.number,
            merchant_id=merchant_id,
            received_at=now,
            reply=held.pending.reply,
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return received", return_id=str(return_id), condition=condition, by=actor.kind)
    return reception


def _tidy(note: str) -> str | None:
    tidy = note.replace("\r\n", "\n").strip()
    if len(tidy) > MOST_NOTE_CHARACTERS:
        raise NoteTooLong
    return tidy or None
