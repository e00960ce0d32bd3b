"""The rows of what the carrier saw of parcels."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from labeler.canada_post import TrackingEvent
from labeler.parcels import Sighting, sighting


async def list_sightings(pool: Pool, order_id: UUID) -> set[Sighting]:
    """List the events that are known of a parcel."""
    sql = "SELECT code, happened_at, place FROM parcel_events WHERE order_id = $1"
    rows = await pool.fetch(sql, order_id)
    return {(row["code"], row["happened_at"], row["place"]) for row in rows}


async def insert_event(tx: Tx, order_id: UUID, event: TrackingEvent, at: datetime) -> bool:
    """Keep an event; False if it is known."""
    sql = """
        INSERT INTO parcel_events
               (order_id, code, happened_at, place, stage, description, seen_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (order_id, code, happened_at, place) DO NOTHING
     RETURNING true
    """
    is_new: bool | None = await tx.fetchval(
        sql, order_id, *sighting(event), event.stage, event.description, at
    )
    return bool(is_new)
