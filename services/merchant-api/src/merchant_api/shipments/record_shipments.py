"""Take note of parcels that a merchant sent, or of what has changed about them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from contracts import wire
from contracts.shipments import ShipmentRecorded

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.shipments import shipment_store as store
from merchant_api.shipments.errors import (
    ReferenceTaken,
    ShipmentChangedMeanwhile,
    ShipmentNotFound,
    TrackingNumberTaken,
)
from merchant_api.shipments.ledger import Ledger, Recorded, Told
from merchant_api.shipments.records import Shipment

log = structlog.get_logger()

Result = Recorded | TrackingNumberTaken | ReferenceTaken


async def record_shipments(
    pool: Pool, merchant_id: UUID, told: Sequence[Told], *, actor: Actor, now: datetime
) -> list[Result]:
    """Record the shipments, each as far as it can be; one that is refused spoils no other.

    The answer has an item for each told. What is already so is announced no more.
    """
    async with pool.transaction(within_s=15) as tx:
        results = await put_shipments(tx, merchant_id, told, now=now)
        touched = [
            str(it.shipment.shipment_id)
            for it in results
            if isinstance(it, Recorded) and it.outcome != "unchanged"
        ]
        await audit_store.insert_acts(
            tx, merchant_id, "shipment.recorded", touched, actor=actor, at=now
        )
    log.info("shipments recorded", told=len(told), recorded=len(touched))
    return results


async def record_shipment(
    pool: Pool, merchant_id: UUID, told: Told, *, actor: Actor, now: datetime
) -> Recorded:
    """Record one. Raises TrackingNumberTaken, ReferenceTaken."""
    (result,) = await record_shipments(pool, merchant_id, [told], actor=actor, now=now)
    if not isinstance(result, Recorded):
        raise result
    return result


async def change_shipment(
    pool: Pool,
    merchant_id: UUID,
    shipment_id: UUID,
    told: Told,
    *,
    actor: Actor,
    now: datetime,
    seen_version: int | None = None,
) -> Recorded:
    """Make this very shipment be as told.

    `seen_version` is what a person had before them. Raises ShipmentNotFound, TrackingNumberTaken,
    ReferenceTaken, ShipmentChangedMeanwhile.
    """
    async with pool.transaction() as tx:
        await store.lock_shipments(tx, merchant_id)
        known = await store.find_shipment(tx, merchant_id, shipment_id)
        if known is None:
            raise ShipmentNotFound
        if seen_version not in (None, known.version):
            raise ShipmentChangedMeanwhile
        ledger = Ledger({known, *await _find_named(tx, merchant_id, [told])})
        recorded = ledger.change(known, told)
        await _write(tx, merchant_id, ledger, now)
        if recorded.outcome != "unchanged":
            await audit_store.insert_act(
                tx, merchant_id, "shipment.changed", str(shipment_id), actor=actor, at=now
            )
    return recorded


async def put_shipments(
    tx: Tx, merchant_id: UUID, told: Sequence[Told], *, now: datetime
) -> list[Result]:
    """Record the shipments as part of `tx`. Whoever calls writes the audit."""
    await store.lock_shipments(tx, merchant_id)
    ledger = Ledger(await _find_named(tx, merchant_id, told))
    awaited = await store.list_awaited(tx, merchant_id, [it.tracking_number for it in told])
    results = [_tell(ledger, it, awaited) for it in told]
    await _write(tx, merchant_id, ledger, now)
    return results


def _tell(ledger: Ledger, told: Told, awaited: dict[str, UUID]) -> Result:
    # A return may wait for a shipment that was erased too early: then it is that one again.
    shipment_id = awaited.pop(told.tracking_number, None) or new_id()
    try:
        return ledger.tell(told, shipment_id)
    except (TrackingNumberTaken, ReferenceTaken) as refusal:
        return refusal


async def _find_named(tx: Tx, merchant_id: UUID, told: Sequence[Told]) -> list[Shipment]:
    numbers = [it.tracking_number for it in told]
    references = [it.content.reference for it in told if it.content.reference]
    return await store.list_named(tx, merchant_id, numbers, references)


async def _write(tx: Tx, merchant_id: UUID, ledger: Ledger, now: datetime) -> None:
    added, changed = ledger.added, ledger.changed
    await store.free_names(tx, merchant_id, ledger.renamed)
    await store.update_shipments(tx, merchant_id, changed, now)
    await store.insert_shipments(tx, merchant_id, added, now)
    await outbox.append_all(
        tx,
        [
            wire.message(_announcement(merchant_id, it, now), event_id=new_id(), at=now)
            for it in (*added, *changed)
        ],
    )


def _announcement(merchant_id: UUID, shipment: Shipment, now: datetime) -> ShipmentRecorded:
    content = shipment.content
    return ShipmentRecorded(
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
