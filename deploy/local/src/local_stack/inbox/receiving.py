"""The conversation by which mail arrives; it says what a test has put in its mouth, if anything."""

import asyncio
import logging
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from local_stack.inbox.answers import Answer, Answers, Stage
from local_stack.inbox.mailbox import Mailbox

HOSTNAME = "inbox.example"
SIZE_LIMIT = 40 * 1024 * 1024

# The library logs every line of the conversation, and those hold addresses.
logging.getLogger("mail.log").setLevel(logging.ERROR)


async def listen(host: str, port: int, mailbox: Mailbox, answers: Answers) -> asyncio.Server:
    """Accept mail on `port` until the server that is returned is closed."""
    receiver = Receiver(mailbox, answers)

    def conversation() -> asyncio.Protocol:
        if answer := answers.take("CONNECT"):
            return TurnedAway(answer)
        return SMTP(
            receiver,
            hostname=HOSTNAME,
            ident="mail",
            enable_SMTPUTF8=True,
            data_size_limit=SIZE_LIMIT,
            loop=asyncio.get_running_loop(),
        )

    return await asyncio.get_running_loop().create_server(conversation, host, port)


class TurnedAway(asyncio.Protocol):
    """A caller who hears one line, or none, and is shown out."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        loop = asyncio.get_running_loop()
        self._later = loop.call_later(self._answer.delay_s, self._show_out)

    def connection_lost(self, _: Exception | None) -> None:
        self._later.cancel()

    def _show_out(self) -> None:
        if self._answer.reply is not None:
            self._transport.write(self._answer.reply.encode() + b"\r\n")
        self._transport.close()


class Receiver:
    """The hooks that the library calls, each named for what the client just said."""

    def __init__(self, mailbox: Mailbox, answers: Answers) -> None:
        self._mailbox = mailbox
        self._answers = answers

    async def handle_MAIL(  # noqa: N802  the library's name
        self,
        server: SMTP,
        _: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Note the sender."""
        if (reply := await self._play("MAIL", server)) is not None:
            return reply
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802  the library's name
        self,
        server: SMTP,
        _: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Note one recipient."""
        if (reply := await self._play("RCPT", server)) is not None:
            return reply
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802  the library's name
        self, server: SMTP, _: Session, envelope: Envelope
    ) -> str:
        """Keep the message, unless the answer to come is that it was not."""
        answer = self._answers.take("DATA")
        if answer is None or answer.keeps():
            source = envelope.original_content or b""
            to = tuple(envelope.rcpt_tos)
            self._mailbox.add(source, sender=envelope.mail_from or "", to=to)
        reply = await _perform(answer, server) if answer else None
        return reply or "250 2.0.0 OK"

    async def _play(self, after: Stage, server: SMTP) -> str | None:
        answer = self._answers.take(after)
        return await _perform(answer, server) if answer else None


async def _perform(answer: Answer, server: SMTP) -> str | None:
    await asyncio.sleep(answer.delay_s)
    if answer.drop and server.transport is not None:
        cast("asyncio.Transport", server.transport).abort()
        # The library ends this conversation as soon as it notices; until then, nothing is said.
        await asyncio.Event().wait()
    return answer.reply
