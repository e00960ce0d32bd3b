"""What became of returns, as rows: read together, written one by one."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.handling import ReplacementLabelRequested

from merchant_api.actors import Actor
from merchant_api.course.course import (
    Cancellation,
    Closure,
    Course,
    LabelVoid,
    Reception,
    Replacement,
    Resend,
    TakenIn,
)


async def get_course(tx: Tx, merchant_id: UUID, return_id: UUID) -> Course:
    """Read what became of a return that is there."""
    sql = """
        SELECT r.label_generation,
               k.condition, k.note, k.received_at,
               k.actor_kind AS receiver_kind, k.actor_id AS receiver_id,
               k.actor_name AS receiver_name,
               c.closed_at,
               c.actor_kind AS closer_kind, c.actor_id AS closer_id, c.actor_name AS closer_name,
               x.cancelled_by, x.cancelled_at,
               x.actor_kind AS canceller_kind, x.actor_id AS canceller_id,
               x.actor_name AS canceller_name
          FROM returns AS r
          LEFT JOIN receptions AS k
            ON k.return_id = r.return_id AND k.merchant_id = r.merchant_id
          LEFT JOIN closures AS c
            ON c.return_id = r.return_id AND c.merchant_id = r.merchant_id
          LEFT JOIN cancellations AS x
            ON x.return_id = r.return_id AND x.merchant_id = r.merchant_id
         WHERE r.merchant_id = $1
           AND r.return_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, return_id)
    assert row is not None  # noqa: S101  asked for what was just read
    return Course(
        generation=row["label_generation"],
        reception=_reception(row),
        closure=Closure(_actor(row, "closer"), row["closed_at"]) if row["closed_at"] else None,
        cancellation=_cancellation(row),
        voids=await _list_voids(tx, merchant_id, return_id),
        replacements=await _list_replacements(tx, merchant_id, return_id),
        resends=await _list_resends(tx, merchant_id, return_id),
    )


