"""Have a customer told once more what they were told last."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.handling import MessageResendRequested

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.course import course_store
from merchant_api.course.course import Resend
from merchant_api.course.hold_return import hold_return
from merchant_api.course.resending import check_resend, same_press

log = structlog.get_logger()


async def resend_message(
    pool: Pool, merchant_id: UUID, return_id: UUID, template: str, *, actor: Actor, now: datetime
) -> Resend:
    """Ask notifier for it, in one transaction with who asked. A mail in doubt is settled so.

    Pressed twice, it is one: what was asked for by the first press is given.
    Raises ReturnNotFound, NothingToResend, TooManyResends.
    """
    resend = Resend(new_id(), template, actor.name, now)
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        if known := same_press(held.dossier, resend):
            return known
        check_resend(held.dossier, template, now)
        await course_store.insert_resend(tx, merchant_id, return_id, resend)
        await audit_store.insert_act(
            tx, merchant_id, "message.resent", str(return_id), actor=actor, at=now
        )
        event = MessageResendRequested(
            return_id=return_id,
            merchant_id=merchant_id,
            template=template,
            requested_at=now,
            reply=held.pending.reply,
        )
        await outbox.append(tx, wire.message(event, event_id=resend.resend_id, at=now))
    log.info("message sent again", return_id=str(return_id), template=template, by=actor.kind)
    return resend
