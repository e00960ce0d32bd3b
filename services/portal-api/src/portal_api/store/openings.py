"""Returns that stores open for customers: kept as announced, until each is made or refused."""

from datetime import datetime
from uuid import UUID

from chassis.db import Tx
from contracts.centres import CentreConfigured
from contracts.handling import ReturnOpenedForCustomer

from portal_api.store.centres import read_centre


async def insert_opening(tx: Tx, event: ReturnOpenedForCustomer) -> bool:
    """Keep what a store wants; False if it is known."""
    sql = """
        INSERT INTO openings (return_id, merchant_id, announced)
        VALUES ($1, $2, $3)
            ON CONFLICT (return_id) DO NOTHING
     RETURNING true
    """
    announced = event.model_dump(mode="json")
    return bool(await tx.fetchval(sql, event.return_id, event.merchant_id, announced))


async def lock_unanswered(tx: Tx, return_id: UUID) -> ReturnOpenedForCustomer | None:
    """Lock what a store wants, unless it is answered: two workers answer it once."""
    sql = """
        SELECT announced
          FROM openings
         WHERE return_id = $1 AND answered_at IS NULL
           FOR UPDATE
    """
    row = await tx.fetchrow(sql, return_id)
    if row is None:
        return None
    return ReturnOpenedForCustomer.model_validate(row["announced"], extra="ignore")


async def update_answered(tx: Tx, return_id: UUID, at: datetime) -> None:
    """Note that it is answered, and forget what was in it: the return has it now."""
    sql = """
        UPDATE openings
           SET answered_at = $2, announced = '{}'
         WHERE return_id = $1
    """
    await tx.execute(sql, return_id, at)


async def find_centre_of(tx: Tx, merchant_id: UUID) -> CentreConfigured | None:
    """Read the newest snapshot of a merchant's centre."""
    row = await tx.fetchrow("SELECT snapshot FROM centres WHERE merchant_id = $1", merchant_id)
    return read_centre(row["snapshot"]) if row else None


async def lock_parcel(tx: Tx, shipment_id: UUID) -> str | None:
    """Lock the parcel until commit, and return the number of a return that is open for it.

    Whoever sends a draft locks it as well. A parcel that is not known here cannot be drafted for;
    of two openings for it at once, the index lets one in, and the other is tried again.
    """
    await tx.execute("SELECT FROM shipments WHERE shipment_id = $1 FOR UPDATE", shipment_id)
    sql = "SELECT number FROM returns WHERE shipment_id = $1 AND cancelled_at IS NULL"
    number: str | None = await tx.fetchval(sql, shipment_id)
    return number
