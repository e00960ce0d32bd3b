"""The rows of label orders: attempts to buy, purchases, stored labels, failures."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.decisions import ReturnApproved
from contracts.labels import LabelCreated, LabelFailed

from labeler.labels import Order, Outcome, Purchase, Standing


async def insert_order(tx: Tx, approved: ReturnApproved) -> bool:
    """Keep the order; tell whether it is new."""
    sql = """
        INSERT INTO label_orders (return_id, merchant_id, approved)
        VALUES ($1, $2, $3)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, approved.return_id, approved.merchant_id, approved.model_dump(mode="json")
    )
    return bool(is_new)


async def get_order(pool: Pool, return_id: UUID) -> Order:
    """Read an order and how far it has come. Raises LookupError."""
    sql = """
        SELECT o.approved,
               coalesce(a.attempt, 0) AS attempts,
               a.outcome AS last_outcome,
               p.return_id IS NOT NULL AS is_bought,
               l.return_id IS NOT NULL AS is_stored,
               f.return_id IS NOT NULL AS has_failed
          FROM label_orders AS o
          LEFT JOIN LATERAL (
                   SELECT attempt, coalesce(outcome, 'open') AS outcome
                     FROM label_attempts
                    WHERE return_id = o.return_id
                    ORDER BY attempt DESC
                    LIMIT 1
               ) AS a ON true
          LEFT JOIN purchases AS p ON p.return_id = o.return_id
          LEFT JOIN labels AS l ON l.return_id = o.return_id
          LEFT JOIN label_failures AS f ON f.return_id = o.return_id
         WHERE o.return_id = $1
    """
    row = await pool.fetchrow(sql, return_id)
    if row is None:
        raise LookupError(return_id)
    standing = {name: value for name, value in row.items() if name != "approved"}
    return Order(
        approved=ReturnApproved.model_validate(row["approved"], extra="ignore"),
        standing=Standing(**standing),
    )


async def lock_order(tx: Tx, return_id: UUID) -> None:
    """Lock the order until commit, so that its events are announced in the order of their facts."""
    await tx.execute("SELECT FROM label_orders WHERE return_id = $1 FOR UPDATE", return_id)


async def insert_attempt(
    tx: Tx, return_id: UUID, attempt: int, request_sha256: str, at: datetime
) -> bool:
    """Begin an attempt; False if one is there that forbids it (see the index, not the caller)."""
    sql = """
        INSERT INTO label_attempts (return_id, attempt, request_sha256, begun_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
     RETURNING true
    """
    is_begun: bool | None = await tx.fetchval(sql, return_id, attempt, request_sha256, at)
    return bool(is_begun)


async def end_attempt(
    tx: Tx,
    return_id: UUID,
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
         WHERE return_id = $1
           AND attempt = $2
           AND (outcome IS NULL OR (outcome = 'unknown' AND $3 <> 'unknown'))
     RETURNING true
    """
    is_ended: bool | None = await tx.fetchval(
        sql, return_id, attempt, outcome, at, http_status, cause
    )
    return bool(is_ended)


async def insert_purchase(tx: Tx, return_id: UUID, purchase: Purchase) -> None:
    """Keep what was bought."""
    sql = """
        INSERT INTO purchases
               (return_id, attempt, tracking_pin, artifact_href, artifact_media_type, public_url,
                public_until, bought_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    await tx.execute(
        sql,
        return_id,
        purchase.attempt,
        purchase.tracking_pin,
        purchase.artifact_href,
        purchase.artifact_media_type,
        purchase.public_url,
        purchase.public_until,
        purchase.bought_at,
    )


async def get_purchase(pool: Pool, return_id: UUID) -> Purchase:
    """Read what was bought. Raises LookupError."""
    sql = """
        SELECT attempt, tracking_pin, artifact_href, artifact_media_type, public_url, public_until,
               bought_at
          FROM purchases
         WHERE return_id = $1
    """
    row = await pool.fetchrow(sql, return_id)
    if row is None:
        raise LookupError(return_id)
    return Purchase(**row)


async def insert_label(tx: Tx, created: LabelCreated) -> bool:
    """Keep where the files lie and forget the carrier's link; False if that is done already."""
    sql = """
        INSERT INTO labels (return_id, label, qr_png, qr_svg, use_by_on, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    files = [file.model_dump() for file in (created.label, created.qr_png, created.qr_svg)]
    is_new: bool | None = await tx.fetchval(
        sql, created.return_id, *files, created.use_by_on, created.created_at
    )
    await tx.execute(
        "UPDATE purchases SET artifact_href = NULL WHERE return_id = $1", created.return_id
    )
    return bool(is_new)


async def insert_failure(tx: Tx, failed: LabelFailed) -> bool:
    """Keep why there is no label; False if a failure is known already."""
    sql = """
        INSERT INTO label_failures (return_id, outcome, codes, message, failed_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, failed.return_id, failed.outcome, failed.codes, failed.message, failed.failed_at
    )
    return bool(is_new)
