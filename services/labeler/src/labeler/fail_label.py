"""Announce, once, that a return has no label or that nobody knows."""

from datetime import datetime

from chassis import outbox
from chassis.db import Tx
from chassis.ids import new_id
from contracts import wire
from contracts.labels import LabelFailed, Outcome

from labeler import order_store
from labeler.labels import Order


async def fail_label(
    tx: Tx,
    order: Order,
    outcome: Outcome,
    message: str,
    *,
    codes: tuple[str, ...] = (),
    now: datetime,
) -> None:
    """Record the failure and announce it, unless one is known. The order's row must be locked.

    `message` is for the merchant: the carrier's words, or ours. `codes` are the carrier's, or name
    what is known beside it.
    """
    failed = LabelFailed(
        return_id=order.return_id,
        merchant_id=order.approved.merchant_id,
        outcome=outcome,
        codes=codes,
        message=message,
        failed_at=now,
        generation=order.generation,
    )
    if await order_store.insert_failure(tx, order.order_id, failed):
        await outbox.append(tx, wire.message(failed, event_id=new_id(), at=now))
