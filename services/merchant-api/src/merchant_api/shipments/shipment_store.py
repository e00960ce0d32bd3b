"""The parcels that merchants sent."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx

from merchant_api.shipments.records import Shipment, ShipmentContent


async def insert_shipment(tx: Tx, merchant_id: UUID, shipment: Shipment, at: datetime) -> bool:
    """Add a shipment; False if the merchant has one of this tracking number."""
    sql = """
        INSERT INTO shipments
               (shipment_id, merchant_id, version, tracking_number, content, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (merchant_id, tracking_number) DO NOTHING
     RETURNING shipment_id
    """
    content = shipment.content.model_dump(mode="json")
    inserted = await tx.fetchval(
        sql,
        shipment.shipment_id,
        merchant_id,
        shipment.version,
        shipment.tracking_number,
        content,
        at,
    )
    return inserted is not None


async def lock_shipment(tx: Tx, merchant_id: UUID, tracking_number: str) -> Shipment:
    """Lock the row until commit, so that versions are announced in their order."""
    sql = """
        SELECT shipment_id, version, tracking_number, content
          FROM shipments
         WHERE merchant_id = $1
           AND tracking_number = $2
           FOR UPDATE
    """
    row = await tx.fetchrow(sql, merchant_id, tracking_number)
    assert row is not None  # noqa: S101  called after a conflict with it, and none is deleted
    return _shipment(row)


async def update_shipment(tx: Tx, merchant_id: UUID, shipment: Shipment, at: datetime) -> None:
    """Write another version. The row must be locked."""
    sql = """
        UPDATE shipments
           SET version = $3, content = $4, recorded_at = $5
         WHERE merchant_id = $1
           AND shipment_id = $2
    """
    content = shipment.content.model_dump(mode="json")
    await tx.execute(sql, merchant_id, shipment.shipment_id, shipment.version, content, at)


async def find_shipment(tx: Tx | Pool, merchant_id: UUID, shipment_id: UUID) -> Shipment | None:
    """Find a shipment of this merchant."""
    sql = """
        SELECT shipment_id, version, tracking_number, content
          FROM shipments
         WHERE merchant_id = $1
           AND shipment_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, shipment_id)
    return _shipment(row) if row else None


def _shipment(row: Row) -> Shipment:
    content = ShipmentContent.model_validate(row["content"], extra="ignore")
    return Shipment(row["shipment_id"], row["version"], row["tracking_number"], content)
