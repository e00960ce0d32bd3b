"""Use case: write the mail that a message becomes, once, and keep it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeAlias, TypeVar
from urllib.parse import quote

from chassis.blobs import BlobDamaged, Blobs
from chassis.db import Pool
from chassis.errors import Outage
from chassis.seal import SealBroken, unseal
from contracts.centres import CentreConfigured
from contracts.labels import LabelCreated
from contracts.people import (
    Confided,
    PasswordChanged,
    PasswordResetRequested,
    PersonInvited,
    Store,
)
from contracts.values import ReplyTo, Value
from pydantic import ValidationError

from notifier import notice_store, store
from notifier.errors import Unsendable
from notifier.letters import write_letter, write_letter_to_person, write_letter_to_staff
from notifier.mailboxes import Mailbox, NotAMailbox, parse_mailbox
from notifier.messages import CustomerNews, Message, PersonNews, reply_of
from notifier.mime import Addressing, put_in_envelope
from notifier.notices import Notice
from notifier.smtp import Envelope, MailServer

V = TypeVar("V", bound=Value)

PRODUCT: Final = "Renvoi"
"""Who writes to merchants' own people."""

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
    console_url: str = "http://127.0.0.1:8081"
    """Where merchants' people work."""


async def compose_mail(pool: Pool, desk: Desk, message: Message, *, now: datetime) -> Envelope:
    """Return the mail of `message`, written and kept now unless it was before.

    Raises Outage (the centre or the code is not there yet) and Unsendable.
    """
    kept = await store.find_mail(pool, message.message_id)
    if kept is not None:
        return kept
    news = message.news
    match news:
        case Notice():
            mail = await _write_to_staff(pool, desk, message, news, now)
        case PersonInvited() | PasswordResetRequested() | PasswordChanged():
            mail = _write_to_person(desk, message, news, now)
        case _:
            mail = await _write_to_customer(pool, desk, message, news, now)
    await store.insert_mail(pool, message.message_id, mail, at=now)
    return await store.find_mail(pool, message.message_id) or mail


async def _write_to_customer(
    pool: Pool, desk: Desk, message: Message, news: CustomerNews, now: datetime
) -> Envelope:
    """Write in the name of the store, as its centre is now."""
    centre = await _get_centre(pool, message)
    reply_to = _open(ReplyTo, reply_of(news).sealed, desk.private_key)
    code = await _fetch_code(desk.blobs, news)
    to = _Recipient(reply_to.email, centre, name=reply_to.name)
    letter = write_letter(message, centre, reply_to)
    return put_in_envelope(letter, _address(message, to, desk.sender, now), code)


async def _write_to_staff(
    pool: Pool, desk: Desk, message: Message, notice: Notice, now: datetime
) -> Envelope:
    """Write in the name of the product, with the way to the return in the console.

    News of a return may come in before the return itself; what has not come while it would be of
    use will not be told.
    """
    request = await notice_store.find_request(pool, notice.return_id)
    if now >= notice.expires_at:
        reason = "expired"
        raise Unsendable(reason)
    if request is None:
        cause = "the return is not known yet"
        raise Outage(cause, retry_after_s=5)
    centre = await _get_centre(pool, message)
    url = f"{desk.console_url}/retours/{quote(request.number, safe='')}"
    to = _Recipient(notice.email, centre, written_by=PRODUCT)
    letter = write_letter_to_staff(message, notice, request, centre, url)
    return put_in_envelope(letter, _address(message, to, desk.sender, now), None)


async def _get_centre(pool: Pool, message: Message) -> CentreConfigured:
    centre = await store.find_centre(pool, message.merchant_id)
    if centre is None:
        cause = "the centre is not known yet"
        raise Outage(cause, retry_after_s=5)
    return centre


def _write_to_person(desk: Desk, message: Message, news: PersonNews, now: datetime) -> Envelope:
    """Write in the name of the product: the store itself is among the readers."""
    confided = _open(Confided, news.confidential.sealed, desk.private_key)
    to = _Recipient(confided.email, news.store, written_by=PRODUCT)
    letter = write_letter_to_person(message, news, confided)
    return put_in_envelope(letter, _address(message, to, desk.sender, now), None)


def _open(kind: type[V], sealed: str, private_key: str) -> V:
    try:
        return kind.model_validate_json(unseal(sealed, private_key), extra="ignore")
    except (SealBroken, ValidationError):
        reason = "seal"
        raise Unsendable(reason) from None  # the error repeats what was inside


async def _fetch_code(blobs: Blobs, news: CustomerNews) -> bytes | None:
    """Read the QR code, if the customer is to show one."""
    if not isinstance(news, LabelCreated) or news.method != "qr_code":
        return None
    try:
        return await blobs.get(news.qr_png)
    except BlobDamaged as error:
        reason = "code damaged"
        raise Unsendable(reason) from error


@dataclass(frozen=True, slots=True)
class _Recipient:
    """To whom is written, and for which store. `written_by` is for who is not the store."""

    email: str
    store: CentreConfigured | Store
    name: str = ""
    written_by: str = ""


def _address(message: Message, to: _Recipient, sender: Mailbox | None, now: datetime) -> Addressing:
    try:
        contact = parse_mailbox(to.store.contact_email)
        recipient = parse_mailbox(to.email)
    except NotAMailbox:
        reason = "address"
        raise Unsendable(reason) from None
    return Addressing(
        message_id=message.message_id,
        language=message.language,
        store_name=to.store.store_name,
        sender=sender or contact,
        contact=contact,
        recipient=recipient,
        recipient_name=to.name,
        written_at=now,
        sender_name=to.written_by,
    )
