"""Give a label up because somebody says so."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.course.acts import check
from merchant_api.course.course import LabelVoid
from merchant_api.course.give_up_label import give_up_label
from merchant_api.course.hold_return import hold_return
from merchant_api.returns.errors import NotNow

log = structlog.get_logger()


async def void_label(
    pool: Pool, merchant_id: UUID, return_id: UUID, *, actor: Actor, now: datetime
) -> LabelVoid:
    """Record that the label counts no more, and announce it. Raises ReturnNotFound, NotNow.

    The carrier is told nothing: an unused label costs nothing.
    """
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        check("void_label", held.standing)
        void = await give_up_label(
            tx, merchant_id, held, "merchant", actor_name=actor.name, now=now
        )
        if void is None:
            raise NotNow(obstacle="label_missing")
        await audit_store.insert_act(
            tx, merchant_id, "label.voided", str(return_id), actor=actor, at=now
        )
    log.info("label voided", return_id=str(return_id), by=actor.kind)
    return void
