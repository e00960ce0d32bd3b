"""Finding a parcel, while counting who tries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row
from contracts.centres import CentreConfigured

from portal_api.drafts import Parcel
from portal_api.store.centres import is_slug, read_centre
from portal_api.tries import Counter


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look-up found. Without a parcel it looks the same, but for `parcel` and `number`."""

    centre: CentreConfigured
    tries: Mapping[str, int]
    postal_code: str | None
    parcel: Parcel | None
    number: str | None


async def look_up(
    pool: Pool, slug: str, tracking_number: str, counters: Sequence[Counter]
) -> Seen | None:
    """Count the try and look, in one statement; None if there is no such centre.

    Counted first, so that of many guesses at once no more than the limit are answered. The same
    columns come back whether the number exists or not.
    """
    if not is_slug(slug):
        return None
    sql = """
        WITH counted AS (
            INSERT INTO lookup_tries AS t (scope, key, window_at, tries)
            SELECT k.scope, k.key, k.window_at, 1
              FROM unnest($3::text[], $4::bytea[], $5::timestamptz[]) AS k (scope, key, window_at)
             WHERE EXISTS (SELECT FROM centres WHERE slug = $1)
             ORDER BY k.scope
                ON CONFLICT (scope, key, window_at) DO UPDATE
               SET tries = t.tries + 1
         RETURNING t.scope, t.tries
        )
        SELECT c.snapshot,
               (SELECT jsonb_object_agg(scope, tries) FROM counted) AS tries,
               s.shipment_id,
               s.postal_code,
               s.recipient_name,
               s.city,
               s.province,
               s.delivered_on,
               s.order_number,
               r.number
          FROM centres AS c
          LEFT JOIN LATERAL (
                SELECT shipment_id, postal_code, recipient_name, city, province, delivered_on,
                       order_number
                  FROM shipments
                 WHERE merchant_id = c.merchant_id AND tracking_number = $2
                 ORDER BY recorded_at DESC
                 LIMIT 1
               ) AS s ON true
          LEFT JOIN returns AS r
            ON r.shipment_id = s.shipment_id AND r.cancelled_at IS NULL
         WHERE c.slug = $1
    """
    row = await pool.fetchrow(sql, slug, tracking_number, *_columns(counters))
    return _seen(row, tracking_number) if row else None


async def take_back(pool: Pool, counters: Sequence[Counter]) -> None:
    """Uncount a look-up that succeeded. Locks in the order in which `look_up` does."""
    sql = """
        INSERT INTO lookup_tries AS t (scope, key, window_at, tries)
        SELECT k.scope, k.key, k.window_at, -1
          FROM unnest($1::text[], $2::bytea[], $3::timestamptz[]) AS k (scope, key, window_at)
         ORDER BY k.scope
            ON CONFLICT (scope, key, window_at) DO UPDATE
           SET tries = t.tries - 1
    """
    await pool.execute(sql, *_columns(counters))


async def take_back_and_begin(
    pool: Pool,
    counters: Sequence[Counter],
    *,
    secret_digest: bytes,
    merchant_id: UUID,
    shipment_id: UUID,
    language: str,
    at: datetime,
) -> None:
    """Uncount a look-up that succeeded, and insert the draft that comes of it."""
    sql = """
        WITH uncounted AS (
            INSERT INTO lookup_tries AS t (scope, key, window_at, tries)
            SELECT k.scope, k.key, k.window_at, -1
              FROM unnest($1::text[], $2::bytea[], $3::timestamptz[]) AS k (scope, key, window_at)
             ORDER BY k.scope
                ON CONFLICT (scope, key, window_at) DO UPDATE
               SET tries = t.tries - 1
        )
        INSERT INTO drafts (secret_digest, merchant_id, shipment_id, language, created_at)
        VALUES ($4, $5, $6, $7, $8)
    """
    draft = (secret_digest, merchant_id, shipment_id, language, at)
    await pool.execute(sql, *_columns(counters), *draft)


def _columns(counters: Sequence[Counter]) -> tuple[list[str], list[bytes], list[datetime]]:
    return (
        [counter.scope for counter in counters],
        [counter.key for counter in counters],
        [counter.window_at for counter in counters],
    )


def _seen(row: Row, tracking_number: str) -> Seen:
    return Seen(
        centre=read_centre(row["snapshot"]),
        tries=row["tries"],
        postal_code=row["postal_code"],
        parcel=read_parcel(row, tracking_number) if row["shipment_id"] else None,
        number=row["number"],
    )


def read_parcel(row: Row, tracking_number: str) -> Parcel:
    """Read the columns of a shipment."""
    return Parcel(
        shipment_id=row["shipment_id"],
        tracking_number=tracking_number,
        recipient_name=row["recipient_name"],
        city=row["city"],
        province=row["province"],
        delivered_on=row["delivered_on"],
        order_number=row["order_number"],
    )
