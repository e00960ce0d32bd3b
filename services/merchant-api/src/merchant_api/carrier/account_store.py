"""The boxes that hold merchants' carrier accounts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.carriers import Environment


@dataclass(frozen=True, slots=True)
class Box:
    """A closed account. What it holds is known to labeler alone, but for what tells it from others.

    `customer_ending` has the last digits of the customer number. `fingerprint` (argon2id) tells
    whether an account typed again is the same.
    """

    sealed: str
    sealed_to: str
    fingerprint: str
    customer_ending: str
    environment: Environment


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """What is kept of a carrier account: not the account."""

    version: int
    sealed_at: datetime
    box: Box


async def find_account(tx: Tx | Pool, merchant_id: UUID) -> StoredAccount | None:
    """Find what is kept of the carrier account."""
    sql = """
        SELECT version, sealed_at, sealed, sealed_to, fingerprint,
               coalesce(customer_ending, '') AS customer_ending,
               coalesce(environment, 'production') AS environment
          FROM carrier_accounts
         WHERE merchant_id = $1
    """
    row = await tx.fetchrow(sql, merchant_id)
    if row is None:
        return None
    return StoredAccount(
        row["version"],
        row["sealed_at"],
        Box(
            row["sealed"],
            row["sealed_to"],
            row["fingerprint"],
            row["customer_ending"],
            row["environment"],
        ),
    )


async def put_account(tx: Tx, merchant_id: UUID, account: StoredAccount) -> None:
    """Replace the box. The merchant's row must be locked."""
    sql = """
        INSERT INTO carrier_accounts
               (merchant_id, version, carrier, sealed, sealed_to, fingerprint, customer_ending,
                environment, sealed_at)
        VALUES ($1, $2, 'canada_post', $3, $4, $5, $6, $7, $8)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               sealed = excluded.sealed,
               sealed_to = excluded.sealed_to,
               fingerprint = excluded.fingerprint,
               customer_ending = excluded.customer_ending,
               environment = excluded.environment,
               sealed_at = excluded.sealed_at
    """
    box = account.box
    await tx.execute(
        sql,
        merchant_id,
        account.version,
        box.sealed,
        box.sealed_to,
        box.fingerprint,
        box.customer_ending,
        box.environment,
        account.sealed_at,
    )
