"""Drafts: read with all that their pages show, written one step at a time."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx

from portal_api.drafts import LIFETIME, Answers, Draft
from portal_api.store.centres import read_centre
from portal_api.store.lookups import read_parcel

_DRAFT = """
    SELECT d.language,
           d.reasons,
           d.comment,
           d.method,
           d.email,
           d.created_at,
           c.snapshot,
           s.shipment_id,
           s.tracking_number,
           s.recipient_name,
           s.city,
           s.province,
           s.delivered_on,
           s.order_number,
           r.number
      FROM drafts AS d
      JOIN centres AS c ON c.merchant_id = d.merchant_id
      JOIN shipments AS s ON s.shipment_id = d.shipment_id
      LEFT JOIN returns AS r ON r.shipment_id = d.shipment_id AND r.cancelled_at IS NULL
     WHERE d.secret_digest = $1 AND d.created_at > $2
"""


async def find_draft(pool: Pool, secret_digest: bytes, *, at: datetime) -> Draft | None:
    """Return the draft if it is there and has not outlived its day."""
    row = await pool.fetchrow(_DRAFT, secret_digest, at - LIFETIME)
    return _read(row) if row else None


async def lock_draft(tx: Tx, secret_digest: bytes, *, at: datetime) -> Draft | None:
    """Lock the draft's parcel until commit: of all drafts for one parcel, one at a time is sent.

    The number of a standing return is read by a statement of its own, which sees what was committed
    while this one waited.
    """
    sql = """
        SELECT s.shipment_id
          FROM drafts AS d
          JOIN shipments AS s ON s.shipment_id = d.shipment_id
         WHERE d.secret_digest = $1 AND d.created_at > $2
           FOR UPDATE OF s
    """
    if await tx.fetchrow(sql, secret_digest, at - LIFETIME) is None:
        return None
    row = await tx.fetchrow(_DRAFT, secret_digest, at - LIFETIME)
    return _read(row) if row else None


async def save_answers(
    pool: Pool, secret_digest: bytes, merchant_id: UUID, answers: Answers
) -> None:
    """Keep what was typed, right or not yet."""
    sql = """
        UPDATE drafts
           SET language = $3, reasons = $4, comment = $5, method = $6, email = $7
         WHERE secret_digest = $1 AND merchant_id = $2
    """
    await pool.execute(
        sql,
        secret_digest,
        merchant_id,
        answers.language,
        list(answers.reasons),
        answers.comment,
        answers.method,
        answers.email,
    )


async def delete_drafts(pool: Pool, *, before: datetime) -> int:
    """Forget drafts begun `before`; return how many."""
    tag = await pool.execute("DELETE FROM drafts WHERE created_at < $1", before)
    return int(tag.split()[-1])


async def delete_tries(pool: Pool, *, before: datetime) -> None:
    """Forget counters whose window began `before`."""
    await pool.execute("DELETE FROM lookup_tries WHERE window_at < $1", before)


def _read(row: Row) -> Draft:
    return Draft(
        centre=read_centre(row["snapshot"]),
        parcel=read_parcel(row, row["tracking_number"]),
        answers=Answers(
            language=row["language"],
            reasons=tuple(row["reasons"]),
            comment=row["comment"],
            method=row["method"],
            email=row["email"],
        ),
        created_at=row["created_at"],
        number=row["number"],
    )
