"""The list of returns: a view of it page by page, and how many there are."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.returns import Reason

from merchant_api.queue.cursor import Cursor
from merchant_api.queue.tabs import MOST_COUNTED, TABS
from merchant_api.queue.view import View
from merchant_api.returns.records import QueueLine, Tab

NEWEST_FIRST: Final[frozenset[Tab]] = frozenset({"closed"})
"""Elsewhere whoever waits longest comes first."""


async def count_to_decide(pool: Pool, merchant_id: UUID) -> int:
    """Count the requests that wait for a decision, up to one more than MOST_COUNTED."""
    row = await pool.fetchrow(COUNT_TAB, merchant_id, "to_decide", MOST_COUNTED + 1)
    return row["returns"] if row else 0


async def count_tabs(tx: Tx, merchant_id: UUID, view: View) -> dict[Tab, int]:
    """Count what lies under each tab of what `view` is narrowed to, up to one above what it says.

    Each count stops there, so that all of them together cost the same at any size.
    """
    most = view.most_counted + 1
    if not view.is_narrowed:
        return {tab: await tx.fetchval(COUNT_TAB, merchant_id, tab, most) for tab in TABS}
    return {
        tab: await tx.fetchval(_COUNT_NARROWED, *asked(merchant_id, view.under(tab)), most)
        for tab in TABS
    }


COUNT_TAB: Final = """
        SELECT count(*) AS returns
          FROM (SELECT
                  FROM queue_rows
                 WHERE merchant_id = $1
                   AND tab = $2
                 ORDER BY since_at
                 LIMIT $3) AS found
    """
"""In the order of the index: without one the planner may read the table from its beginning."""

_COUNT_NARROWED: Final = """
        SELECT count(*) AS returns
          FROM (SELECT
                  FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
                 WHERE q.merchant_id = $1
                 LIMIT $12) AS found
    """
"""In no order: what comes from the index of words would have to be found whole to be sorted."""


async def count_new(
    tx: Tx, merchant_id: UUID, view: View, *, since: datetime, shown: Sequence[str], most: int
) -> int:
    """Count what came into `view` after `since` and is not among the numbers `shown`."""
    sql = """
        SELECT count(*) AS returns
          FROM (SELECT
                  FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
                 WHERE q.merchant_id = $1
                   AND CASE WHEN $2 IS NULL THEN q.requested_at ELSE q.since_at END > $12
                   AND q.number <> ALL($13::text[])
                 LIMIT $14) AS found
    """
    count: int = await tx.fetchval(sql, *asked(merchant_id, view), since, shown, most)
    return count


async def list_numbered(tx: Tx, merchant_id: UUID, numbers: Sequence[str]) -> list[QueueLine]:
    """List the returns of these numbers, in no order."""
    sql = """
        SELECT q.return_id, q.number, q.method, q.requested_at, q.state, q.tab, q.since_at,
               q.is_labelled, q.label_failure, q.stage, q.version, r.customer_name, r.reasons
          FROM returns AS r
          JOIN queue_rows AS q
            ON q.return_id = r.return_id
         WHERE r.merchant_id = $1
           AND r.number = ANY($2)
    """
    return [read_line(row) for row in await tx.fetch(sql, merchant_id, numbers)]


async def list_view(
    tx: Tx, merchant_id: UUID, view: View, *, after: Cursor | None, limit: int
) -> list[QueueLine]:
    """List what `view` shows, beginning after `after`."""
    sql, args = list_statement(merchant_id, view, after=after, limit=limit)
    return [read_line(row) for row in await tx.fetch(sql, *args)]


def list_statement(
    merchant_id: UUID, view: View, *, after: Cursor | None, limit: int
) -> tuple[str, tuple[object, ...]]:
    """Return the statement of `list_view` with its values.

    One tab goes by how long it has been so, the longest first, but for NEWEST_FIRST; all tabs
    together go by the day of the request, the last one first.
    """
    of_one = _NEWEST if view.tab in NEWEST_FIRST else _OLDEST
    sql = _ALL if view.tab is None else of_one
    place = (after.at, after.return_id) if after else (None, None)
    return sql, (*asked(merchant_id, view), *place, limit)


def cursor_of(view: View, line: QueueLine) -> Cursor:
    """Mark the place of `line`, as the last one of a page of `view`."""
    return Cursor(line.requested_at if view.tab is None else line.since_at, line.return_id)


@asynccontextmanager
async def viewing(pool: Pool) -> AsyncIterator[Tx]:
    """Read views in one transaction, each statement planned for what is asked this time.

    A plan for any view would have to suit all of them: it would read a whole tab for one name.
    """
    async with pool.transaction() as tx:
        await tx.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        yield tx


_OLDEST: Final = """
        SELECT q.*, r.customer_name, r.reasons
          FROM (SELECT q.return_id, q.number, q.method, q.requested_at, q.state, q.tab, q.since_at,
                       q.is_labelled, q.label_failure, q.stage, q.version
                  FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
                 WHERE ($12::timestamptz IS NULL OR (q.since_at, q.return_id) > ($12, $13))
                 ORDER BY q.since_at, q.return_id
                 LIMIT $14) AS q
          JOIN returns AS r
            ON r.return_id = q.return_id
           AND r.merchant_id = $1
         ORDER BY q.since_at, q.return_id
    """


_NEWEST: Final = """
        SELECT q.*, r.customer_name, r.reasons
          FROM (SELECT q.return_id, q.number, q.method, q.requested_at, q.state, q.tab, q.since_at,
                       q.is_labelled, q.label_failure, q.stage, q.version
                  FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
                 WHERE ($12::timestamptz IS NULL OR (q.since_at, q.return_id) < ($12, $13))
                 ORDER BY q.since_at DESC, q.return_id DESC
                 LIMIT $14) AS q
          JOIN returns AS r
            ON r.return_id = q.return_id
           AND r.merchant_id = $1
         ORDER BY q.since_at DESC, q.return_id DESC
    """


_ALL: Final = """
        SELECT q.*, r.customer_name, r.reasons
          FROM (SELECT q.return_id, q.number, q.method, q.requested_at, q.state, q.tab, q.since_at,
                       q.is_labelled, q.label_failure, q.stage, q.version
                  FROM queue_view($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS q
                 WHERE ($12::timestamptz IS NULL OR (q.requested_at, q.return_id) < ($12, $13))
                 ORDER BY q.requested_at DESC, q.return_id DESC
                 LIMIT $14) AS q
          JOIN returns AS r
            ON r.return_id = q.return_id
           AND r.merchant_id = $1
         ORDER BY q.requested_at DESC, q.return_id DESC
    """


def asked(merchant_id: UUID, view: View) -> tuple[object, ...]:
    """Give the values of `queue_view($1, …, $11)`."""
    return (
        merchant_id,
        view.tab,
        view.words,
        view.reason,
        view.method or "",
        view.address_id,
        view.state or "",
        view.begins_at,
        view.ends_at,
        view.run_id,
        view.part,
    )


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
        tab=row["tab"],
        since_at=row["since_at"],
        is_labelled=row["is_labelled"],
        label_failure=row["label_failure"],
        stage=row["stage"],
        version=row["version"],
    )


def read_reasons(stored: list[object]) -> tuple[Reason, ...]:
    """Read the reasons that were ticked."""
    return tuple(Reason.model_validate(reason) for reason in stored)
