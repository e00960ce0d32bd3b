"""Use case: write the mail that a message becomes, once, and keep it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from chassis.blobs import BlobDamaged, Blobs
from chassis.db import Pool
from chassis.errors import Outage
from chassis.seal import SealBroken, unseal
from contracts.centres import CentreConfigured
from contracts.labels import LabelCreated
from contracts.values import Reply, ReplyTo
from pydantic import ValidationError

from notifier import store
from notifier.errors import Unsendable
from notifier.letters import write_letter
from notifier.mailboxes import Mailbox, NotAMailbox, parse_mailbox
from notifier.messages import Message
from notifier.mime import Addressing, put_in_envelope
from notifier.smtp import Envelope, MailServer

Clock: TypeAlias = Callable[[], datetime]
"""The time now, aware and in UTC: between two of its answers lies a conversation."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing and sending need beside the database."""

    server: MailServer
    blobs: Blobs
    private_key: str = field(repr=False)
    sender: Mailbox | None = None
    """The address that all mail comes from; else the contact of the store."""


async def compose_mail(pool: Pool, desk: Desk, message: Message, *, now: datetime) -> Envelope:
    """Return the mail of `message`, written and kept now unless it was before.

    Raises Outage (the centre or the code is not there yet) and Unsendable.
    """
    kept = await store.find_mail(pool, message.message_id)
    if kept is not None:
        return kept
    centre = await store.find_centre(pool, message.merchant_id)
    if centre is None:
        cause = "the centre is not known yet"
        raise Outage(cause, retry_after_s=5)
    reply_to = _open(message.news.reply, desk.private_key)
    code = await _fetch_code(desk.blobs, message)
    addressing = _address(message, centre, reply_to, desk.sender, now)
    mail = put_in_envelope(write_letter(message, centre, reply_to), addressing, code)
    await store.insert_mail(pool, message.message_id, mail, at=now)
    return await store.find_mail(pool, message.message_id) or mail


def _open(reply: Reply, private_key: str) -> ReplyTo:
    try:
        return ReplyTo.model_validate_json(unseal(reply.sealed, private_key), extra="ignore")
    except (SealBroken, ValidationError):
        reason = "seal"
        raise Unsendable(reason) from None  # the error repeats what was inside


async def _fetch_code(blobs: Blobs, message: Message) -> bytes | None:
    """Read the QR code, if the customer is to show one."""
    news = message.news
    if not isinstance(news, LabelCreated) or news.method != "qr_code":
        return None
    try:
        return await blobs.get(news.qr_png)
    except BlobDamaged as error:
        reason = "code damaged"
        raise Unsendable(reason) from error


def _address(
    message: Message,
    centre: CentreConfigured,
    reply_to: ReplyTo,
    sender: Mailbox | None,
    now: datetime,
) -> Addressing:
    try:
        contact = parse_mailbox(centre.contact_email)
        recipient = parse_mailbox(reply_to.email)
    except NotAMailbox:
        reason = "address"
        raise Unsendable(reason) from None
    return Addressing(
        message_id=message.message_id,
        language=message.language,
        store_name=centre.store_name,
        sender=sender or contact,
        contact=contact,
        recipient=recipient,
        recipient_name=reply_to.name,
        written_at=now,
    )
