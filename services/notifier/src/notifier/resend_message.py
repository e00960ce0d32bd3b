"""Tell a customer once more, because a person wants it: a new message, sent at most once as any."""

from uuid import uuid5

import structlog
from chassis import outbox, work
from chassis.db import Tx
from chassis.staging import Origin
from contracts import wire
from contracts.handling import MessageResendRequested
from contracts.messages import MessageFailed

from notifier import store
from notifier.kinds import SEND
from notifier.messages import message_again

log = structlog.get_logger()

NOTHING_KEPT = "nothing to send again"


async def resend_message(tx: Tx, asked: MessageResendRequested, origin: Origin) -> None:
    """Have it written anew from the event that it told of, and sent.

    The id comes from that of the request: delivered twice, it is one message. Where nothing is
    kept, that is announced, so that whoever asked does not wait.
    """
    last = await store.find_last(tx, asked.merchant_id, asked.return_id, asked.template)
    if last is None:
        await _refuse(tx, asked, origin)
        return
    message = message_again(last, asked.reply, origin.event_id)
    if await store.insert_message(tx, message):
        await work.enqueue(tx, SEND, str(message.message_id))


async def _refuse(tx: Tx, asked: MessageResendRequested, origin: Origin) -> None:
    """Say so. The id of that too comes from the request's: said again, it is the same."""
    refusal_id = uuid5(origin.event_id, asked.template)
    failed = MessageFailed(
        message_id=refusal_id,
        return_id=asked.return_id,
        merchant_id=asked.merchant_id,
        template=asked.template,
        outcome="refused",
        reason=NOTHING_KEPT,
        failed_at=asked.requested_at,
    )
    await outbox.append(tx, wire.message(failed, event_id=refusal_id, at=asked.requested_at))
    log.warning("nothing to send again", return_id=str(asked.return_id), template=asked.template)
