"""Erase a shipment: here, and wherever it was announced."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.shipments import ShipmentRecorded

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.shipments import shipment_store as store
from merchant_api.shipments.errors import ShipmentInUse, ShipmentNotFound

log = structlog.get_logger()


async def erase_shipment(
    pool: Pool, merchant_id: UUID, shipment_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Erase it and announce that. Raises ShipmentNotFound, ShipmentInUse if a return needs it."""
    async with pool.transaction() as tx:
        await store.lock_shipments(tx, merchant_id)
        number = await store.find_return_number(tx, merchant_id, shipment_id)
        if number is not None:
            raise ShipmentInUse(number)
        if not await store.delete_shipment(tx, merchant_id, shipment_id):
            raise ShipmentNotFound
        await audit_store.insert_act(
            tx, merchant_id, "shipment.erased", str(shipment_id), actor=actor, at=now
        )
        erased = wire.tombstone(ShipmentRecorded, str(shipment_id), event_id=new_id(), at=now)
        await outbox.append(tx, erased)
    log.info("shipment erased", shipment_id=str(shipment_id))
