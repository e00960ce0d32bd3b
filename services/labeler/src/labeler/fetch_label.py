"""Fetch the files of a bought label, store them, and announce that the label is there."""

from datetime import datetime

import structlog
from chassis import outbox
from chassis.blobs import Blobs, Stored
from chassis.db import Pool, Tx
from chassis.ids import new_id
from chassis.words import catalogue
from chassis.work import enqueue
from contracts import wire
from contracts.labels import LabelCreated
from contracts.values import BlobRef

from labeler import label_store, labels, order_store, qr
from labeler.canada_post import ArtifactLink, CarrierRefused
from labeler.carrier import Carrier
from labeler.clock import Clock
from labeler.errors import FileNotReady
from labeler.fail_label import fail_label
from labeler.kinds import TRACK
from labeler.labels import Order, Purchase
from labeler.void_label import announce_void

log = structlog.get_logger()


async def fetch_label(
    pool: Pool, carrier: Carrier, blobs: Blobs, order: Order, *, clock: Clock
) -> None:
    """Store the label as the carrier made it, and its QR code. Free, so it may be repeated.

    Raises Outage: go on later.
    """
    purchase = await label_store.get_purchase(pool, order.order_id)
    if purchase.artifact_href is None:
        await _give_up(pool, order, purchase, "file-lost", now=clock())
    elif purchase.public_url is None:
        await _give_up(pool, order, purchase, "no-public-address", now=clock())
    else:
        pdf = await _fetch(pool, carrier, order, purchase, clock=clock)
        if pdf is not None:
            files = await _store(blobs, order, pdf, purchase.public_url)
            await _announce(pool, order, purchase, files, now=clock())


async def _fetch(
    pool: Pool, carrier: Carrier, order: Order, purchase: Purchase, *, clock: Clock
) -> bytes | None:
    """Get the PDF; None once it is certain that there is none to be had."""
    approved = order.approved
    link = ArtifactLink(purchase.artifact_href or "", purchase.artifact_media_type or "")
    try:
        post = await carrier.on_behalf_of(pool, approved.merchant_id, approved.reply.language)
        return await post.fetch_artifact(link)
    except CarrierRefused as refused:
        if not labels.is_file_lost(refused.status, purchase.bought_at, clock()):
            raise FileNotReady from refused
    await _give_up(pool, order, purchase, "file-lost", now=clock())
    return None


async def _store(blobs: Blobs, order: Order, pdf: bytes, public_url: str) -> tuple[Stored, ...]:
    """Store the three files; the same again overwrites the same."""
    folder = f"labels/{order.order_id}"
    return (
        await blobs.put(f"{folder}/label.pdf", pdf, "application/pdf"),
        await blobs.put(f"{folder}/qr.png", qr.draw_png(public_url), "image/png"),
        await blobs.put(f"{folder}/qr.svg", qr.draw_svg(public_url), "image/svg+xml"),
    )


async def _announce(
    pool: Pool, order: Order, purchase: Purchase, files: tuple[Stored, ...], *, now: datetime
) -> None:
    approved = order.approved
    label, qr_png, qr_svg = (_reference(file) for file in files)
    created = LabelCreated(
        return_id=approved.return_id,
        number=approved.number,
        merchant_id=approved.merchant_id,
        method=approved.method,
        tracking_pin=purchase.tracking_pin,
        label=label,
        qr_png=qr_png,
        qr_svg=qr_svg,
        qr_opens="label",
        use_by_on=labels.use_by_on(purchase.public_until),
        return_address=approved.receiver,
        created_at=now,
        reply=approved.reply,
        generation=order.generation,
    )
    async with pool.transaction() as tx:
        is_wanted = await order_store.lock_order(tx, order.order_id)
        if await label_store.insert_label(tx, order.order_id, created):
            if is_wanted:
                await outbox.append(tx, wire.message(created, event_id=new_id(), at=now))
            else:
                await _announce_void(tx, order, purchase, now)
            await enqueue(tx, TRACK, str(order.order_id))
    log.info("label created", return_id=order.return_id)


def _reference(file: Stored) -> BlobRef:
    return BlobRef(
        key=file.key, media_type=file.media_type, size_bytes=file.size_bytes, sha256=file.sha256
    )


async def _give_up(
    pool: Pool, order: Order, purchase: Purchase, why: str, *, now: datetime
) -> None:
    """Announce a label that exists and cannot be handed over: a person has to fetch it.

    Its parcel is followed all the same, since that person may hand it over.
    """
    words = catalogue(__package__)[order.approved.reply.language]
    message = words(why, pin=purchase.tracking_pin)
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        await fail_label(tx, order, "unknown", message, codes=(why,), now=now)
        await enqueue(tx, TRACK, str(order.order_id))
    log.error("label without a file", return_id=order.return_id, cause=why)


async def watch_label(pool: Pool, order: Order, *, now: datetime) -> None:
    """Follow a label that counts no more, and tell its number: it was given up while it was bought.

    Told again, it is the same: readers keep one number for each label.
    """
    purchase = await label_store.get_purchase(pool, order.order_id)
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        await _announce_void(tx, order, purchase, now)
        await enqueue(tx, TRACK, str(order.order_id))
    log.warning("voided label exists", return_id=order.return_id, generation=order.generation)


async def _announce_void(tx: Tx, order: Order, purchase: Purchase, now: datetime) -> None:
    merchant_id, pin = order.approved.merchant_id, purchase.tracking_pin
    await announce_void(tx, merchant_id, order.return_id, order.generation, pin, now)
