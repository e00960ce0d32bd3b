"""What other services say, written down. Nothing is done here; pages read the rows."""

from uuid import UUID

from chassis.db import Tx
from chassis.staging import Events, Origin
from chassis.work import enqueue
from contracts.centres import CentreConfigured
from contracts.decisions import CustomerMessaged, ReturnApproved, ReturnDeclined
from contracts.handling import (
    LabelVoidRequested,
    ReplacementLabelRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnOpenedForCustomer,
    ReturnReceived,
)
from contracts.labels import LabelCreated, LabelFailed, ParcelMoved
from contracts.shipments import ShipmentRecorded
from contracts.topics import SHIPMENTS
from contracts.wire import decode

from portal_api.open_return import JOB as OPEN
from portal_api.store import openings, staged

events = Events(decode)


@events.on(CentreConfigured)
async def on_centre_configured(tx: Tx, event: CentreConfigured, _: Origin) -> None:
    """Show the centre as its merchant has set it up."""
    await staged.upsert_centre(tx, event)


@events.on(ShipmentRecorded)
async def on_shipment_recorded(tx: Tx, event: ShipmentRecorded, _: Origin) -> None:
    """Let the parcel be found."""
    await staged.upsert_shipment(tx, event)


@events.on_erased(SHIPMENTS.name)
async def on_shipment_erased(tx: Tx, key: str, _: Origin) -> None:
    """Forget the parcel, and who it went to."""
    await staged.delete_shipment(tx, UUID(key))


@events.on(ReturnApproved)
async def on_return_approved(tx: Tx, event: ReturnApproved, _: Origin) -> None:
    """Tell the customer that the store agreed."""
    await staged.insert_approval(tx, event)


@events.on(ReturnDeclined)
async def on_return_declined(tx: Tx, event: ReturnDeclined, _: Origin) -> None:
    """Tell the customer what the store wrote."""
    await staged.insert_refusal(tx, event)


@events.on(CustomerMessaged)
async def on_customer_messaged(tx: Tx, event: CustomerMessaged, _: Origin) -> None:
    """Show the customer what the store has written."""
    await staged.insert_letter(tx, event)


@events.on(LabelCreated)
async def on_label_created(tx: Tx, event: LabelCreated, _: Origin) -> None:
    """Offer code and label."""
    await staged.insert_label(tx, event)


@events.on(LabelFailed)
async def on_label_failed(tx: Tx, event: LabelFailed, _: Origin) -> None:
    """Say that it takes longer; the merchant is told more elsewhere."""
    await staged.insert_label_failure(tx, event)


@events.on(ParcelMoved)
async def on_parcel_moved(tx: Tx, event: ParcelMoved, origin: Origin) -> None:
    """Follow the parcel home."""
    await staged.insert_move(tx, event, origin.event_id)


@events.on(ReturnReceived)
async def on_return_received(tx: Tx, event: ReturnReceived, _: Origin) -> None:
    """Tell the customer that the store has the parcel."""
    await staged.insert_reception(tx, event)


@events.on(ReturnClosed)
async def on_return_closed(tx: Tx, event: ReturnClosed, _: Origin) -> None:
    """Tell the customer that the store is done with it."""
    await staged.insert_closure(tx, event)


@events.on(LabelVoidRequested)
async def on_label_void_requested(tx: Tx, event: LabelVoidRequested, _: Origin) -> None:
    """Offer the label no more."""
    await staged.insert_void(tx, event)


@events.on(ReplacementLabelRequested)
async def on_replacement_label_requested(
    tx: Tx, event: ReplacementLabelRequested, _: Origin
) -> None:
    """Wait for another label."""
    await staged.update_generation(tx, event)


@events.on(ReturnCancelledByMerchant)
async def on_return_cancelled_by_merchant(
    tx: Tx, event: ReturnCancelledByMerchant, _: Origin
) -> None:
    """Tell the customer that the store has called it off, and free the parcel."""
    await staged.update_cancelled(tx, event)


@events.on(ReturnOpenedForCustomer)
async def on_return_opened_for_customer(tx: Tx, event: ReturnOpenedForCustomer, _: Origin) -> None:
    """Have the return made."""
    if await openings.insert_opening(tx, event):
        await enqueue(tx, OPEN, str(event.return_id))
