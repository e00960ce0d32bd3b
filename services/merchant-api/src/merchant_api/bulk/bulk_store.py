"""Runs over several returns and what became of each of them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.values import Language

from merchant_api.actors import Actor
from merchant_api.bulk.bulk_records import BulkItem, BulkRun, Chosen, Outcome, Progress, Terms
from merchant_api.queue.queue_store import asked, viewing
from merchant_api.queue.view import View


async def insert_run(tx: Tx, run: BulkRun) -> bool:
    """Add a run; False if it was there."""
    sql = """
        INSERT INTO bulk_runs
               (run_id, merchant_id, act, actor_kind, actor_id, actor_name, language, terms,
                begun_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (run_id) DO NOTHING
     RETURNING run_id
    """
    inserted = await tx.fetchval(
        sql,
        run.run_id,
        run.merchant_id,
        run.act,
        run.actor.kind,
        run.actor.id,
        run.actor.name,
        run.language,
        run.terms.model_dump(),
        run.begun_at,
    )
    return inserted is not None


async def insert_chosen(tx: Tx, merchant_id: UUID, run_id: UUID, return_ids: Sequence[UUID]) -> int:
    """Put these returns of the merchant into the run; return how many there are."""
    sql = """
        INSERT INTO bulk_items (run_id, return_id, merchant_id, position)
        SELECT $2, q.return_id, q.merchant_id, row_number() OVER (ORDER BY c.position)
          FROM unnest($3::uuid[]) WITH ORDINALITY AS c (return_id, position)
          JOIN queue_rows AS q
            ON q.return_id = c.return_id
         WHERE q.merchant_id = $1
            ON CONFLICT (run_id, return_id) DO NOTHING
     RETURNING return_id
    """
    return len(await tx.fetch(sql, merchant_id, run_id, list(dict.fromkeys(return_ids))))


async def insert_view(
    tx: Tx, merchant_id: UUID, run_id: UUID, view: View, *, as_of: datetime, limit: int
) -> int:
    """Put what is to be decided in `view` into the run, but for what was requested after `as_of`.

    One statement: the returns are those of one moment. Return how many there are.
    """
    sql = """
        INSERT INTO bulk_items (run_id, return_id, merchant_id, position)
        SELECT $12, q.return_id, q.merchant_id,
               row_number() OVER (ORDER BY q.since_at, q.return_id)
          FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
         WHERE q.merchant_id = $1
           AND q.tab = 'to_decide'
           AND q.requested_at <= $13
         ORDER BY q.since_at, q.return_id
         LIMIT $14
     RETURNING return_id
    """
    return len(await tx.fetch(sql, *asked(merchant_id, view), run_id, as_of, limit))


async def list_to_decide(
    pool: Pool, merchant_id: UUID, view: View, *, as_of: datetime, limit: int
) -> list[UUID]:
    """List what `insert_view` would put into a run."""
    sql = """
        SELECT q.return_id
          FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
         WHERE q.merchant_id = $1
           AND q.tab = 'to_decide'
           AND q.requested_at <= $12
         LIMIT $13
    """
    async with viewing(pool) as tx:
        rows = await tx.fetch(sql, *asked(merchant_id, view), as_of, limit)
    return [row["return_id"] for row in rows]


async def count_chosen(pool: Pool, merchant_id: UUID, return_ids: Sequence[UUID]) -> Chosen:
    """Count which of these are to be decided, and sum up the last price of each."""
    sql = """
        SELECT count(*) AS count,
               count(p.due_cents) AS priced,
               coalesce(sum(p.due_cents), 0)::bigint AS due_cents
          FROM queue_rows AS q
          LEFT JOIN LATERAL (
               SELECT (a.price ->> 'due_cents')::bigint AS due_cents
                 FROM estimates AS e
                 JOIN estimate_answers AS a
                   ON a.estimate_id = e.estimate_id
                  AND a.merchant_id = e.merchant_id
                WHERE e.return_id = q.return_id
                  AND e.merchant_id = q.merchant_id
                  AND a.price IS NOT NULL
                ORDER BY e.requested_at DESC
                LIMIT 1) AS p ON TRUE
         WHERE q.merchant_id = $1
           AND q.return_id = ANY($2)
           AND q.tab = 'to_decide'
    """
    row = await pool.fetchrow(sql, merchant_id, list(return_ids))
    return Chosen(**dict(row or {}))


async def find_run(pool: Pool, merchant_id: UUID, run_id: UUID) -> BulkRun | None:
    """Find a run of the merchant."""
    sql = """
        SELECT run_id, merchant_id, act, actor_kind, actor_id, actor_name, language, terms, begun_at
          FROM bulk_runs
         WHERE merchant_id = $1
           AND run_id = $2
    """
    row = await pool.fetchrow(sql, merchant_id, run_id)
    return _run(row) if row else None


async def list_runs(
    pool: Pool, merchant_id: UUID, *, before: tuple[datetime, UUID] | None, limit: int
) -> list[BulkRun]:
    """List the runs of the merchant, the last one first, beginning before `before`."""
    sql = """
        SELECT run_id, merchant_id, act, actor_kind, actor_id, actor_name, language, terms, begun_at
          FROM bulk_runs
         WHERE merchant_id = $1
           AND ($2::timestamptz IS NULL OR (begun_at, run_id) < ($2, $3))
         ORDER BY begun_at DESC, run_id DESC
         LIMIT $4
    """
    place = before or (None, None)
    return [_run(row) for row in await pool.fetch(sql, merchant_id, *place, limit)]


async def get_progress(pool: Pool, merchant_id: UUID, run_id: UUID) -> Progress:
    """Count what became of the returns of a run."""
    sql = """
        SELECT count(*) AS total,
               count(*) FILTER (WHERE outcome = 'done') AS done,
               count(*) FILTER (WHERE outcome = 'failed') AS failed,
               count(due_cents) AS priced,
               coalesce(sum(due_cents), 0)::bigint AS due_cents
          FROM bulk_outcomes
         WHERE merchant_id = $1
           AND run_id = $2
    """
    row = await pool.fetchrow(sql, merchant_id, run_id)
    return Progress(**dict(row or {}))


async def list_items(
    pool: Pool,
    merchant_id: UUID,
    run_id: UUID,
    *,
    outcome: Outcome | None,
    after: int,
    limit: int,
) -> list[BulkItem]:
    """List the returns of a run in its order, perhaps of one outcome, after position `after`."""
    sql = """
        SELECT b.return_id, r.number, r.customer_name, b.position,
               q.tab = 'to_decide' AS is_to_decide, b.outcome, b.refusal, b.told, b.due_cents
          FROM bulk_outcomes AS b
          JOIN returns AS r
            ON r.return_id = b.return_id
           AND r.merchant_id = b.merchant_id
          JOIN queue_rows AS q
            ON q.return_id = b.return_id
         WHERE b.merchant_id = $1
           AND b.run_id = $2
           AND ($3::text IS NULL OR b.outcome = $3)
           AND b.position > $4
         ORDER BY b.position
         LIMIT $5
    """
    rows = await pool.fetch(sql, merchant_id, run_id, outcome, after, limit)
    return [BulkItem(**dict(row)) for row in rows]


async def find_next(pool: Pool, merchant_id: UUID, run_id: UUID) -> tuple[UUID, Language] | None:
    """Find the next return that nothing was done to, and the language of its customer."""
    sql = """
        SELECT b.return_id, r.language
          FROM bulk_items AS b
          JOIN returns AS r
            ON r.return_id = b.return_id
           AND r.merchant_id = b.merchant_id
         WHERE b.merchant_id = $1
           AND b.run_id = $2
           AND b.outcome IS NULL
         ORDER BY b.position
         LIMIT 1
    """
    row = await pool.fetchrow(sql, merchant_id, run_id)
    return (row["return_id"], row["language"]) if row else None


async def settle_item(
    tx: Tx,
    merchant_id: UUID,
    run_id: UUID,
    return_id: UUID,
    *,
    outcome: Outcome,
    refusal: str | None,
    estimate_id: UUID | None,
    now: datetime,
) -> None:
    """Write what became of one return, once."""
    sql = """
        UPDATE bulk_items
           SET outcome = $4,
               refusal = $5,
               estimate_id = $6,
               settled_at = $7
         WHERE merchant_id = $1
           AND run_id = $2
           AND return_id = $3
           AND outcome IS NULL
    """
    await tx.execute(sql, merchant_id, run_id, return_id, outcome, refusal, estimate_id, now)


def _run(row: Row) -> BulkRun:
    return BulkRun(
        run_id=row["run_id"],
        merchant_id=row["merchant_id"],
        act=row["act"],
        actor=Actor(row["actor_kind"], row["actor_id"], row["actor_name"]),
        language=row["language"],
        terms=Terms.model_validate(row["terms"]),
        begun_at=row["begun_at"],
    )
