"""Today's numbers: how many returns wait for somebody, and since when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool

from merchant_api.queue.tabs import MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Today:
    """Each count stops one above MOST_COUNTED, so that it costs the same at any size."""

    waiting: int
    problems: int
    in_transit: int
    to_receive: int
    waiting_since: datetime | None
    """When the oldest request that waits was made."""
    is_first_return_asked: bool


async def read_today(pool: Pool, merchant_id: UUID) -> Today:
    """Read the numbers from the rows of the queue: the only place that knows of them here.

    Each part asks in the order of an index. Without an order the planner, told of a limit, reads
    the table from its beginning, and may have to read all of it.
    """
    sql = """
        SELECT (SELECT count(*)
                  FROM (SELECT FROM queue_rows
                         WHERE merchant_id = $1 AND tab = 'to_decide'
                         ORDER BY since_at LIMIT $2) AS q) AS waiting,
               (SELECT count(*)
                  FROM (SELECT FROM queue_rows
                         WHERE merchant_id = $1 AND tab = 'problems'
                         ORDER BY since_at LIMIT $2) AS q) AS problems,
               (SELECT count(*)
                  FROM (SELECT FROM queue_rows
                         WHERE merchant_id = $1 AND tab = 'in_transit'
                         ORDER BY since_at LIMIT $2) AS q) AS in_transit,
               (SELECT count(*)
                  FROM (SELECT FROM queue_rows
                         WHERE merchant_id = $1 AND tab = 'to_receive'
                         ORDER BY since_at LIMIT $2) AS q) AS to_receive,
               (SELECT since_at
                  FROM queue_rows
                 WHERE merchant_id = $1 AND tab = 'to_decide'
                 ORDER BY since_at
                 LIMIT 1) AS waiting_since,
               (SELECT requested_at
                  FROM queue_rows
                 WHERE merchant_id = $1
                 ORDER BY requested_at
                 LIMIT 1) IS NOT NULL AS is_first_return_asked
    """
    row = await pool.fetchrow(sql, merchant_id, MOST_COUNTED + 1)
    assert row is not None  # noqa: S101  a SELECT without FROM has one row
    return Today(**row)
