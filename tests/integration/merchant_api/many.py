"""A merchant with very many returns, made by PostgreSQL itself."""

from uuid import UUID

import asyncpg
from chassis.db import Pool
from merchant_api.queue import queue_store
from merchant_api.queue.tabs import MOST_COUNTED
from merchant_api.queue.view import View
from merchant_api.returns.records import Tab

MERCHANT = UUID("01997c4e-7a10-7000-8000-0000000000a1")
ADDRESS = UUID("01997c4e-7a10-7000-8000-0000000000b1")
_FACTS = ("returns", "decisions", "labels", "moves", "shipments")

# Nine in ten are long over; what is open is what a shop of this size has on its desk.
_MERCHANT = "INSERT INTO merchants VALUES ($1, 'benchmark', now())"
_SHIPMENTS = """
    INSERT INTO shipments (shipment_id, merchant_id, version, tracking_number, content, recorded_at)
    SELECT overlay(md5('s' || n) PLACING '7' FROM 13 FOR 1)::uuid, $1, 1,
           (7000000000000000 + n)::text,
           jsonb_build_object('recipient', jsonb_build_object('postal_code', concat(
               substr('GHJ', 1 + n % 3, 1), n % 10, substr('ABCEGHJKLMNPRSTVWXYZ', 1 + n % 20, 1),
               n / 10 % 10, substr('ABCEGHJKLMNPRSTVWXYZ', 1 + n / 20 % 20, 1), n / 7 % 10))),
           now()
      FROM generate_series(1, $2::int) AS n
"""
_RETURNS = """
    INSERT INTO returns (return_id, merchant_id, number, shipment_id, tracking_number, reasons,
                         method, language, customer_name, customer_email, reply, requested_at)
    SELECT overlay(md5('r' || n) PLACING '7' FROM 13 FOR 1)::uuid, $1,
           'RV-' || lpad((n / 1000)::text, 4, '0') || '-' || lpad((n % 1000)::text, 3, '0') || 'K',
           overlay(md5('s' || n) PLACING '7' FROM 13 FOR 1)::uuid, (7000000000000000 + n)::text,
           jsonb_build_array(jsonb_build_object(
               'code', CASE WHEN n % 20000 = 0 THEN 'rare' WHEN n % 3 = 0 THEN 'damaged'
                            ELSE 'too_small' END,
               'words', jsonb_build_object('fr', 'Un motif', 'en', 'A reason'))),
           CASE WHEN n % 4 = 0 THEN 'printed_label' ELSE 'qr_code' END, 'fr',
           CASE WHEN n % 100000 = 0 THEN 'Zoé Rarissime'
                ELSE translate('Prénom' || n % 200 || ' Nom' || n / 200 % 1000,
                               '0123456789', 'abcdefghij') END,
           'camille.exemple' || n || '@example.com', '{}',
           timestamptz '2026-11-20 17:00+00' - ($2::int - n) * interval '1095 days' / $2::int
      FROM generate_series(1, $2::int) AS n
"""
_DECISIONS = """
    INSERT INTO decisions (return_id, merchant_id, verdict, message, actor_kind, actor_name,
                           decided_at, address_id)
    SELECT r.return_id, r.merchant_id, v.verdict,
           CASE WHEN v.verdict = 'declined' THEN 'Non.' END, 'user', 'demi@example.com',
           r.requested_at + interval '1 day', CASE WHEN n % 2 = 0 THEN $3::uuid END
      FROM returns AS r, LATERAL (SELECT substr(r.tracking_number, 2)::bigint AS n) AS t,
           LATERAL (SELECT CASE WHEN n <= $2::int - 8000 THEN 'declined'
                                ELSE 'approved' END) AS v (verdict)
     WHERE r.merchant_id = $1 AND n <= $2::int - 300
"""
_LABELS = """
    INSERT INTO labels (return_id, merchant_id, tracking_pin, qr_opens, created_at)
    SELECT r.return_id, r.merchant_id, '9' || substr(r.tracking_number, 2), 'label', r.requested_at
      FROM returns AS r
     WHERE r.merchant_id = $1 AND substr(r.tracking_number, 2)::bigint <= $2::int - 400
"""
_MOVES = """
    INSERT INTO moves (return_id, event_id, merchant_id, stage, carrier_code, description,
                       happened_at)
    SELECT r.return_id, r.return_id, r.merchant_id,
           CASE WHEN n % 7 = 0 THEN 'delivered' WHEN n % 50 = 0 THEN 'exception'
                ELSE 'in_transit' END, '1', 'x', r.requested_at + interval '2 days'
      FROM returns AS r, LATERAL (SELECT substr(r.tracking_number, 2)::bigint AS n) AS t
     WHERE r.merchant_id = $1 AND n BETWEEN $2::int - 8000 AND $2::int - 2000
"""
_ROWS = """
    INSERT INTO queue_rows (
        return_id, merchant_id, shipment_id, number, tab, state, since_at, requested_at,
        is_labelled, label_failure, stage, is_unreached, method, address_id, postal_code,
        tracking_pin, terms)
    SELECT * FROM queue_facts WHERE merchant_id = $1
"""


async def seed(url: str, returns: int) -> None:
    """Make `returns` of them: 300 to decide, some thousands on their way, the others over."""
    connection = await asyncpg.connect(url)
    try:
        for table in _FACTS:
            await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER refresh_queue")
        await connection.execute(_MERCHANT, MERCHANT)
        for sql, more in (
            (_SHIPMENTS, ()),
            (_RETURNS, ()),
            (_DECISIONS, (ADDRESS,)),
            (_LABELS, ()),
            (_MOVES, ()),
        ):
            await connection.execute(sql, MERCHANT, returns, *more)
        await connection.execute("ANALYZE")
        await connection.execute(_ROWS, MERCHANT)
        for table in _FACTS:
            await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER refresh_queue")
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


async def explain(pool: Pool, view: View, *, limit: int = 51) -> str:
    """Have PostgreSQL tell how it goes about the list of `view`."""
    sql, args = queue_store.list_statement(MERCHANT, view, after=None, limit=limit)
    async with queue_store.viewing(pool) as tx:
        rows = await tx.fetch(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {sql}", *args)
    return "\n".join(row[0] for row in rows)


async def explain_count(pool: Pool, tab: Tab) -> str:
    """Have PostgreSQL tell how it goes about counting what lies under `tab`."""
    async with queue_store.viewing(pool) as tx:
        sql = f"EXPLAIN (COSTS OFF) {queue_store.COUNT_TAB}"
        rows = await tx.fetch(sql, MERCHANT, tab, MOST_COUNTED + 1)
    return "\n".join(row[0] for row in rows)
