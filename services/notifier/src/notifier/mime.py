"""From a letter to the bytes of a mail: headers that cannot be broken out of, 7-bit parts."""

from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from uuid import UUID

from contracts.values import Language

from notifier.headers import HeaderLine, mailbox_header, text_header
from notifier.letters import CODE_CID, Letter
from notifier.mailboxes import Mailbox
from notifier.smtp import Envelope

# 7-bit, so that no server has to offer 8BITMIME.
_POLICY = SMTP.clone(cte_type="7bit")
_CTE = "quoted-printable"
_TAGS = {"fr": "fr-CA", "en": "en-CA"}


@dataclass(frozen=True, slots=True)
class Addressing:
    """From whom to whom, and what the mail is known by."""

    message_id: UUID
    language: Language
    store_name: str
    sender: Mailbox
    contact: Mailbox
    """Where answers go: to the store, whoever the sender is."""
    recipient: Mailbox
    recipient_name: str = field(repr=False)
    written_at: datetime
    sender_name: str = ""
    """Who writes, if it is not the store."""


def put_in_envelope(letter: Letter, to: Addressing, code: bytes | None) -> Envelope:
    """Put `letter`, and the PNG of a code that its HTML shows, into one mail."""
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = mailbox_header("From", to.sender_name or to.store_name, to.sender)
    mail["To"] = mailbox_header("To", to.recipient_name, to.recipient)
    mail["Reply-To"] = mailbox_header("Reply-To", to.store_name, to.contact)
    mail["Subject"] = text_header("Subject", letter.subject)
    mail["Date"] = to.written_at
    mail["Message-ID"] = HeaderLine("Message-ID", f"<{to.message_id}@{to.sender.domain}>")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text, cte=_CTE)
    mail.add_alternative(letter.html, subtype="html", cte=_CTE)
    mail["Content-Language"] = _TAGS[to.language]  # a part added after it would take it along
    if code is not None:
        _show(code, mail)
    return Envelope(str(to.sender), str(to.recipient), mail.as_bytes())


def _show(code: bytes, mail: EmailMessage) -> None:
    html = mail.get_body(("html",))
    assert isinstance(html, EmailMessage)  # noqa: S101  added above
    html.add_related(
        code,
        "image",
        "png",
        cid=f"<{CODE_CID}>",
        disposition="inline",
        filename="code-qr.png",
    )
