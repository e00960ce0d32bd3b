"""The list of returns: where each stands, and how many stand where."""

from uuid import UUID

from chassis.db import Pool, Row
from contracts.returns import Reason

from merchant_api.returns.records import QueueLine, State


async def count_returns(pool: Pool, merchant_id: UUID) -> dict[State, int]:
    """Count the returns of each state; a state without any is missing."""
    sql = """
        SELECT state, count(*) AS returns
          FROM return_states
         WHERE merchant_id = $1
         GROUP BY state
    """
    return {row["state"]: row["returns"] for row in await pool.fetch(sql, merchant_id)}


async def list_oldest(
    pool: Pool, merchant_id: UUID, state: State | None, *, after: UUID | None, limit: int
) -> list[QueueLine]:
    """List returns in the order in which they were asked for, beginning after `after`.

    Their ids are of version 7, so the order of ids is that of time.
    """
    sql = """
        SELECT r.return_id, r.number, r.customer_name, r.reasons, r.method, r.requested_at,
               s.state, s.since_at, s.is_labelled, s.label_failure, s.stage
          FROM return_states AS s
          JOIN returns AS r ON r.return_id = s.return_id
         WHERE s.merchant_id = $1
           AND ($2::text IS NULL OR s.state = $2)
           AND ($3::uuid IS NULL OR s.return_id > $3)
         ORDER BY s.return_id
         LIMIT $4
    """
    return [read_line(row) for row in await pool.fetch(sql, merchant_id, state, after, limit)]


async def list_newest(
    pool: Pool, merchant_id: UUID, state: State | None, *, after: UUID | None, limit: int
) -> list[QueueLine]:
    """List returns, the last one asked for first, beginning after (that is, before) `after`."""
    sql = """
        SELECT r.return_id, r.number, r.customer_name, r.reasons, r.method, r.requested_at,
               s.state, s.since_at, s.is_labelled, s.label_failure, s.stage
          FROM return_states AS s
          JOIN returns AS r ON r.return_id = s.return_id
         WHERE s.merchant_id = $1
           AND ($2::text IS NULL OR s.state = $2)
           AND ($3::uuid IS NULL OR s.return_id < $3)
         ORDER BY s.return_id DESC
         LIMIT $4
    """
    return [read_line(row) for row in await pool.fetch(sql, merchant_id, state, after, limit)]


def read_line(row: Row) -> QueueLine:
    """Make a line of a row that has all of its columns."""
    return QueueLine(
        return_id=row["return_id"],
        number=row["number"],
        customer_name=row["customer_name"],
        reasons=read_reasons(row["reasons"]),
        method=row["method"],
        requested_at=row["requested_at"],
        state=row["state"],
        since_at=row["since_at"],
        is_labelled=row["is_labelled"],
        label_failure=row["label_failure"],
        stage=row["stage"],
    )


def read_reasons(stored: list[object]) -> tuple[Reason, ...]:
    """Read the reasons that were ticked."""
    return tuple(Reason.model_validate(reason) for reason in stored)
