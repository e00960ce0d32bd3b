"""What the events of merchants mean here: rows, and jobs for what the carrier has to be asked."""

from chassis.db import Tx
from chassis.staging import Events, Origin
from chassis.work import enqueue
from contracts import wire
from contracts.carriers import CarrierAccountSealed
from contracts.checks import CarrierCheckRequested
from contracts.decisions import EstimateRequested, ReturnApproved
from contracts.handling import LabelVoidRequested, ReplacementLabelRequested

from labeler import account_store, check_store, estimate_store, order_store
from labeler.kinds import CHECK, ESTIMATE, LABEL
from labeler.labels import order_id_of
from labeler.orders import in_place_of
from labeler.void_label import void_label

events = Events(wire.decode)


@events.on(CarrierAccountSealed)
async def on_carrier_account_sealed(tx: Tx, event: CarrierAccountSealed, _: Origin) -> None:
    """Keep the account if it is newer, and wake whatever of the merchant's has been waiting."""
    if not await account_store.insert_account(tx, event):
        return
    for estimate_id in await account_store.list_waiting_estimates(tx, event.merchant_id):
        await enqueue(tx, ESTIMATE, str(estimate_id))
    for order_id in await account_store.list_waiting_orders(tx, event.merchant_id):
        await enqueue(tx, LABEL, str(order_id))


@events.on(CarrierCheckRequested)
async def on_carrier_check_requested(tx: Tx, event: CarrierCheckRequested, _: Origin) -> None:
    """Have an account tried."""
    if await check_store.insert_check(tx, event):
        await enqueue(tx, CHECK, str(event.check_id))


@events.on(EstimateRequested)
async def on_estimate_requested(tx: Tx, event: EstimateRequested, _: Origin) -> None:
    """Have a price asked for."""
    if await estimate_store.insert_estimate(tx, event):
        await enqueue(tx, ESTIMATE, str(event.estimate_id))


@events.on(ReturnApproved)
async def on_return_approved(tx: Tx, event: ReturnApproved, _: Origin) -> None:
    """Have a label obtained. A second approval of one return is no second label."""
    if await order_store.insert_order(tx, event):
        await enqueue(tx, LABEL, str(event.return_id))


@events.on(LabelVoidRequested)
async def on_label_void_requested(tx: Tx, event: LabelVoidRequested, _: Origin) -> None:
    """Have a label count no more."""
    await void_label(tx, event)


@events.on(ReplacementLabelRequested)
async def on_replacement_label_requested(
    tx: Tx, event: ReplacementLabelRequested, _: Origin
) -> None:
    """Have another label obtained. A second request for one generation is no second label."""
    if await order_store.insert_order(tx, in_place_of(event), event.generation):
        await enqueue(tx, LABEL, str(order_id_of(event.return_id, event.generation)))
