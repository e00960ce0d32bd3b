"""Buy a label: an attempt committed before the call, its outcome after it, never a second guess."""

from datetime import datetime
from typing import TypeAlias, assert_never

import structlog
from chassis.db import Pool, Tx, patiently
from chassis.words import Words, catalogue

from labeler import label_store, order_store, orders
from labeler.canada_post import (
    CanadaPost,
    CarrierRefused,
    CarrierUnavailable,
    CreatedReturn,
    OutcomeUnknown,
    RequestNotSendable,
    ReturnOrder,
)
from labeler.carrier import Carrier
from labeler.clock import Clock
from labeler.errors import AttemptTaken, EnvironmentMissing
from labeler.fail_label import fail_label
from labeler.labels import Order, Outcome, Purchase
from labeler.refusals import tell_doubt, tell_refusal

log = structlog.get_logger()

Answer: TypeAlias = CreatedReturn | CarrierRefused | CarrierUnavailable | OutcomeUnknown

_RECORD_WITHIN_S = 60.0


async def buy_label(pool: Pool, carrier: Carrier, order: Order, *, clock: Clock) -> bool:
    """Make one attempt; tell whether the label is bought. If not, its failure is announced.

    One that was given up meanwhile is not bought, and nothing is announced. Raises Outage if
    certainly nothing happened.
    """
    approved = order.approved
    wanted = orders.return_order(approved, order.generation)
    try:
        post = await carrier.on_behalf_of(pool, approved.merchant_id, approved.reply.language)
        digest = orders.digest(wanted)
    except (RequestNotSendable, EnvironmentMissing) as refused:
        await _refuse_unsent(pool, order, refused, now=clock())
        return False
    await _knock(post, order)
    # Waiting comes before the attempt: a process that dies while it waits leaves nothing in doubt.
    await post.turn_to_create()
    begun_at = clock()
    attempt = await _begin(pool, order, digest, now=begun_at)
    if attempt is None:
        log.info("label no longer wanted", return_id=order.return_id)
        return False
    answer = await _call(post, wanted)
    ended_at = clock()
    # Only this process knows the answer. Without its row the label would be in doubt, so a database
    # that is away is waited for.
    await patiently(lambda: _record(pool, order, attempt, answer, now=ended_at), _RECORD_WITHIN_S)
    _tell(order, attempt, answer, carrier_ms=round((ended_at - begun_at).total_seconds() * 1000))
    if isinstance(answer, CarrierUnavailable):
        raise answer
    return isinstance(answer, CreatedReturn)


async def declare_unknown(pool: Pool, order: Order, *, now: datetime) -> None:
    """Give up an attempt that was found open: whoever made it died before it could say more."""
    attempt = order.standing.attempts
    message = _words(order)("call-cut-off", number=order.approved.number)
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        ended = await label_store.end_attempt(
            tx, order.order_id, attempt, "unknown", now, cause="the process ended during the call"
        )
        if ended:
            await fail_label(tx, order, "unknown", message, now=now)
    log.error("label in doubt", return_id=order.return_id, attempt=attempt, cause="found open")


async def _knock(post: CanadaPost, order: Order) -> None:
    """Find out by a free call whether the carrier answers. Raises CarrierUnavailable.

    A gateway that is down answers a creation with 503 too, and then nobody knows what happened.
    """
    try:
        await post.rate(orders.return_scenario(order.approved))
    except CarrierRefused:
        return  # it answers: whether it refuses the label as well, the label's own call will tell


async def _begin(pool: Pool, order: Order, request_sha256: str, *, now: datetime) -> int | None:
    """Commit that the call is about to be made; None if it must not be. Raises AttemptTaken."""
    attempt = order.standing.attempts + 1
    async with pool.transaction() as tx:
        if not await order_store.lock_order(tx, order.order_id):
            return None
        if not await label_store.insert_attempt(tx, order.order_id, attempt, request_sha256, now):
            raise AttemptTaken
    return attempt


async def _call(post: CanadaPost, wanted: ReturnOrder) -> Answer:
    try:
        return await post.create_authorized_return(wanted)
    except (CarrierRefused, CarrierUnavailable, OutcomeUnknown) as error:
        return error


async def _record(pool: Pool, order: Order, attempt: int, answer: Answer, *, now: datetime) -> None:
    """Write how the attempt ended, and what follows from it. Written twice, it is written once."""
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        if not await _end(tx, order, attempt, answer, now=now):
            return
        match answer:
            case CreatedReturn():
                purchase = _purchase(attempt, answer, now)
                await label_store.insert_purchase(tx, order.order_id, purchase)
            case CarrierRefused():
                message = tell_refusal(answer, _words(order))
                await fail_label(tx, order, "refused", message, codes=answer.codes, now=now)
            case OutcomeUnknown():
                message = tell_doubt(answer, _words(order), order.approved.number)
                await fail_label(tx, order, "unknown", message, codes=answer.codes, now=now)
            case CarrierUnavailable():
                pass  # the job is tried again
            case _:
                assert_never(answer)


async def _end(tx: Tx, order: Order, attempt: int, answer: Answer, *, now: datetime) -> bool:
    outcome: Outcome
    match answer:
        case CreatedReturn():
            outcome, status, cause = "done", None, None
        case CarrierRefused():
            outcome, status, cause = "refused", answer.status, ", ".join(answer.codes) or None
        case OutcomeUnknown():
            outcome, status, cause = "unknown", answer.status, str(answer)
        case CarrierUnavailable():
            outcome, status, cause = "not_sent", None, str(answer)
        case _:
            assert_never(answer)
    return await label_store.end_attempt(
        tx, order.order_id, attempt, outcome, now, http_status=status, cause=cause
    )


def _purchase(attempt: int, created: CreatedReturn, now: datetime) -> Purchase:
    label, public = created.label, created.public_label
    return Purchase(
        attempt=attempt,
        tracking_pin=created.tracking_pin,
        artifact_href=label.href if label else None,
        artifact_media_type=label.media_type if label else None,
        public_url=public.url if public else None,
        public_until=public.expires_at if public else None,
        bought_at=now,
    )


async def _refuse_unsent(
    pool: Pool, order: Order, refused: CarrierRefused, *, now: datetime
) -> None:
    """Fail an order that the carrier would not let pass; no attempt is made."""
    async with pool.transaction() as tx:
        await order_store.lock_order(tx, order.order_id)
        message = tell_refusal(refused, _words(order))
        await fail_label(tx, order, "refused", message, codes=refused.codes, now=now)
    field = refused.field if isinstance(refused, RequestNotSendable) else None
    log.warning("label not ordered", return_id=order.return_id, field=field, codes=refused.codes)


def _tell(order: Order, attempt: int, answer: Answer, *, carrier_ms: int) -> None:
    bound = log.bind(return_id=order.return_id, attempt=attempt, carrier_ms=carrier_ms)
    match answer:
        case CreatedReturn():
            bound.info("label bought")
        case CarrierRefused():
            bound.warning("label refused", codes=answer.codes)
        case OutcomeUnknown():
            bound.error("label in doubt", cause=str(answer))
        case CarrierUnavailable():
            bound.info("carrier unavailable", cause=str(answer))
        case _:
            assert_never(answer)


def _words(order: Order) -> Words:
    return catalogue(__package__)[order.approved.reply.language]
