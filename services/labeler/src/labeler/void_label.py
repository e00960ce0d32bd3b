"""Give a label up: stop offering it, and say so once. There is nothing to tell the carrier.

An authorized return has no void: unused, its label costs nothing; used, it is billed. So its parcel
is followed all the same. Source: Canada Post REST, Create Authorized Return (read 2026-11).
"""

from datetime import datetime
from uuid import UUID

from chassis import outbox
from chassis.db import Tx
from chassis.ids import new_id
from contracts import wire
from contracts.handling import LabelVoidRequested
from contracts.labels import LabelVoided

from labeler import label_store, order_store
from labeler.labels import order_id_of


async def void_label(tx: Tx, asked: LabelVoidRequested) -> None:
    """Have the label count no more, whether it exists, is being bought or has yet to be ordered."""
    order_id = order_id_of(asked.return_id, asked.generation)
    await order_store.lock_order(tx, order_id)
    is_new = await order_store.insert_void(
        tx, asked.merchant_id, asked.return_id, asked.generation, asked.requested_at
    )
    if is_new:
        pin = await label_store.find_pin(tx, order_id)
        await announce_void(
            tx, asked.merchant_id, asked.return_id, asked.generation, pin, asked.requested_at
        )


async def announce_void(
    tx: Tx, merchant_id: UUID, return_id: UUID, generation: int, pin: str | None, at: datetime
) -> None:
    """Say that a label counts no more, with its number as soon as one is known."""
    voided = LabelVoided(
        return_id=return_id,
        merchant_id=merchant_id,
        generation=generation,
        tracking_pin=pin,
        voided_at=at,
    )
    await outbox.append(tx, wire.message(voided, event_id=new_id(), at=at))
