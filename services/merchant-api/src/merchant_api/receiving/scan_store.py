"""Which return a scanned code belongs to."""

from dataclasses import dataclass
from uuid import UUID

from chassis.db import Pool

from merchant_api.receiving.scan import Scan


@dataclass(frozen=True, slots=True)
class Found:
    """A return, and the label that led to it if one did."""

    return_id: UUID
    generation: int | None = None


async def find_scanned(pool: Pool, merchant_id: UUID, scan: Scan) -> Found | None:
    """Find the return: by its number, by any label it has had, by the parcel it came in."""
    if scan.number is not None:
        return await _find_by_number(pool, merchant_id, scan.number)
    parcel = scan.parcel or ""
    return await _find_by_label(pool, merchant_id, parcel) or await _find_by_parcel(
        pool, merchant_id, parcel
    )


async def _find_by_number(pool: Pool, merchant_id: UUID, number: str) -> Found | None:
    sql = "SELECT return_id FROM returns WHERE merchant_id = $1 AND number = $2"
    row = await pool.fetchrow(sql, merchant_id, number)
    return Found(row["return_id"]) if row else None


async def _find_by_label(pool: Pool, merchant_id: UUID, pin: str) -> Found | None:
    """Find the return of a label; a sandbox gives every label the same number: the last counts."""
    sql = """
        SELECT l.return_id, l.generation
          FROM labels AS l
          JOIN returns AS r ON r.return_id = l.return_id AND r.merchant_id = l.merchant_id
         WHERE l.merchant_id = $1
           AND l.tracking_pin = $2
         ORDER BY l.created_at DESC
         LIMIT 1
    """
    row = await pool.fetchrow(sql, merchant_id, pin)
    return Found(row["return_id"], row["generation"]) if row else None


async def _find_by_parcel(pool: Pool, merchant_id: UUID, tracking_number: str) -> Found | None:
    """Find the last return of a parcel that somebody sent back in its old wrapping."""
    sql = """
        SELECT return_id
          FROM returns
         WHERE merchant_id = $1
           AND tracking_number = $2
         ORDER BY return_id DESC
         LIMIT 1
    """
    row = await pool.fetchrow(sql, merchant_id, tracking_number)
    return Found(row["return_id"]) if row else None


async def find_shipment_id(pool: Pool, merchant_id: UUID, tracking_number: str) -> UUID | None:
    """Find what was sent under a tracking number."""
    sql = "SELECT shipment_id FROM shipments WHERE merchant_id = $1 AND tracking_number = $2"
    row = await pool.fetchrow(sql, merchant_id, tracking_number)
    return row["shipment_id"] if row else None
