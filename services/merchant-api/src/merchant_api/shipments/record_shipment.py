"""Take note of a parcel that a merchant sent, or of what has changed about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from contracts import wire
from contracts.shipments import ShipmentRecorded

from merchant_api.shipments import shipment_store
from merchant_api.shipments.records import Shipment, ShipmentContent

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Recorded:
    """The shipment as it is known now, and what came of it being told."""

    shipment: Shipment
    outcome: Literal["new", "changed", "unchanged"]


async def record_shipment(
    pool: Pool, merchant_id: UUID, tracking_number: str, content: ShipmentContent, *, now: datetime
) -> Recorded:
    """Record the shipment with this tracking number. What is already so is announced no more."""
    async with pool.transaction() as tx:
        recorded = await put_shipment(tx, merchant_id, tracking_number, content, now=now)
    if recorded.outcome != "unchanged":
        log.info(
            "shipment recorded",
            shipment_id=str(recorded.shipment.shipment_id),
            version=recorded.shipment.version,
        )
    return recorded


async def put_shipment(
    tx: Tx, merchant_id: UUID, tracking_number: str, content: ShipmentContent, *, now: datetime
) -> Recorded:
    """Record the shipment as part of `tx`."""
    shipment = Shipment(new_id(), 1, tracking_number, content)
    if not await shipment_store.insert_shipment(tx, merchant_id, shipment, now):
        return await _change(tx, merchant_id, tracking_number, content, now)
    await _announce(tx, merchant_id, shipment, now)
    return Recorded(shipment, "new")


async def _change(
    tx: Tx, merchant_id: UUID, tracking_number: str, content: ShipmentContent, now: datetime
) -> Recorded:
    known = await shipment_store.lock_shipment(tx, merchant_id, tracking_number)
    if known.content == content:
        return Recorded(known, "unchanged")
    changed = replace(known, version=known.version + 1, content=content)
    await shipment_store.update_shipment(tx, merchant_id, changed, now)
    await _announce(tx, merchant_id, changed, now)
    return Recorded(changed, "changed")


async def _announce(tx: Tx, merchant_id: UUID, shipment: Shipment, now: datetime) -> None:
    content = shipment.content
    event = ShipmentRecorded(
        shipment_id=shipment.shipment_id,
        merchant_id=merchant_id,
        version=shipment.version,
        tracking_number=shipment.tracking_number,
        recipient=content.recipient,
        email=content.email,
        language=content.language,
        parcel=content.parcel,
        order_number=content.order_number,
        shipped_on=content.shipped_on,
        delivered_on=content.delivered_on,
        recorded_at=now,
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
