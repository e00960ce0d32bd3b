"""The list of shipments: newest first, perhaps only those that are searched for."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from chassis.db import Pool, Row

from merchant_api.shipments.records import Shipment
from merchant_api.shipments.search_terms import query_of
from merchant_api.shipments.shipment_store import read_shipment

_WALKED: Final = 3_000
"""The newest shipments that are looked through one by one, before the index is asked."""


@dataclass(frozen=True, slots=True)
class ShipmentLine:
    """A shipment in the list, with the number of its return, if there is one."""

    shipment: Shipment
    return_number: str | None


async def list_newest(
    pool: Pool, merchant_id: UUID, *, after: UUID | None, limit: int
) -> list[ShipmentLine]:
    """List shipments, the last one recorded first, beginning after (that is, before) `after`.

    Their ids are of version 7, so the order of ids is that of time. `NULLS LAST`, though none is
    null, names the index `shipments_newest`: the primary key would go over all merchants' rows.
    """
    sql = """
        SELECT s.shipment_id, s.version, s.tracking_number, s.content,
               (SELECT r.number FROM returns AS r
                 WHERE r.merchant_id = s.merchant_id AND r.shipment_id = s.shipment_id
                 LIMIT 1) AS return_number
          FROM shipments AS s
         WHERE s.merchant_id = $1
           AND s.shipment_id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
         ORDER BY s.shipment_id DESC NULLS LAST
         LIMIT $3
    """
    return [_line(row) for row in await pool.fetch(sql, merchant_id, after, limit)]


async def search_newest(
    pool: Pool, merchant_id: UUID, typed: str, *, after: UUID | None, limit: int
) -> list[ShipmentLine]:
    """List those that hold what was typed, newest first.

    What nearly every shipment holds (the first digits of its number) is found among the newest;
    what few hold is found by the index. Asking the index for the former would sort a million rows.
    """
    query = query_of(typed)
    if query is None:
        return []
    among_newest = """
        SELECT s.shipment_id, s.version, s.tracking_number, s.content,
               (SELECT r.number FROM returns AS r
                 WHERE r.merchant_id = s.merchant_id AND r.shipment_id = s.shipment_id
                 LIMIT 1) AS return_number
          FROM (SELECT merchant_id, shipment_id, version, tracking_number, content, search
                  FROM shipments
                 WHERE merchant_id = $1
                   AND shipment_id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                 ORDER BY shipment_id DESC NULLS LAST
                 LIMIT $5) AS s
         WHERE s.search @@ $4::text::tsquery
         ORDER BY s.shipment_id DESC NULLS LAST
         LIMIT $3
    """
    rows = await pool.fetch(among_newest, merchant_id, after, limit, query, _WALKED)
    if len(rows) < limit:
        rows = await pool.fetch(_BY_INDEX, merchant_id, after, limit, query)
    return [_line(row) for row in rows]


# Materialized, so that the planner asks the index, whatever it guesses of the words.
_BY_INDEX: Final = """
    WITH found AS MATERIALIZED (
        SELECT shipment_id
          FROM shipments
         WHERE merchant_id = $1
           AND search @@ $4::text::tsquery
    )
    SELECT s.shipment_id, s.version, s.tracking_number, s.content,
           (SELECT r.number FROM returns AS r
             WHERE r.merchant_id = s.merchant_id AND r.shipment_id = s.shipment_id
             LIMIT 1) AS return_number
      FROM (SELECT shipment_id
              FROM found
             WHERE shipment_id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
             ORDER BY shipment_id DESC
             LIMIT $3) AS page
      JOIN shipments AS s ON s.shipment_id = page.shipment_id AND s.merchant_id = $1
     ORDER BY s.shipment_id DESC
"""


def _line(row: Row) -> ShipmentLine:
    return ShipmentLine(read_shipment(row), row["return_number"])
