"""What became of a message for good: a row, an event in the same transaction, a line in the log."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Tx
from chassis.ids import new_id
from contracts import wire
from contracts.messages import MessageFailed, MessageSent

from notifier import notices, store
from notifier.answers import Ending
from notifier.messages import Message
from notifier.notify import notify

log = structlog.get_logger()


async def conclude(tx: Tx, message: Message, ending: Ending, *, now: datetime) -> None:
    """Note and announce the end of a locked message that has not ended yet. Never `deferred`.

    What the mail said, with the secret link in it, is forgotten. Of mails to merchants' own people
    nothing is announced: nobody reads of them yet. Of a customer who was not reached, those of them
    are told who want to know.
    """
    reason = None if ending.outcome == "sent" else ending.cause
    await store.insert_outcome(tx, message.message_id, ending.outcome, reason, at=now)
    await store.forget_mail(tx, message.message_id)
    if message.return_id is not None:
        event = _event(message, message.return_id, ending, now)
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
        if isinstance(event, MessageFailed):
            await notify(tx, notices.of_mail(event), message.message_id)


def log_ending(message: Message, ending: Ending) -> None:
    """Tell the log, once it is committed. What is parked wants a person to look."""
    about = log.bind(message_id=str(message.message_id), template=message.template)
    if message.return_id is not None:
        about = about.bind(return_id=str(message.return_id))
    match ending.outcome:
        case "sent":
            about.info("message sent")
        case "deferred":
            about.warning("message deferred", cause=ending.cause)
        case outcome:
            about.error("message parked", outcome=outcome, reason=ending.cause)


def _event(
    message: Message, return_id: UUID, ending: Ending, now: datetime
) -> MessageSent | MessageFailed:
    if ending.outcome == "sent":
        return MessageSent(
            message_id=message.message_id,
            return_id=return_id,
            merchant_id=message.merchant_id,
            template=message.template,
            sent_at=now,
        )
    return MessageFailed(
        message_id=message.message_id,
        return_id=return_id,
        merchant_id=message.merchant_id,
        template=message.template,
        outcome="unknown" if ending.outcome == "unknown" else "refused",
        reason=ending.cause,
        failed_at=now,
    )
