"""Save whom to tell of what, and announce the whole list."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.notifications import NoticeRecipient, NotificationsConfigured

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.notices import notice_store

log = structlog.get_logger()


async def save_list(
    pool: Pool,
    merchant_id: UUID,
    recipients: tuple[NoticeRecipient, ...],
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Replace the list; the same again announces nothing."""
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        known = await notice_store.find_list(tx, merchant_id)
        if known is not None and known.recipients == recipients:
            return
        version = known.version + 1 if known else 1
        await notice_store.put_list(tx, merchant_id, version, recipients, now)
        await audit_store.insert_act(
            tx, merchant_id, "notifications.saved", str(merchant_id), actor=actor, at=now
        )
        event = NotificationsConfigured(
            merchant_id=merchant_id, version=version, recipients=recipients, configured_at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("notifications saved", merchant_id=str(merchant_id), by=actor.kind)
