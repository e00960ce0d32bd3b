"""The rows of carrier accounts, and what waits for one."""

from uuid import UUID

from chassis.db import Pool, Tx
from contracts.carriers import CarrierAccountSealed


async def insert_account(tx: Tx, account: CarrierAccountSealed) -> bool:
    """Keep `account` unless a version as new is there already; tell whether it was kept."""
    sql = """
        INSERT INTO carrier_accounts AS a (merchant_id, version, carrier, sealed, sealed_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               carrier = excluded.carrier,
               sealed = excluded.sealed,
               sealed_at = excluded.sealed_at
         WHERE excluded.version > a.version
     RETURNING true
    """
    is_newer: bool | None = await tx.fetchval(
        sql,
        account.merchant_id,
        account.version,
        account.carrier,
        account.sealed,
        account.sealed_at,
    )
    return bool(is_newer)


async def find_sealed(pool: Pool, merchant_id: UUID) -> str | None:
    """Find a merchant's account, still closed."""
    sql = "SELECT sealed FROM carrier_accounts WHERE merchant_id = $1"
    row = await pool.fetchrow(sql, merchant_id)
    return row["sealed"] if row else None


async def list_waiting_estimates(tx: Tx, merchant_id: UUID) -> list[UUID]:
    """List a merchant's estimates that have no answer."""
    sql = """
        SELECT e.estimate_id
          FROM estimates AS e
          LEFT JOIN estimate_answers AS a ON a.estimate_id = e.estimate_id
         WHERE e.merchant_id = $1
           AND a.estimate_id IS NULL
    """
    return [row["estimate_id"] for row in await tx.fetch(sql, merchant_id)]


async def list_waiting_orders(tx: Tx, merchant_id: UUID) -> list[UUID]:
    """List a merchant's orders that have neither a stored label nor a failure."""
    sql = """
        SELECT o.order_id
          FROM label_orders AS o
          LEFT JOIN labels AS l ON l.order_id = o.order_id
          LEFT JOIN label_failures AS f ON f.order_id = o.order_id
         WHERE o.merchant_id = $1
           AND l.order_id IS NULL
           AND f.order_id IS NULL
           AND o.voided_at IS NULL
    """
    return [row["order_id"] for row in await tx.fetch(sql, merchant_id)]
