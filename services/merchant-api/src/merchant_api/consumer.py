"""What merchant-api hears from the others: each event becomes rows, once."""

from chassis.db import Tx
from chassis.staging import Events, Origin
from contracts.checks import CarrierChecked
from contracts.labels import (
    CostEstimated,
    EstimateFailed,
    LabelCreated,
    LabelFailed,
    LabelVoided,
    ParcelMoved,
)
from contracts.messages import MessageFailed, MessageSent
from contracts.returns import ReturnCancelled, ReturnNotOpened, ReturnRequested
from contracts.wire import decode

from merchant_api.approval.approve_by_rule import consider_return
from merchant_api.carrier import check_store
from merchant_api.course.cancel_return import hear_cancellation
from merchant_api.deciding import estimate_store
from merchant_api.opening import opening_store
from merchant_api.opening.open_return import consider_opened
from merchant_api.queue.queue_bell import ring_queue
from merchant_api.returns import news_store

events = Events(decode)


@events.on(ReturnRequested)
async def on_return_requested(tx: Tx, event: ReturnRequested, _: Origin) -> None:
    """Put the request into the queue."""
    if await news_store.insert_return(tx, event):
        await consider_opened(tx, event.merchant_id, event.return_id)
        await consider_return(tx, event.merchant_id, event.return_id)
    ring_queue(tx, event.merchant_id)


@events.on(CarrierChecked)
async def on_carrier_checked(tx: Tx, event: CarrierChecked, _: Origin) -> None:
    """Keep what the carrier said of an account, for whoever tried it."""
    await check_store.insert_answer(tx, event)


@events.on(ReturnCancelled)
async def on_return_cancelled(tx: Tx, event: ReturnCancelled, _: Origin) -> None:
    """Call it off here as well, whatever was decided meanwhile."""
    await hear_cancellation(tx, event)
    ring_queue(tx, event.merchant_id)


@events.on(ReturnNotOpened)
async def on_return_not_opened(tx: Tx, event: ReturnNotOpened, _: Origin) -> None:
    """Note that what somebody opened for a customer was not made."""
    await opening_store.insert_refusal(tx, event)


@events.on(CostEstimated)
async def on_cost_estimated(tx: Tx, event: CostEstimated, _: Origin) -> None:
    """Keep the price for whoever asked."""
    await estimate_store.insert_price(tx, event)
    ring_queue(tx, event.merchant_id)


@events.on(EstimateFailed)
async def on_estimate_failed(tx: Tx, event: EstimateFailed, _: Origin) -> None:
    """Keep the carrier's words for whoever asked."""
    await estimate_store.insert_failure(tx, event)
    ring_queue(tx, event.merchant_id)


@events.on(LabelCreated)
async def on_label_created(tx: Tx, event: LabelCreated, _: Origin) -> None:
    """Note that the customer has a label."""
    await news_store.insert_label(tx, event)
    ring_queue(tx, event.merchant_id)


@events.on(LabelVoided)
async def on_label_voided(tx: Tx, event: LabelVoided, _: Origin) -> None:
    """Know a label again that was given up, should a parcel come with it."""
    if event.tracking_pin is not None:
        await news_store.insert_voided_label(tx, event)


@events.on(LabelFailed)
async def on_label_failed(tx: Tx, event: LabelFailed, origin: Origin) -> None:
    """Note that there is no label, or that nobody knows."""
    await news_store.insert_label_failure(tx, event, origin.event_id)
    ring_queue(tx, event.merchant_id)


@events.on(ParcelMoved)
async def on_parcel_moved(tx: Tx, event: ParcelMoved, origin: Origin) -> None:
    """Note where the parcel was seen."""
    await news_store.insert_move(tx, event, origin.event_id)
    ring_queue(tx, event.merchant_id)


@events.on(MessageSent)
async def on_message_sent(tx: Tx, event: MessageSent, origin: Origin) -> None:
    """Note that the customer was written to."""
    await news_store.insert_sent(tx, event, origin.event_id)
    ring_queue(tx, event.merchant_id)


@events.on(MessageFailed)
async def on_message_failed(tx: Tx, event: MessageFailed, origin: Origin) -> None:
    """Note that the customer was not reached."""
    await news_store.insert_unsent(tx, event, origin.event_id)
    ring_queue(tx, event.merchant_id)
