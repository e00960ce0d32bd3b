"""The boxes that hold merchants' carrier accounts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """What is kept of a carrier account: not the account."""

    version: int
    sealed: str
    sealed_to: str
    fingerprint: str


async def find_account(tx: Tx | Pool, merchant_id: UUID) -> StoredAccount | None:
    """Find what is kept of the carrier account."""
    sql = """
        SELECT version, sealed, sealed_to, fingerprint
          FROM carrier_accounts
         WHERE merchant_id = $1
    """
    row = await tx.fetchrow(sql, merchant_id)
    return StoredAccount(**row) if row else None


async def put_account(tx: Tx, merchant_id: UUID, account: StoredAccount, at: datetime) -> None:
    """Replace the box. The merchant's row must be locked."""
    sql = """
        INSERT INTO carrier_accounts
               (merchant_id, version, carrier, sealed, sealed_to, fingerprint, sealed_at)
        VALUES ($1, $2, 'canada_post', $3, $4, $5, $6)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               sealed = excluded.sealed,
               sealed_to = excluded.sealed_to,
               fingerprint = excluded.fingerprint,
               sealed_at = excluded.sealed_at
    """
    await tx.execute(
        sql,
        merchant_id,
        account.version,
        account.sealed,
        account.sealed_to,
        account.fingerprint,
        at,
    )
