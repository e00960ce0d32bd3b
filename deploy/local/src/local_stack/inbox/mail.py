"""What is in a message: read from its source, however badly that is written."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Piece:
    """An attachment, or a picture that the HTML shows."""

    number: int
    """Its place among all parts of the message."""
    name: str
    media_type: str
    content: bytes
    content_id: str | None


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as a reader sees it; `to` are those it went to, whatever its header says."""

    id: str
    message_id: str
    sender: str
    to: tuple[str, ...]
    subject: str
    date: str
    received_at: str
    text: str | None
    html: str | None
    pieces: tuple[Piece, ...]
    headers: tuple[tuple[str, str], ...]


def read_mail(
    source: bytes, *, mail_id: str, sender: str, to: tuple[str, ...], received_at: str
) -> Mail:
    """Read `source`; sender and recipients are the envelope's."""
    message = message_from_bytes(source, policy=policy.default)
    text, formatted = message.get_body(("plain",)), message.get_body(("html",))
    return Mail(
        id=mail_id,
        message_id=str(message.get("Message-ID", "")).strip(),
        sender=str(message.get("From", sender)),
        to=to,
        subject=str(message.get("Subject", "")),
        date=_iso_date(str(message.get("Date", ""))),
        received_at=received_at,
        text=_words(text) if text else None,
        html=_words(formatted) if formatted else None,
        pieces=tuple(_pieces(message, but=(text, formatted))),
        headers=tuple((name, str(value)) for name, value in message.items()),
    )


def shown_html(mail: Mail, address_of: Callable[[Piece], str]) -> str:
    """Return the HTML with its own pictures at addresses, and links that open beside it."""
    pieces = {piece.content_id: piece for piece in mail.pieces if piece.content_id}

    def picture(match: re.Match[str]) -> str:
        piece = pieces.get(unquote(html.unescape(match[1])))
        return address_of(piece) if piece else match[0]

    source = re.sub(r"cid:([^\"'\s)>]+)", picture, mail.html or "")
    base = '<base target="_blank">'
    head = re.search(r"<head[^>]*>", source, re.IGNORECASE)
    return source[: head.end()] + base + source[head.end() :] if head else base + source


def _pieces(message: EmailMessage, *, but: tuple[object, ...]) -> list[Piece]:
    return [
        Piece(
            number=number,
            name=part.get_filename() or f"{number}.{part.get_content_subtype()}",
            media_type=part.get_content_type(),
            content=_bytes(part),
            content_id=str(part.get("Content-ID", "")).strip().strip("<>") or None,
        )
        for number, part in enumerate(message.walk())
        if not part.is_multipart() and not any(part is body for body in but)
    ]


def _words(part: MIMEPart) -> str:
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):  # a character set that nobody knows
        text = _bytes(part).decode("utf-8", "replace")
    return text.replace("\r\n", "\n")


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _iso_date(header: str) -> str:
    try:
        return parsedate_to_datetime(header).isoformat()
    except ValueError:
        return header
