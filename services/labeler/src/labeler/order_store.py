"""The rows of label orders: what is to be obtained, how far it has come, why it failed."""

from uuid import UUID

from chassis.db import Pool, Tx
from contracts.decisions import ReturnApproved
from contracts.labels import LabelFailed

from labeler.labels import Order, Standing


async def insert_order(tx: Tx, approved: ReturnApproved) -> bool:
    """Keep the order; tell whether it is new."""
    sql = """
        INSERT INTO label_orders (return_id, merchant_id, approved)
        VALUES ($1, $2, $3)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, approved.return_id, approved.merchant_id, approved.model_dump(mode="json")
    )
    return bool(is_new)


async def get_order(pool: Pool, return_id: UUID) -> Order:
    """Read an order and how far it has come. Raises LookupError."""
    sql = """
        SELECT o.approved,
               coalesce(a.attempt, 0) AS attempts,
               a.outcome AS last_outcome,
               p.return_id IS NOT NULL AS is_bought,
               l.return_id IS NOT NULL AS is_stored,
               f.return_id IS NOT NULL AS has_failed
          FROM label_orders AS o
          LEFT JOIN LATERAL (
                   SELECT attempt, coalesce(outcome, 'open') AS outcome
                     FROM label_attempts
                    WHERE return_id = o.return_id
                    ORDER BY attempt DESC
                    LIMIT 1
               ) AS a ON true
          LEFT JOIN purchases AS p ON p.return_id = o.return_id
          LEFT JOIN labels AS l ON l.return_id = o.return_id
          LEFT JOIN label_failures AS f ON f.return_id = o.return_id
         WHERE o.return_id = $1
    """
    row = await pool.fetchrow(sql, return_id)
    if row is None:
        raise LookupError(return_id)
    standing = {name: value for name, value in row.items() if name != "approved"}
    return Order(
        approved=ReturnApproved.model_validate(row["approved"], extra="ignore"),
        standing=Standing(**standing),
    )


async def lock_order(tx: Tx, return_id: UUID) -> None:
    """Lock the order until commit, so that its events are announced in the order of their facts."""
    await tx.execute("SELECT FROM label_orders WHERE return_id = $1 FOR UPDATE", return_id)


async def insert_failure(tx: Tx, failed: LabelFailed) -> bool:
    """Keep why there is no label; False if a failure is known already."""
    sql = """
        INSERT INTO label_failures (return_id, outcome, codes, message, failed_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, failed.return_id, failed.outcome, failed.codes, failed.message, failed.failed_at
    )
    return bool(is_new)
