"""What other services have said. Each statement comes to the same however often it is run."""

from uuid import UUID

from chassis.db import Tx
from contracts.centres import CentreConfigured
from contracts.decisions import CustomerMessaged, ReturnApproved, ReturnDeclined
from contracts.handling import (
    LabelVoidRequested,
    ReplacementLabelRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnReceived,
)
from contracts.labels import LabelCreated, LabelFailed, ParcelMoved
from contracts.shipments import ShipmentRecorded


async def upsert_centre(tx: Tx, event: CentreConfigured) -> None:
    """Keep the newest version."""
    sql = """
        INSERT INTO centres AS c (merchant_id, slug, version, snapshot)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (merchant_id) DO UPDATE
           SET slug = excluded.slug, version = excluded.version, snapshot = excluded.snapshot
         WHERE c.version < excluded.version
    """
    snapshot = event.model_dump(mode="json")
    await tx.execute(sql, event.merchant_id, event.slug, event.version, snapshot)


async def upsert_shipment(tx: Tx, event: ShipmentRecorded) -> None:
    """Keep the newest version."""
    sql = """
        INSERT INTO shipments AS s
               (shipment_id, merchant_id, version, tracking_number, postal_code, recipient_name,
                city, province, delivered_on, recorded_at, order_number)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (shipment_id) DO UPDATE
           SET version = excluded.version,
               tracking_number = excluded.tracking_number,
               postal_code = excluded.postal_code,
               recipient_name = excluded.recipient_name,
               city = excluded.city,
               province = excluded.province,
               delivered_on = excluded.delivered_on,
               recorded_at = excluded.recorded_at,
               order_number = excluded.order_number
         WHERE s.version < excluded.version
    """
    to = event.recipient
    await tx.execute(
        sql,
        event.shipment_id,
        event.merchant_id,
        event.version,
        event.tracking_number,
        to.postal_code,
        to.name,
        to.city,
        to.province,
        event.delivered_on,
        event.recorded_at,
        event.order_number,
    )


async def delete_shipment(tx: Tx, shipment_id: UUID) -> None:
    """Forget a shipment. A return that was asked for meanwhile keeps what is written on it."""
    await tx.execute("DELETE FROM shipments WHERE shipment_id = $1", shipment_id)


async def insert_approval(tx: Tx, event: ReturnApproved) -> None:
    """Note that the store agreed."""
    sql = """
        INSERT INTO decisions (return_id, merchant_id, outcome, decided_at)
        VALUES ($1, $2, 'approved', $3)
            ON CONFLICT (return_id) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.approved_at)


async def insert_refusal(tx: Tx, event: ReturnDeclined) -> None:
    """Note that the store said no, and what it wrote."""
    sql = """
        INSERT INTO decisions (return_id, merchant_id, outcome, message, decided_at)
        VALUES ($1, $2, 'declined', $3, $4)
            ON CONFLICT (return_id) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.message, event.declined_at)


async def insert_letter(tx: Tx, event: CustomerMessaged) -> None:
    """Note what the store has written to the customer."""
    sql = """
        INSERT INTO letters (letter_id, return_id, merchant_id, message, written_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (letter_id) DO NOTHING
    """
    await tx.execute(
        sql, event.letter_id, event.return_id, event.merchant_id, event.message, event.written_at
    )


async def insert_label(tx: Tx, event: LabelCreated) -> None:
    """Note that there is a label, and where its files lie."""
    sql = """
        INSERT INTO labels
               (return_id, merchant_id, tracking_pin, files, qr_opens, use_by_on, return_address,
                created_at, generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (return_id, generation) DO NOTHING
    """
    files = {
        "label.pdf": event.label.model_dump(),
        "qr.png": event.qr_png.model_dump(),
        "qr.svg": event.qr_svg.model_dump(),
    }
    await tx.execute(
        sql,
        event.return_id,
        event.merchant_id,
        event.tracking_pin,
        files,
        event.qr_opens,
        event.use_by_on,
        event.return_address.model_dump(),
        event.created_at,
        event.generation,
    )


async def insert_label_failure(tx: Tx, event: LabelFailed) -> None:
    """Note that the label will not come by itself."""
    sql = """
        INSERT INTO label_failures (return_id, merchant_id, failed_at, generation)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (return_id, generation) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.failed_at, event.generation)


async def insert_move(tx: Tx, event: ParcelMoved, event_id: UUID) -> None:
    """Note where the parcel was seen."""
    sql = """
        INSERT INTO moves
               (return_id, event_id, merchant_id, stage, description, place, happened_at,
                generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (return_id, event_id) DO NOTHING
    """
    await tx.execute(
        sql,
        event.return_id,
        event_id,
        event.merchant_id,
        event.stage,
        event.description,
        event.place,
        event.happened_at,
        event.generation,
    )


async def insert_reception(tx: Tx, event: ReturnReceived) -> None:
    """Note that the store has the parcel."""
    sql = """
        INSERT INTO receptions (return_id, merchant_id, received_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (return_id) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.received_at)


async def insert_closure(tx: Tx, event: ReturnClosed) -> None:
    """Note that the store is done with the return."""
    sql = """
        INSERT INTO closures (return_id, merchant_id, closed_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (return_id) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.closed_at)


async def insert_void(tx: Tx, event: LabelVoidRequested) -> None:
    """Note that a label counts no more. The store's word is enough to stop offering it."""
    sql = """
        INSERT INTO label_voids (return_id, generation, merchant_id, voided_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (return_id, generation) DO NOTHING
    """
    await tx.execute(sql, event.return_id, event.generation, event.merchant_id, event.requested_at)


async def update_generation(tx: Tx, event: ReplacementLabelRequested) -> None:
    """Note which label counts from now on. The return is ours, and so is there."""
    sql = """
        UPDATE returns
           SET label_generation = $3, label_asked_at = $4
         WHERE return_id = $1
           AND merchant_id = $2
           AND label_generation < $3
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.generation, event.requested_at)


async def update_cancelled(tx: Tx, event: ReturnCancelledByMerchant) -> None:
    """Note that the store has called it off, unless the customer was first."""
    sql = """
        UPDATE returns
           SET cancelled_at = $3, cancelled_by = 'merchant'
         WHERE return_id = $1
           AND merchant_id = $2
           AND cancelled_at IS NULL
    """
    await tx.execute(sql, event.return_id, event.merchant_id, event.cancelled_at)
