"""The list of whom to tell of what, as it was announced last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.notifications import NoticeRecipient


@dataclass(frozen=True, slots=True)
class StoredList:
    """The list in force, and how many times one was announced."""

    version: int
    recipients: tuple[NoticeRecipient, ...]


async def find_list(tx: Tx | Pool, merchant_id: UUID) -> StoredList | None:
    """Find the list; None as long as nobody has saved one."""
    sql = "SELECT version, recipients FROM notifications WHERE merchant_id = $1"
    row = await tx.fetchrow(sql, merchant_id)
    if row is None:
        return None
    recipients = tuple(
        NoticeRecipient.model_validate(it, extra="ignore") for it in row["recipients"]
    )
    return StoredList(row["version"], recipients)


async def put_list(
    tx: Tx, merchant_id: UUID, version: int, recipients: Sequence[NoticeRecipient], at: datetime
) -> None:
    """Replace the list. The merchant's row must be locked."""
    sql = """
        INSERT INTO notifications (merchant_id, version, recipients, configured_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               recipients = excluded.recipients,
               configured_at = excluded.configured_at
    """
    kept = [it.model_dump(mode="json") for it in recipients]
    await tx.execute(sql, merchant_id, version, kept, at)