async def insert_reception(
    tx: Tx, merchant_id: UUID, return_id: UUID, reception: Reception
) -> None:
    """Note that the parcel is back. The return's row must be locked, and not received."""
    sql = """
        INSERT INTO receptions
               (return_id, merchant_id, condition, note, actor_kind, actor_id, actor_name,
                received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    actor = reception.actor
    await tx.execute(
        sql,
        return_id,
        merchant_id,
        reception.condition,
        reception.note,
        actor.kind,
        actor.id,
        actor.name,
        reception.received_at,
    )


async def insert_closure(tx: Tx, merchant_id: UUID, return_id: UUID, closure: Closure) -> None:
    """Note that all is done. The return's row must be locked, and not closed."""
    sql = """
        INSERT INTO closures
               (return_id, merchant_id, actor_kind, actor_id, actor_name, closed_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    actor = closure.actor
    await tx.execute(
        sql, return_id, merchant_id, actor.kind, actor.id, actor.name, closure.closed_at
    )


async def insert_cancellation(
    tx: Tx, merchant_id: UUID, return_id: UUID, cancellation: Cancellation
) -> None:
    """Note that the return is off. Its row must be locked, and not cancelled."""
    sql = """
        INSERT INTO cancellations
               (return_id, merchant_id, cancelled_by, actor_kind, actor_id, actor_name,
                cancelled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    """
    actor = cancellation.actor
    await tx.execute(
        sql,
        return_id,
        merchant_id,
        cancellation.cancelled_by,
        actor.kind if actor else None,
        actor.id if actor else None,
        actor.name if actor else None,
        cancellation.cancelled_at,
    )


async def insert_void(tx: Tx, merchant_id: UUID, return_id: UUID, void: LabelVoid) -> None:
    """Note that a label counts no more. The return's row must be locked."""
    sql = """
        INSERT INTO label_voids
               (return_id, generation, merchant_id, cause, actor_name, voided_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    await tx.execute(
        sql, return_id, void.generation, merchant_id, void.cause, void.actor_name, void.voided_at
    )


async def insert_replacement(
    tx: Tx, asked: ReplacementLabelRequested, replacement: Replacement
) -> None:
    """Note that another label was asked for: from now on it counts. The row must be locked."""
    sql = """
        INSERT INTO replacements
               (return_id, generation, merchant_id, asked, actor_kind, actor_id, actor_name,
                requested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    actor = replacement.actor
    await tx.execute(
        sql,
        asked.return_id,
        asked.generation,
        asked.merchant_id,
        asked.model_dump(mode="json", exclude={"reply"}),
        actor.kind,
        actor.id,
        actor.name,
        replacement.requested_at,
    )
    update = """
        UPDATE returns
           SET label_generation = $3
         WHERE merchant_id = $1
           AND return_id = $2
    """
    await tx.execute(update, asked.merchant_id, asked.return_id, asked.generation)


async def insert_resend(tx: Tx, merchant_id: UUID, return_id: UUID, resend: Resend) -> None:
    """Note that a message is sent once more. The return's row must be locked."""
    sql = """
        INSERT INTO resends (resend_id, merchant_id, return_id, template, actor_name, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    await tx.execute(
        sql,
        resend.resend_id,
        merchant_id,
        return_id,
        resend.template,
        resend.actor_name,
        resend.asked_at,
    )


async def list_received(
    pool: Pool, merchant_id: UUID, *, since: datetime, limit: int
) -> list[TakenIn]:
    """List what came back, the last first."""
    sql = """
        SELECT r.number, r.customer_name, k.condition, k.note, k.received_at,
               k.actor_kind AS receiver_kind, k.actor_id AS receiver_id,
               k.actor_name AS receiver_name
          FROM receptions AS k
          JOIN returns AS r ON r.return_id = k.return_id AND r.merchant_id = k.merchant_id
         WHERE k.merchant_id = $1
           AND k.received_at >= $2
         ORDER BY k.received_at DESC, k.return_id DESC
         LIMIT $3
    """
    rows = await pool.fetch(sql, merchant_id, since, limit)
    return [TakenIn(row["number"], row["customer_name"], _got(row)) for row in rows]


async def count_received(pool: Pool, merchant_id: UUID, *, since: datetime) -> int:
    """Count what came back."""
    sql = """
        SELECT count(*) AS received
          FROM receptions
         WHERE merchant_id = $1
           AND received_at >= $2
    """
    row = await pool.fetchrow(sql, merchant_id, since)
    return row["received"] if row else 0


def _reception(row: Row) -> Reception | None:
    return _got(row) if row["received_at"] else None


def _got(row: Row) -> Reception:
    return Reception(row["condition"], row["note"], _actor(row, "receiver"), row["received_at"])


def _cancellation(row: Row) -> Cancellation | None:
    if row["cancelled_at"] is None:
        return None
    actor = _actor(row, "canceller") if row["canceller_kind"] else None
    return Cancellation(row["cancelled_by"], actor, row["cancelled_at"])


def _actor(row: Row, role: str) -> Actor:
    return Actor(row[f"{role}_kind"], row[f"{role}_id"], row[f"{role}_name"])


async def _list_voids(tx: Tx, merchant_id: UUID, return_id: UUID) -> tuple[LabelVoid, ...]:
    sql = """
        SELECT generation, cause, actor_name, voided_at
          FROM label_voids
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY generation
    """
    return tuple(LabelVoid(**row) for row in await tx.fetch(sql, merchant_id, return_id))


async def _list_replacements(tx: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Replacement, ...]:
    sql = """
        SELECT generation, actor_kind, actor_id, actor_name, requested_at
          FROM replacements
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY generation
    """
    return tuple(
        Replacement(
            row["generation"],
            Actor(row["actor_kind"], row["actor_id"], row["actor_name"]),
            row["requested_at"],
        )
        for row in await tx.fetch(sql, merchant_id, return_id)
    )


async def _list_resends(tx: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Resend, ...]:
    sql = """
        SELECT resend_id, template, actor_name, asked_at
          FROM resends
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY asked_at, resend_id
    """
    return tuple(Resend(**row) for row in await tx.fetch(sql, merchant_id, return_id))
