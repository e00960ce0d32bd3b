"""The rows of labels: attempts to buy them, purchases, and stored files."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.labels import LabelCreated

from labeler.labels import Outcome, Purchase


async def insert_attempt(
    tx: Tx, order_id: UUID, attempt: int, request_sha256: str, at: datetime
) -> bool:
    """Begin an attempt; False if one is there that forbids it (see the index, not the caller)."""
    sql = """
        INSERT INTO label_attempts (order_id, attempt, request_sha256, begun_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
     RETURNING true
    """
    is_begun: bool | None = await tx.fetchval(sql, order_id, attempt, request_sha256, at)
    return bool(is_begun)


async def end_attempt(
    tx: Tx,
    order_id: UUID,
    attempt: int,
    outcome: Outcome,
    at: datetime,
    *,
    http_status: int | None = None,
    cause: str | None = None,
) -> bool:
    """Write how an attempt ended; False if that is written already.

    A better knowledge replaces `unknown`: a paused process may come back with the answer after
    another one has given the attempt up.
    """
    sql = """
        UPDATE label_attempts
           SET outcome = $3, ended_at = $4, http_status = $5, cause = $6
         WHERE order_id = $1
           AND attempt = $2
           AND (outcome IS NULL OR (outcome = 'unknown' AND $3 <> 'unknown'))
     RETURNING true
    """
    is_ended: bool | None = await tx.fetchval(
        sql, order_id, attempt, outcome, at, http_status, cause
    )
    return bool(is_ended)


async def insert_purchase(tx: Tx, order_id: UUID, purchase: Purchase) -> None:
    """Keep what was bought."""
    sql = """
        INSERT INTO purchases
               (order_id, attempt, tracking_pin, artifact_href, artifact_media_type, public_url,
                public_until, bought_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    await tx.execute(
        sql,
        order_id,
        purchase.attempt,
        purchase.tracking_pin,
        purchase.artifact_href,
        purchase.artifact_media_type,
        purchase.public_url,
        purchase.public_until,
        purchase.bought_at,
    )


async def get_purchase(pool: Pool, order_id: UUID) -> Purchase:
    """Read what was bought. Raises LookupError."""
    sql = """
        SELECT attempt, tracking_pin, artifact_href, artifact_media_type, public_url, public_until,
               bought_at
          FROM purchases
         WHERE order_id = $1
    """
    row = await pool.fetchrow(sql, order_id)
    if row is None:
        raise LookupError(order_id)
    return Purchase(**row)


async def find_pin(tx: Tx, order_id: UUID) -> str | None:
    """Find the number of a label that was bought."""
    pin: str | None = await tx.fetchval(
        "SELECT tracking_pin FROM purchases WHERE order_id = $1", order_id
    )
    return pin


async def insert_label(tx: Tx, order_id: UUID, created: LabelCreated) -> bool:
    """Keep where the files lie and forget the carrier's link; False if that is done already."""
    sql = """
        INSERT INTO labels (order_id, label, qr_png, qr_svg, use_by_on, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (order_id) DO NOTHING
     RETURNING true
    """
    files = [file.model_dump() for file in (created.label, created.qr_png, created.qr_svg)]
    is_new: bool | None = await tx.fetchval(
        sql, order_id, *files, created.use_by_on, created.created_at
    )
    await tx.execute("UPDATE purchases SET artifact_href = NULL WHERE order_id = $1", order_id)
    return bool(is_new)
