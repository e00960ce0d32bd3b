"""The other side's mail server: aiosmtpd in a thread of its own, with answers that a test sets."""

import asyncio
import random
import socket
import ssl
import threading
from collections import defaultdict, deque
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

Step = Literal["CONNECT", "MAIL", "RCPT", "DATA", "CONTENT"]
"""What is answered: `DATA` is the command, `CONTENT` the final dot."""

DROP = "drop"
"""Instead of an answer, the connection is cut."""
HOLD = "hold"
"""The answer comes when the test releases it."""


class PostOffice:
    """Takes mail, unless a script says otherwise, and remembers what it took responsibility for."""

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
        password: str | None = None,
    ) -> None:
        self.host = host
        self.taken: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.conversations = 0
        self.port = free_port()
        self._servers: list[SMTP] = []
        self._script: defaultdict[Step, deque[str]] = defaultdict(deque)
        self._reached: defaultdict[Step, threading.Event] = defaultdict(threading.Event)
        self._release = threading.Event()
        self._controller = _Controller(self, tls, password)

    def open(self) -> None:
        """Begin to listen."""
        self._controller.start()
        self.conversations = 0  # the controller has called itself, to see whether it answers

    def close(self) -> None:
        """Cut all connections and listen no more."""
        self.release()
        if self._controller.loop.is_running():
            cut = asyncio.run_coroutine_threadsafe(self._cut(), self._controller.loop)
            cut.result(timeout=10)
            self._controller.stop(no_assert=True)

    def answers(self, step: Step, *answers: str) -> None:
        """Script the next answers to `step`; afterwards all is well again."""
        self._script[step].extend(answers)

    async def reached(self, step: Step) -> None:
        """Wait until a conversation is held at `step`."""
        assert await asyncio.to_thread(self._reached[step].wait, 15)

    def release(self) -> None:
        """Let go of what is held."""
        self._release.set()

    def begins(self, server: SMTP) -> None:
        """Remember a conversation, to be able to end it."""
        self.conversations += 1
        self._servers.append(server)

    async def _cut(self) -> None:
        for server in self._servers:
            _hang_up(server)
        conversations = [server._handler_coroutine for server in self._servers]  # noqa: SLF001
        await asyncio.gather(*filter(None, conversations), return_exceptions=True)

    async def answer(self, step: Step, usual: str, server: SMTP) -> str:
        """Give the next answer to `step`. An empty one: the connection is gone."""
        scripted = self._script[step].popleft() if self._script[step] else usual
        if scripted == DROP:
            _hang_up(server)
            return ""
        if scripted == HOLD:
            self._reached[step].set()
            await asyncio.to_thread(self._release.wait, 15)
            return usual
        return scripted

    async def take(self, envelope: Envelope, server: SMTP) -> str:
        """Take the mail, then answer: that order is what makes a lost answer ambiguous."""
        script = self._script["CONTENT"]
        if not script or script[0][0] not in "45":
            self.taken.append(_read(envelope.original_content))
            self.recipients.append(list(envelope.rcpt_tos))
        return await self.answer("CONTENT", "250 OK", server)


class _Hooks:
    """What aiosmtpd asks."""

    def __init__(self, office: PostOffice) -> None:
        self._office = office

    async def handle_MAIL(  # noqa: N802  aiosmtpd's names
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        envelope.mail_from = address
        return await self._office.answer("MAIL", "250 OK", server)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        answer = await self._office.answer("RCPT", "250 OK", server)
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802
        return await self._office.take(envelope, server)


class _Server(SMTP):
    """An SMTP server whose greeting and `354` can be scripted too."""

    office: PostOffice

    async def push(self, status: str | bytes) -> None:
        text = status if isinstance(status, str) else status.decode()
        greeted = self.session is not None and self.session.host_name
        if text.startswith("220 ") and not greeted:
            self.office.begins(self)
            text = await self.office.answer("CONNECT", text, self)
        elif text.startswith("354 "):
            text = await self.office.answer("DATA", text, self)
        if text:
            await super().push(text)


class _Controller(Controller):
    def __init__(
        self, office: PostOffice, tls: ssl.SSLContext | None, password: str | None
    ) -> None:
        self._office = office
        super().__init__(
            _Hooks(office),
            hostname=office.host,
            port=office.port,
            ready_timeout=10,
            tls_context=tls,
            authenticator=None if password is None else _Authenticator(password),
            auth_required=password is not None,
            auth_require_tls=tls is not None,
        )

    def factory(self) -> SMTP:
        server = _Server(self.handler, **self.SMTP_kwargs)
        server.office = self._office
        return server


class _Authenticator:
    def __init__(self, password: str) -> None:
        self._password = password.encode()

    def __call__(
        self, _: SMTP, __: Session, ___: Envelope, ____: str, login: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=login.password == self._password, handled=False)


def _hang_up(server: SMTP) -> None:
    if isinstance(server.transport, asyncio.Transport):
        server.transport.abort()


def _read(content: bytes | None) -> EmailMessage:
    mail = message_from_bytes(content or b"", policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def free_port() -> int:
    """Find a port below those that outgoing connections are given."""
    while True:
        port = random.randrange(15_000, 32_000)  # noqa: S311  no secret
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
