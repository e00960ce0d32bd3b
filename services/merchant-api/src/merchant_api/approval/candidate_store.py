"""Requests as the approval rule sees them."""

from datetime import date, datetime
from uuid import UUID

from chassis.db import Pool, Row

from merchant_api.approval.approval_rule import Candidate


async def find_candidate(pool: Pool, merchant_id: UUID, return_id: UUID) -> Candidate | None:
    """Find one request."""
    sql = """
        SELECT r.requested_at, s.shipment_id, s.content ->> 'delivered_on' AS delivered_on,
               s.content ->> 'parcel' AS parcel, d.verdict
          FROM returns AS r
          LEFT JOIN shipments AS s
            ON s.shipment_id = r.shipment_id AND s.merchant_id = r.merchant_id
          LEFT JOIN decisions AS d
            ON d.return_id = r.return_id AND d.merchant_id = r.merchant_id
         WHERE r.merchant_id = $1
           AND r.return_id = $2
    """
    row = await pool.fetchrow(sql, merchant_id, return_id)
    return _candidate(row) if row else None


async def list_candidates(
    pool: Pool, merchant_id: UUID, *, since: datetime, limit: int
) -> list[Candidate]:
    """List what was asked for from `since` on, the newest first."""
    sql = """
        SELECT q.requested_at, s.shipment_id, s.content ->> 'delivered_on' AS delivered_on,
               s.content ->> 'parcel' AS parcel, d.verdict
          FROM queue_rows AS q
          LEFT JOIN shipments AS s
            ON s.shipment_id = q.shipment_id AND s.merchant_id = q.merchant_id
          LEFT JOIN decisions AS d
            ON d.return_id = q.return_id AND d.merchant_id = q.merchant_id
         WHERE q.merchant_id = $1
           AND q.requested_at >= $2
         ORDER BY q.requested_at DESC
         LIMIT $3
    """
    return [_candidate(row) for row in await pool.fetch(sql, merchant_id, since, limit)]


def _candidate(row: Row) -> Candidate:
    delivered_on = row["delivered_on"]
    return Candidate(
        requested_at=row["requested_at"],
        has_shipment=row["shipment_id"] is not None,
        has_parcel=row["parcel"] is not None,
        delivered_on=date.fromisoformat(delivered_on) if delivered_on else None,
        verdict=row["verdict"],
    )
