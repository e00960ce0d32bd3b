"""All that a spreadsheet of returns tells of each of them."""

from collections.abc import Sequence
from uuid import UUID

from chassis.db import Row, Tx


async def list_details(tx: Tx, merchant_id: UUID, return_ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Read what the list does not say of these returns."""
    sql = """
        SELECT r.return_id, r.customer_email, r.language, r.tracking_number, r.comment,
               q.tracking_pin, q.postal_code, q.address_id,
               d.verdict, d.decided_at, d.message, d.actor_kind, d.actor_id, d.actor_name,
               p.due_cents
          FROM returns AS r
          JOIN queue_rows AS q
            ON q.return_id = r.return_id
          LEFT JOIN decisions AS d
            ON d.return_id = r.return_id
           AND d.merchant_id = r.merchant_id
          LEFT JOIN LATERAL (
               SELECT (a.price ->> 'due_cents')::bigint AS due_cents
                 FROM estimates AS e
                 JOIN estimate_answers AS a
                   ON a.estimate_id = e.estimate_id
                  AND a.merchant_id = e.merchant_id
                WHERE e.return_id = r.return_id
                  AND e.merchant_id = r.merchant_id
                  AND a.price IS NOT NULL
                ORDER BY e.requested_at DESC
                LIMIT 1) AS p ON TRUE
         WHERE r.merchant_id = $1
           AND r.return_id = ANY($2)
    """
    rows = await tx.fetch(sql, merchant_id, list(return_ids))
    return {row["return_id"]: row for row in rows}
