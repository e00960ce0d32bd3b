"""The rows of estimates and their answers."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.decisions import EstimateRequested
from contracts.labels import CostEstimated, EstimateFailed


async def insert_estimate(tx: Tx, requested: EstimateRequested) -> bool:
    """Keep what was asked; tell whether it is new."""
    sql = """
        INSERT INTO estimates (estimate_id, return_id, merchant_id, requested)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (estimate_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql,
        requested.estimate_id,
        requested.return_id,
        requested.merchant_id,
        requested.model_dump(mode="json"),
    )
    return bool(is_new)


async def find_open_estimate(pool: Pool, estimate_id: UUID) -> EstimateRequested | None:
    """Find an estimate that has no answer."""
    sql = """
        SELECT e.requested
          FROM estimates AS e
          LEFT JOIN estimate_answers AS a ON a.estimate_id = e.estimate_id
         WHERE e.estimate_id = $1
           AND a.estimate_id IS NULL
    """
    row = await pool.fetchrow(sql, estimate_id)
    return EstimateRequested.model_validate(row["requested"], extra="ignore") if row else None


async def insert_answer(tx: Tx, answer: CostEstimated | EstimateFailed, at: datetime) -> bool:
    """Keep the answer, unless there is one; tell whether it was kept.

    An answer written at the same moment is waited for, so that one alone is announced.
    """
    sql = """
        INSERT INTO estimate_answers (estimate_id, outcome, announced, answered_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (estimate_id) DO NOTHING
     RETURNING true
    """
    outcome = "quoted" if isinstance(answer, CostEstimated) else "refused"
    announced = answer.model_dump(mode="json")
    is_first: bool | None = await tx.fetchval(sql, answer.estimate_id, outcome, announced, at)
    return bool(is_first)
