"""Trials: shipments made up to try the whole way, and the returns that came of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx


@dataclass(frozen=True, slots=True)
class Trial:
    """A made-up shipment, by what opens it on the portal. `number` is that of its return."""

    tracking_number: str
    postal_code: str
    number: str | None


async def find_trial(tx: Tx | Pool, merchant_id: UUID) -> Trial | None:
    """Find the newest trial."""
    sql = """
        SELECT s.tracking_number,
               s.content #>> '{recipient,postal_code}' AS postal_code,
               (SELECT q.number
                  FROM queue_rows AS q
                 WHERE q.shipment_id = t.shipment_id
                   AND q.merchant_id = $1
                 LIMIT 1) AS number
          FROM trials AS t
          JOIN shipments AS s
            ON s.shipment_id = t.shipment_id
           AND s.merchant_id = t.merchant_id
         WHERE t.merchant_id = $1
         ORDER BY t.begun_at DESC, t.shipment_id DESC
         LIMIT 1
    """
    row = await tx.fetchrow(sql, merchant_id)
    return Trial(**row) if row else None


async def is_tried(pool: Pool, merchant_id: UUID) -> bool:
    """Tell whether a return has arrived for any trial."""
    sql = """
        SELECT EXISTS (
            SELECT
              FROM trials AS t
              JOIN queue_rows AS q
                ON q.shipment_id = t.shipment_id
               AND q.merchant_id = t.merchant_id
             WHERE t.merchant_id = $1
        ) AS is_tried
    """
    row = await pool.fetchrow(sql, merchant_id)
    return bool(row and row["is_tried"])


async def insert_trial(tx: Tx, merchant_id: UUID, shipment_id: UUID, at: datetime) -> None:
    """Mark a shipment as a trial; once is enough."""
    sql = """
        INSERT INTO trials (shipment_id, merchant_id, begun_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (shipment_id) DO NOTHING
    """
    await tx.execute(sql, shipment_id, merchant_id, at)
