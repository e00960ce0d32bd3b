"""A view of the queue as CSV, written as it is read: however long, it is never held whole.

It is read page by page, each in its own short transaction, by the cursor that pages go by: a cursor
of the database would hold a connection, and old rows, for as long as somebody's download takes.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from chassis.db import Pool, Row
from chassis.words import Words

from merchant_api.actors import Actor
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.words import actor_name
from merchant_api.queue import csv_store, queue_store
from merchant_api.queue.csv_cells import BOM, line
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.statuses import decision_status, parcel_status
from merchant_api.queue.view import View
from merchant_api.returns.records import QueueLine

_ROWS: Final = 500
_ZONE: Final = ZoneInfo("America/Toronto")
_COLUMNS: Final = (
    "number",
    "queue",
    "decision",
    "parcel",
    "since",
    "requested",
    "name",
    "email",
    "language",
    "postal-code",
    "tracking-number",
    "tracking-pin",
    "reasons",
    "comment",
    "method",
    "cost",
    "decided",
    "decided-by",
    "message",
    "address",
)


async def write_csv(
    pool: Pool, merchant_id: UUID, view: View, settings: CentreSettings, words: Words
) -> AsyncIterator[bytes]:
    """Write heading and rows in the order of the view."""
    yield (BOM + line(words(f"csv-{column}") for column in _COLUMNS)).encode()
    after: Cursor | None = None
    while True:
        async with queue_store.viewing(pool) as tx:
            lines = await queue_store.list_view(tx, merchant_id, view, after=after, limit=_ROWS)
            ids = [it.return_id for it in lines]
            details = await csv_store.list_details(tx, merchant_id, ids)
        if lines:
            rows = (_cells(it, details[it.return_id], settings, words) for it in lines)
            yield "".join(map(line, rows)).encode()
        if len(lines) < _ROWS:
            return
        after = queue_store.cursor_of(view, lines[-1])


def _cells(it: QueueLine, more: Row, settings: CentreSettings, words: Words) -> tuple[str, ...]:
    """Write the cells of one return, in the order of _COLUMNS."""
    parcel = parcel_status(it, words)
    address = settings.find_address(more["address_id"])
    cents = more["due_cents"]
    return (
        it.number,
        words(f"tab-{it.tab}"),
        decision_status(it, words).text,
        parcel.text if parcel else "",
        _moment(it.since_at),
        _moment(it.requested_at),
        it.customer_name,
        more["customer_email"],
        more["language"],
        more["postal_code"] or "",
        more["tracking_number"],
        more["tracking_pin"] or "",
        "; ".join(getattr(reason.words, words.language) for reason in it.reasons),
        more["comment"] or "",
        words(f"method-{it.method}"),
        "" if cents is None else f"{cents // 100}.{cents % 100:02}",
        _moment(more["decided_at"]),
        _who(more, words),
        more["message"] or "",
        f"{address.address.name}, {address.address.city}" if address else "",
    )


def _moment(at: datetime | None) -> str:
    """Write a moment so that spreadsheets can sort it, in the time of the merchant."""
    return at.astimezone(_ZONE).strftime("%Y-%m-%d %H:%M") if at else ""


def _who(row: Row, words: Words) -> str:
    if row["verdict"] is None:
        return ""
    return actor_name(Actor(row["actor_kind"], row["actor_id"], row["actor_name"]), words)
