"""Deciding on a return: its row locked, its decision written once."""

from uuid import UUID

from chassis.db import Row, Tx
from contracts.values import Reply

from merchant_api.actors import Actor
from merchant_api.deciding.decision import Decision, Terms
from merchant_api.returns.records import PendingReturn
from merchant_api.shipments import shipment_store


async def lock_return(tx: Tx, merchant_id: UUID, return_id: UUID) -> PendingReturn | None:
    """Lock the row until commit, so that two clicks cannot both decide it.

    The decision is read by a statement of its own, after the lock: one that joined it would still
    see what was there before it had to wait.
    """
    sql = """
        SELECT return_id, merchant_id, number, method, customer_name, reply, shipment_id
          FROM returns
         WHERE merchant_id = $1
           AND return_id = $2
           FOR UPDATE
    """
    row = await tx.fetchrow(sql, merchant_id, return_id)
    if row is None:
        return None
    return PendingReturn(
        return_id=row["return_id"],
        merchant_id=row["merchant_id"],
        number=row["number"],
        method=row["method"],
        customer_name=row["customer_name"],
        reply=Reply.model_validate(row["reply"]),
        decision=await find_decision(tx, merchant_id, return_id),
        shipment=await shipment_store.find_shipment(tx, merchant_id, row["shipment_id"]),
        is_cancelled=await _is_cancelled(tx, merchant_id, return_id),
    )


async def _is_cancelled(tx: Tx, merchant_id: UUID, return_id: UUID) -> bool:
    sql = "SELECT EXISTS (SELECT FROM cancellations WHERE merchant_id = $1 AND return_id = $2)"
    return bool(await tx.fetchval(sql, merchant_id, return_id))


async def find_decision(tx: Tx, merchant_id: UUID, return_id: UUID) -> Decision | None:
    """Find what was decided."""
    sql = """
        SELECT return_id, verdict, message, actor_kind, actor_id, actor_name, decided_at, terms,
               decline_reason
          FROM decisions
         WHERE merchant_id = $1
           AND return_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, return_id)
    return read_decision(row) if row else None


async def insert_decision(tx: Tx, merchant_id: UUID, decision: Decision) -> None:
    """Write the decision. The return's row must be locked, and undecided."""
    sql = """
        INSERT INTO decisions
               (return_id, merchant_id, verdict, message,
                actor_kind, actor_id, actor_name, decided_at, address_id, terms,
                decline_reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """
    actor, terms = decision.actor, decision.terms
    await tx.execute(
        sql,
        decision.return_id,
        merchant_id,
        decision.verdict,
        decision.message,
        actor.kind,
        actor.id,
        actor.name,
        decision.decided_at,
        terms.address_id if terms else None,
        terms.model_dump(mode="json") if terms else None,
        decision.decline_reason,
    )


def read_decision(row: Row) -> Decision:
    """Make a decision of a row that has all of its columns."""
    actor = Actor(row["actor_kind"], row["actor_id"], row["actor_name"])
    return Decision(
        row["return_id"],
        row["verdict"],
        row["message"],
        actor,
        row["decided_at"],
        terms=Terms.model_validate(row["terms"], extra="ignore") if row["terms"] else None,
        decline_reason=row["decline_reason"],
    )
