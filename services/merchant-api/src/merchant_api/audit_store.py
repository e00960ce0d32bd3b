"""Who did what. Written in the transaction that does it; read by people, when they must know."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.db import Tx

from merchant_api.actors import Actor
from merchant_api.queue.queue_bell import ring_queue


async def insert_acts(
    tx: Tx, merchant_id: UUID, act: str, subjects: Sequence[str], *, actor: Actor, at: datetime
) -> None:
    """Record the same act done to many subjects."""
    sql = """
        INSERT INTO audit (merchant_id, act, subject, actor_kind, actor_id, acted_at)
        SELECT $1, $2, subject, $4, $5, $6
          FROM unnest($3::text[]) AS subject
    """
    await tx.execute(sql, merchant_id, act, subjects, actor.kind, actor.id, at)


async def insert_act(
    tx: Tx, merchant_id: UUID, act: str, subject: str, *, actor: Actor, at: datetime
) -> None:
    """Record that `actor` did `act` (`return.approved`) to `subject`, which is an id."""
    sql = """
        INSERT INTO audit (merchant_id, act, subject, actor_kind, actor_id, acted_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    await tx.execute(sql, merchant_id, act, subject, actor.kind, actor.id, at)
    ring_queue(tx, merchant_id)  # whoever looks on sees at once what somebody did
