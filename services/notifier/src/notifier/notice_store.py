"""Rows of whom a merchant wants told, and of the requests that notices are about."""

from uuid import UUID

from chassis.db import Pool, Tx
from contracts.notifications import NoticeKind, NoticeRecipient, NotificationsConfigured
from contracts.returns import ReturnRequested


async def put_notifications(tx: Tx, configured: NotificationsConfigured) -> None:
    """Keep the list if it is newer than what we have."""
    sql = """
        INSERT INTO notifications AS old (merchant_id, version, snapshot)
        VALUES ($1, $2, $3)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               snapshot = excluded.snapshot
         WHERE old.version < excluded.version
    """
    await tx.execute(sql, configured.merchant_id, configured.version, configured.model_dump_json())


async def list_recipients(tx: Tx, merchant_id: UUID, kind: NoticeKind) -> list[NoticeRecipient]:
    """List who is to be told of news of this kind."""
    sql = "SELECT snapshot FROM notifications WHERE merchant_id = $1"
    snapshot = await tx.fetchval(sql, merchant_id)
    if snapshot is None:
        return []
    configured = NotificationsConfigured.model_validate_json(snapshot, extra="ignore")
    return [it for it in configured.recipients if kind in it.kinds]


async def find_request(pool: Pool, return_id: UUID) -> ReturnRequested | None:
    """Find what a customer asked, which is kept with the message that told them of it."""
    sql = """
        SELECT event
          FROM messages
         WHERE return_id = $1
           AND template = 'request_received'
    """
    row = await pool.fetchrow(sql, return_id)
    return ReturnRequested.model_validate_json(row["event"], extra="ignore") if row else None
