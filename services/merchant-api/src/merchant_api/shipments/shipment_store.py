"""The parcels that merchants sent: read, and written many at once."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx

from merchant_api.shipments.records import Shipment, ShipmentContent
from merchant_api.shipments.search_terms import terms_of


async def lock_shipments(tx: Tx, merchant_id: UUID) -> None:
    """Have whoever writes shipments of this merchant take turns, until commit.

    So nobody can take a tracking number between our look and our writing, and versions are
    announced in their order. Rows that refer to the merchant may be written meanwhile.
    """
    sql = "SELECT 1 FROM merchants WHERE merchant_id = $1 FOR NO KEY UPDATE"
    await tx.execute(sql, merchant_id)


async def list_named(
    tx: Tx, merchant_id: UUID, numbers: Sequence[str], references: Sequence[str]
) -> list[Shipment]:
    """List the shipments that have one of these tracking numbers or references."""
    sql = """
        SELECT shipment_id, version, tracking_number, content
          FROM shipments
         WHERE merchant_id = $1
           AND tracking_number = ANY($2)
         UNION ALL
        SELECT shipment_id, version, tracking_number, content
          FROM shipments
         WHERE merchant_id = $1
           AND reference = ANY($3)
           AND tracking_number <> ALL($2)
    """
    return [read_shipment(row) for row in await tx.fetch(sql, merchant_id, numbers, references)]


async def list_awaited(tx: Tx, merchant_id: UUID, numbers: Sequence[str]) -> dict[str, UUID]:
    """List, by tracking number, the shipments that returns hang on and that are not here."""
    sql = """
        SELECT r.tracking_number, r.shipment_id
          FROM returns AS r
          LEFT JOIN shipments AS s
            ON s.shipment_id = r.shipment_id AND s.merchant_id = r.merchant_id
         WHERE r.merchant_id = $1
           AND r.tracking_number = ANY($2)
           AND s.shipment_id IS NULL
    """
    rows = await tx.fetch(sql, merchant_id, numbers)
    return {row["tracking_number"]: row["shipment_id"] for row in rows}


async def insert_shipments(
    tx: Tx, merchant_id: UUID, shipments: Sequence[Shipment], at: datetime
) -> None:
    """Add shipments. Their names must be free: see `lock_shipments`."""
    sql = """
        INSERT INTO shipments
               (merchant_id, shipment_id, version, tracking_number, reference, content, search,
                recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, array_to_tsvector($7::text[]), $8)
    """
    await tx.executemany(sql, [_columns(merchant_id, it, at) for it in shipments])


async def update_shipments(
    tx: Tx, merchant_id: UUID, shipments: Sequence[Shipment], at: datetime
) -> None:
    """Write other versions. Their names must be free: see `lock_shipments`, `free_names`."""
    sql = """
        UPDATE shipments
           SET version = $3,
               tracking_number = $4,
               reference = $5,
               content = $6,
               search = array_to_tsvector($7::text[]),
               recorded_at = $8
         WHERE merchant_id = $1
           AND shipment_id = $2
    """
    await tx.executemany(sql, [_columns(merchant_id, it, at) for it in shipments])


async def free_names(tx: Tx, merchant_id: UUID, shipment_ids: Sequence[UUID]) -> None:
    """Take number and reference from these for a moment, so that they may swap them."""
    sql = """
        UPDATE shipments
           SET tracking_number = shipment_id::text, reference = NULL
         WHERE merchant_id = $1
           AND shipment_id = ANY($2)
    """
    if shipment_ids:
        await tx.execute(sql, merchant_id, shipment_ids)


async def delete_shipment(tx: Tx, merchant_id: UUID, shipment_id: UUID) -> bool:
    """Delete it; False if there was none."""
    sql = "DELETE FROM shipments WHERE merchant_id = $1 AND shipment_id = $2"
    return await tx.execute(sql, merchant_id, shipment_id) != "DELETE 0"


async def find_shipment(tx: Tx | Pool, merchant_id: UUID, shipment_id: UUID) -> Shipment | None:
    """Find a shipment of this merchant."""
    sql = """
        SELECT shipment_id, version, tracking_number, content
          FROM shipments
         WHERE merchant_id = $1
           AND shipment_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, shipment_id)
    return read_shipment(row) if row else None


async def find_return_number(tx: Tx | Pool, merchant_id: UUID, shipment_id: UUID) -> str | None:
    """Find the number of the return that hangs on the shipment."""
    sql = "SELECT number FROM returns WHERE merchant_id = $1 AND shipment_id = $2"
    row = await tx.fetchrow(sql, merchant_id, shipment_id)
    return row["number"] if row else None


def read_shipment(row: Row) -> Shipment:
    """Make a shipment of a row that has all of its columns."""
    content = ShipmentContent.model_validate(row["content"], extra="ignore")
    return Shipment(row["shipment_id"], row["version"], row["tracking_number"], content)


def _columns(merchant_id: UUID, shipment: Shipment, at: datetime) -> tuple[object, ...]:
    content = shipment.content
    return (
        merchant_id,
        shipment.shipment_id,
        shipment.version,
        shipment.tracking_number,
        content.reference,
        content.model_dump(mode="json"),
        terms_of(shipment.tracking_number, content),
        at,
    )
