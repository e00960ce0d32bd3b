"""The rows of trials of accounts, and their answers."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.checks import CarrierChecked, CarrierCheckRequested


async def insert_check(tx: Tx, requested: CarrierCheckRequested) -> bool:
    """Keep what was asked; tell whether it is new."""
    sql = """
        INSERT INTO account_checks (check_id, merchant_id, requested)
        VALUES ($1, $2, $3)
            ON CONFLICT (check_id) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, requested.check_id, requested.merchant_id, requested.model_dump(mode="json")
    )
    return bool(is_new)


async def find_open_check(pool: Pool, check_id: UUID) -> CarrierCheckRequested | None:
    """Find a trial that has no answer."""
    sql = """
        SELECT c.requested
          FROM account_checks AS c
          LEFT JOIN check_answers AS a ON a.check_id = c.check_id
         WHERE c.check_id = $1
           AND a.check_id IS NULL
    """
    row = await pool.fetchrow(sql, check_id)
    return CarrierCheckRequested.model_validate(row["requested"], extra="ignore") if row else None


async def insert_answer(tx: Tx, answer: CarrierChecked, at: datetime) -> bool:
    """Keep the answer, unless there is one, and forget the box; tell whether it was kept."""
    sql = """
        INSERT INTO check_answers (check_id, announced, answered_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (check_id) DO NOTHING
     RETURNING true
    """
    is_first: bool | None = await tx.fetchval(
        sql, answer.check_id, answer.model_dump(mode="json"), at
    )
    sql = "UPDATE account_checks SET requested = requested - 'sealed' WHERE check_id = $1"
    await tx.execute(sql, answer.check_id)
    return bool(is_first)
