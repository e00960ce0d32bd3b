"""One conversation with the mail server, in steps, so that we know how far it came.

`aiosmtplib` says DATA, content and final dot in one call, whose errors do not tell whether the dot
had left. So DATA and the content are said here one by one. Once the content is written, dot and
all, every error but a whole answer is ambiguous: RFC 5321 section 6.1 and RFC 1047.
"""

import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPException,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)
from aiosmtplib.typing import SMTPStatus

from notifier.answers import Ending, Step, answered, unanswered, unsaid

WITHIN_S = 30.0
"""Bound of every single step."""

_PORTS = {"smtp": 25, "smtps": 465}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_LINE_DOT = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in. STARTTLS is used when offered; certificates are checked."""

    host: str
    port: int
    implicit_tls: bool = False
    user: str | None = None
    password: str = field(default="", repr=False)
    our_name: str = "[127.0.0.1]"
    """What we call ourselves in EHLO: see `our_name()`."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One mail for one recipient. `source` is 7-bit, with CRLF at every line's end."""

    sender: str
    recipient: str
    source: bytes = field(repr=False)


def parse_mail_server(url: str) -> MailServer:
    """Read `smtp://[user:password@]host[:port]` or `smtps://…`. Raises ValueError."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        message = "not of the form smtp://[user:password@]host:port"
        raise ValueError(message)
    return MailServer(
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        implicit_tls=parts.scheme == "smtps",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password or ""),
    )


def our_name() -> str:
    """Say what this machine is called, for EHLO. May ask the network: call it once, at the start.

    Source: RFC 5321 section 4.1.1.1, an address literal for want of a full name.
    """
    name = socket.getfqdn()
    return name if "." in name and name.isascii() else "[127.0.0.1]"


async def deliver(
    server: MailServer,
    envelope: Envelope,
    before_content: Callable[[], Awaitable[None]],
    *,
    within_s: float = WITHIN_S,
) -> Ending:
    """Hand `envelope` to `server`; tell how that ended. Never raises for what the server does.

    `before_content` is awaited when all but the content has been agreed to. If it raises, nothing
    was sent. Each step takes `within_s` at most.
    """
    client = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.implicit_tls,
        local_hostname=server.our_name,
        timeout=within_s,
    )
    try:
        ending = await _agree(client, server, envelope)
        if ending is None:
            await before_content()
            ending = await _say_content(client, envelope.source, within_s)
    except BaseException:
        # In the middle of DATA there is no polite way out; without the dot nothing was sent.
        client.close()
        raise
    _take_leave(client)
    return ending


async def _agree(client: SMTP, server: MailServer, envelope: Envelope) -> Ending | None:
    """Come as far as the server's `354`; otherwise say how it ended."""
    step: Step = "connection"
    try:
        await client.connect()
        if not await _log_in(client, server):
            return unsaid(step, "no encryption for the password")
        step = "sender"
        await client.mail(envelope.sender)
        step = "recipient"
        await client.rcpt(envelope.recipient)
        step = "data"
        ready = await client.execute_command(b"DATA")
    except SMTPResponseException as error:
        return answered(step, error.code)
    except (SMTPException, OSError) as error:
        return unsaid(step, _told(error))
    return None if ready.code == SMTPStatus.start_input else answered(step, ready.code)


async def _log_in(client: SMTP, server: MailServer) -> bool:
    """Log in if there is a user. False: the password would have to go in clear, and stays here."""
    if server.user is None:
        return True
    encrypted = client.get_transport_info("sslcontext") is not None
    if not encrypted and server.host not in _LOOPBACK:
        return False
    await client.login(server.user, server.password)
    return True


async def _say_content(client: SMTP, source: bytes, within_s: float) -> Ending:
    protocol = client.protocol
    try:
        if protocol is None:
            return unsaid("content", "connection lost")
        protocol.write(_LINE_DOT.sub(b"..", source) + b".\r\n")
    except SMTPServerDisconnected:
        return unsaid("content", "connection lost")  # found closed: not a byte was written
    try:
        answer = await protocol.read_response(timeout=within_s)
    except SMTPResponseException:
        return unanswered("no answer of SMTP")
    except (SMTPException, OSError) as error:
        return unanswered(_told(error))
    return answered("content", answer.code)


def _told(error: SMTPException | OSError) -> str:
    """Name an error without its text, in which the server may have named people."""
    return "no answer in time" if isinstance(error, SMTPTimeoutError) else "connection lost"


def _take_leave(client: SMTP) -> None:
    """Say QUIT and hang up without waiting: what has been answered has to be recorded first."""
    if client.is_connected and client.protocol is not None:
        client.protocol.write(b"QUIT\r\n")
    client.close()
