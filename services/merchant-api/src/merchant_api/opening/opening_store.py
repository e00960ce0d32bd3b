"""Returns that were opened for customers, as rows: what was asked, and what came of it."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.handling import ReturnOpenedForCustomer
from contracts.returns import ReturnNotOpened

from merchant_api.actors import Actor
from merchant_api.opening.opening import Opening, Progress


async def lock_shipment(tx: Tx, merchant_id: UUID, shipment_id: UUID) -> bool:
    """Lock the shipment until commit: two people open one return for it, not two."""
    sql = "SELECT true FROM shipments WHERE merchant_id = $1 AND shipment_id = $2 FOR UPDATE"
    return bool(await tx.fetchval(sql, merchant_id, shipment_id))


async def find_standing(tx: Tx, merchant_id: UUID, shipment_id: UUID) -> str | None:
    """Find the number of a return that stands for a shipment, and is not called off."""
    sql = """
        SELECT r.number
          FROM returns AS r
         WHERE r.merchant_id = $1
           AND r.shipment_id = $2
           AND NOT EXISTS (
                   SELECT FROM cancellations AS x
                    WHERE x.return_id = r.return_id AND x.merchant_id = $1
               )
         LIMIT 1
    """
    number: str | None = await tx.fetchval(sql, merchant_id, shipment_id)
    return number


async def find_coming(tx: Tx, merchant_id: UUID, shipment_id: UUID) -> UUID | None:
    """Find what was opened for a shipment and has no answer yet."""
    sql = """
        SELECT o.return_id
          FROM openings AS o
         WHERE o.merchant_id = $1
           AND o.asked ->> 'shipment_id' = $2::uuid::text
           AND NOT EXISTS (SELECT FROM returns WHERE return_id = o.return_id)
           AND NOT EXISTS (SELECT FROM opening_refusals WHERE return_id = o.return_id)
         LIMIT 1
    """
    return_id: UUID | None = await tx.fetchval(sql, merchant_id, shipment_id)
    return return_id


async def insert_opening(
    tx: Tx, asked: ReturnOpenedForCustomer, actor: Actor, *, is_approved: bool
) -> None:
    """Note what was asked for, by whom, and whether it is approved already."""
    sql = """
        INSERT INTO openings
               (return_id, merchant_id, asked, is_approved, actor_kind, actor_id, actor_name,
                opened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    await tx.execute(
        sql,
        asked.return_id,
        asked.merchant_id,
        asked.model_dump(mode="json", include={"shipment_id", "tracking_number"}),
        is_approved,
        actor.kind,
        actor.id,
        actor.name,
        asked.opened_at,
    )


async def insert_refusal(tx: Tx, event: ReturnNotOpened) -> None:
    """Note that it was not made, and why."""
    sql = """
        INSERT INTO opening_refusals (return_id, merchant_id, cause, number, refused_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (return_id) DO NOTHING
    """
    at: datetime = event.refused_at
    await tx.execute(sql, event.return_id, event.merchant_id, event.cause, event.number, at)


async def find_opening(connection: Tx | Pool, merchant_id: UUID, return_id: UUID) -> Opening | None:
    """Read what was opened, and how far it has come."""
    sql = """
        SELECT o.return_id, o.is_approved, o.actor_kind, o.actor_id, o.actor_name,
               r.number, f.number AS other, f.return_id IS NOT NULL AS is_refused
          FROM openings AS o
          LEFT JOIN returns AS r ON r.return_id = o.return_id AND r.merchant_id = o.merchant_id
          LEFT JOIN opening_refusals AS f
            ON f.return_id = o.return_id AND f.merchant_id = o.merchant_id
         WHERE o.merchant_id = $1
           AND o.return_id = $2
    """
    row = await connection.fetchrow(sql, merchant_id, return_id)
    return _read(row) if row else None


def _read(row: Row) -> Opening:
    progress: Progress = "coming"
    if row["number"] is not None:
        progress = "there"
    elif row["is_refused"]:
        progress = "refused"
    return Opening(
        return_id=row["return_id"],
        progress=progress,
        number=row["number"] or row["other"],
        is_approved=row["is_approved"],
        actor=Actor(row["actor_kind"], row["actor_id"], row["actor_name"]),
    )
