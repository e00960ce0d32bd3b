"""Open a return for a customer who wrote or telephoned, and perhaps approve it at once."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from chassis.work import enqueue
from contracts import wire

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.centre.errors import AddressMissing
from merchant_api.clock import Clock
from merchant_api.deciding.approve_return import approve_return
from merchant_api.opening import opening_store as store
from merchant_api.opening.opening import Asked, announce_opening
from merchant_api.returns.errors import (
    AlreadyDecided,
    AlreadyOpen,
    NotNow,
    ParcelUnknown,
    ReturnNotFound,
    ShipmentNotKnown,
)
from merchant_api.shipments.errors import ShipmentNotFound
from merchant_api.shipments.shipment_store import find_shipment

log = structlog.get_logger()

JOB = "approve-opened"


async def open_return(
    pool: Pool,
    merchant_id: UUID,
    shipment_id: UUID,
    asked: Asked,
    *,
    is_approved: bool,
    actor: Actor,
    now: datetime,
) -> UUID:
    """Ask portal-api for the return and give its id. Pressed twice, it is one.

    Raises ShipmentNotFound, AlreadyOpen, OpeningFaulty.
    """
    async with pool.transaction() as tx:
        await store.lock_shipment(tx, merchant_id, shipment_id)
        shipment = await find_shipment(tx, merchant_id, shipment_id)
        if shipment is None:
            raise ShipmentNotFound
        if number := await store.find_standing(tx, merchant_id, shipment_id):
            raise AlreadyOpen(number)
        if coming := await store.find_coming(tx, merchant_id, shipment_id):
            return coming
        settings = await centre_store.get_settings(tx, merchant_id)
        event = announce_opening(asked, shipment, settings, merchant_id, new_id(), now)
        await store.insert_opening(tx, event, actor, is_approved=is_approved)
        await audit_store.insert_act(
            tx, merchant_id, "return.opened", str(event.return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("return opened", return_id=str(event.return_id), by=actor.kind)
    return event.return_id


async def consider_opened(tx: Tx, merchant_id: UUID, return_id: UUID) -> None:
    """Have a return that has come approved once `tx` has committed, if whoever opened it did."""
    opening = await store.find_opening(tx, merchant_id, return_id)
    if opening is not None and opening.is_approved:
        await enqueue(tx, JOB, f"{merchant_id}/{return_id}")


async def approve_opened(pool: Pool, key: str, *, clock: Clock) -> None:
    """Do the job `key`, in the name of whoever opened it. What fails is left to a person."""
    merchant_id, return_id = map(UUID, key.split("/"))
    opening = await store.find_opening(pool, merchant_id, return_id)
    if opening is None:
        return
    try:
        await approve_return(pool, merchant_id, return_id, actor=opening.actor, now=clock())
    except (AlreadyDecided, NotNow):
        return
    except (ReturnNotFound, ShipmentNotKnown, AddressMissing, ParcelUnknown) as error:
        log.warning("not approved at once", return_id=str(return_id), refusal=type(error).__name__)
