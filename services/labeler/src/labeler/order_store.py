"""The rows of label orders: what is to be obtained, how far it has come, why it failed."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.decisions import ReturnApproved
from contracts.labels import LabelFailed

from labeler.labels import Order, Standing, order_id_of


async def insert_order(tx: Tx, approved: ReturnApproved, generation: int = 1) -> bool:
    """Keep the order; tell whether it is new and wanted.

    It takes the place of the orders before it. One that was given up before it came, or that has a
    successor already, is kept as one that counts no more.
    """
    await _void_before(tx, approved.return_id, generation, approved.approved_at)
    sql = """
        INSERT INTO label_orders
               (order_id, return_id, generation, merchant_id, approved, voided_at)
        SELECT $1, $2, $3, $4, $5,
               coalesce(
                   (SELECT voided_at FROM label_voids WHERE return_id = $2 AND generation = $3),
                   (SELECT min(staged_at) FROM label_orders
                     WHERE return_id = $2 AND generation > $3)
               )
            ON CONFLICT (order_id) DO NOTHING
     RETURNING voided_at IS NULL
    """
    is_wanted: bool | None = await tx.fetchval(
        sql,
        order_id_of(approved.return_id, generation),
        approved.return_id,
        generation,
        approved.merchant_id,
        approved.model_dump(mode="json"),
    )
    return bool(is_wanted)


async def _void_before(tx: Tx, return_id: UUID, generation: int, at: datetime) -> None:
    """Give up what came before, so that at most one label of a return counts."""
    sql = """
        UPDATE label_orders
           SET voided_at = $3
         WHERE return_id = $1
           AND generation < $2
           AND voided_at IS NULL
    """
    await tx.execute(sql, return_id, generation, at)


async def insert_void(
    tx: Tx, merchant_id: UUID, return_id: UUID, generation: int, at: datetime
) -> bool:
    """Give a label up, whether or not its order has come; False if that is known already."""
    sql = """
        INSERT INTO label_voids (return_id, generation, merchant_id, voided_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (return_id, generation) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(sql, return_id, generation, merchant_id, at)
    update = """
        UPDATE label_orders
           SET voided_at = $3
         WHERE return_id = $1
           AND generation = $2
           AND voided_at IS NULL
    """
    await tx.execute(update, return_id, generation, at)
    return bool(is_new)


async def get_order(pool: Pool, order_id: UUID) -> Order:
    """Read an order and how far it has come. Raises LookupError."""
    sql = """
        SELECT o.approved,
               o.generation,
               coalesce(a.attempt, 0) AS attempts,
               a.outcome AS last_outcome,
               p.order_id IS NOT NULL AS is_bought,
               l.order_id IS NOT NULL AS is_stored,
               f.order_id IS NOT NULL AS has_failed,
               o.voided_at IS NOT NULL AS is_voided
          FROM label_orders AS o
          LEFT JOIN LATERAL (
                   SELECT attempt, coalesce(outcome, 'open') AS outcome
                     FROM label_attempts
                    WHERE order_id = o.order_id
                    ORDER BY attempt DESC
                    LIMIT 1
               ) AS a ON true
          LEFT JOIN purchases AS p ON p.order_id = o.order_id
          LEFT JOIN labels AS l ON l.order_id = o.order_id
          LEFT JOIN label_failures AS f ON f.order_id = o.order_id
         WHERE o.order_id = $1
    """
    row = await pool.fetchrow(sql, order_id)
    if row is None:
        raise LookupError(order_id)
    standing = {
        name: value for name, value in row.items() if name not in ("approved", "generation")
    }
    return Order(
        order_id=order_id,
        generation=row["generation"],
        approved=ReturnApproved.model_validate(row["approved"], extra="ignore"),
        standing=Standing(**standing),
    )


async def lock_order(tx: Tx, order_id: UUID) -> bool:
    """Lock the order until commit, so that its events are announced in the order of their facts.

    Tell whether its label still counts.
    """
    sql = "SELECT voided_at IS NULL FROM label_orders WHERE order_id = $1 FOR UPDATE"
    return bool(await tx.fetchval(sql, order_id))


async def insert_failure(tx: Tx, order_id: UUID, failed: LabelFailed) -> bool:
    """Keep why there is no label; False if a failure is known already."""
    sql = """
        INSERT INTO label_failures (order_id, outcome, codes, message, failed_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (order_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, order_id, failed.outcome, failed.codes, failed.message, failed.failed_at
    )
    return bool(is_new)
