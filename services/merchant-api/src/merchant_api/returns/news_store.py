"""What other services announced, as rows: once, however often and in whatever order it comes."""

from uuid import UUID

from chassis.db import Tx
from contracts.labels import LabelCreated, LabelFailed, LabelVoided, ParcelMoved
from contracts.messages import MessageFailed, MessageSent
from contracts.returns import ReturnRequested


async def insert_return(tx: Tx, event: ReturnRequested) -> bool:
    """Add a return; False if it was there."""
    sql = """
        INSERT INTO returns
               (return_id, merchant_id, number, shipment_id, tracking_number, reasons, comment,
                method, language, customer_name, customer_email, reply, requested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING return_id
    """
    inserted = await tx.fetchval(
        sql,
        event.return_id,
        event.merchant_id,
        event.number,
        event.shipment_id,
        event.tracking_number,
        [reason.model_dump(mode="json") for reason in event.reasons],
        event.comment,
        event.method,
        event.language,
        event.customer_name,
        event.customer_email,
        event.reply.model_dump(mode="json"),
        event.requested_at,
    )
    return inserted is not None


async def insert_label(tx: Tx, event: LabelCreated) -> None:
    """Note that a label exists."""
    sql = """
        INSERT INTO labels
               (return_id, merchant_id, tracking_pin, qr_opens, use_by_on, created_at, generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (return_id, generation) DO NOTHING
    """
    await tx.execute(
        sql,
        event.return_id,
        event.merchant_id,
        event.tracking_pin,
        event.qr_opens,
        event.use_by_on,
        event.created_at,
        event.generation,
    )


async def insert_voided_label(tx: Tx, event: LabelVoided) -> None:
    """Note the number of a label that was given up, perhaps before it was ever announced.

    Whoever scans it at the dock finds its return.
    """
    sql = """
        INSERT INTO labels
               (return_id, merchant_id, tracking_pin, qr_opens, created_at, generation)
        VALUES ($1, $2, $3, 'label', $4, $5)
            ON CONFLICT (return_id, generation) DO NOTHING
    """
    await tx.execute(
        sql,
        event.return_id,
        event.merchant_id,
        event.tracking_pin,
        event.voided_at,
        event.generation,
    )


async def insert_label_failure(tx: Tx, event: LabelFailed, event_id: UUID) -> None:
    """Note that there is none, or perhaps one."""
    sql = """
        INSERT INTO label_failures
               (return_id, event_id, merchant_id, outcome, codes, message, failed_at, generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (return_id, event_id) DO NOTHING
    """
    await tx.execute(
        sql,
        event.return_id,
        event_id,
        event.merchant_id,
        event.outcome,
        list(event.codes),
        event.message,
        event.failed_at,
        event.generation,
    )


async def insert_move(tx: Tx, event: ParcelMoved, event_id: UUID) -> None:
    """Note a scan."""
    sql = """
        INSERT INTO moves
               (return_id, event_id, merchant_id, stage, carrier_code, description, place,
                happened_at, generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (return_id, event_id) DO NOTHING
    """
    await tx.execute(
        sql,
        event.return_id,
        event_id,
        event.merchant_id,
        event.stage,
        event.carrier_code,
        event.description,
        event.place,
        event.happened_at,
        event.generation,
    )


async def insert_sent(tx: Tx, event: MessageSent, event_id: UUID) -> None:
    """Note that a message went out."""
    sql = """
        INSERT INTO messages
               (message_id, event_id, return_id, merchant_id, template, outcome, settled_at)
        VALUES ($1, $2, $3, $4, $5, 'sent', $6)
            ON CONFLICT (message_id, event_id) DO NOTHING
    """
    await tx.execute(
        sql,
        event.message_id,
        event_id,
        event.return_id,
        event.merchant_id,
        event.template,
        event.sent_at,
    )


async def insert_unsent(tx: Tx, event: MessageFailed, event_id: UUID) -> None:
    """Note that a message did not go out, or perhaps did."""
    sql = """
        INSERT INTO messages
               (message_id, event_id, return_id, merchant_id, template, outcome, reason,
                settled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (message_id, event_id) DO NOTHING
    """
    await tx.execute(
        sql,
        event.message_id,
        event_id,
        event.return_id,
        event.merchant_id,
        event.template,
        event.outcome,
        event.reason,
        event.failed_at,
    )
