"""A conversation with a mail server tells how far it came, whatever happens in it."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from notifier.answers import Ending
from notifier.smtp import Envelope, MailServer, deliver

from tests.integration.notifier.post_office import DROP, HOLD, PostOffice, Step

ENVELOPE = Envelope(
    "retours@renvoi.example",
    "camille@example.com",
    b"Subject: dots\r\n\r\n.\r\n..\r\nend of it\r\n.\r\n",
)


class Content:
    """Whether the moment before the content was reached."""

    def __init__(self, error: Exception | None = None) -> None:
        self.reached = False
        self._error = error

    async def __call__(self) -> None:
        self.reached = True
        if self._error is not None:
            raise self._error


async def _deliver(office: PostOffice, content: Content | None = None) -> Ending:
    server = MailServer("127.0.0.1", office.port)
    return await deliver(server, ENVELOPE, content or Content(), within_s=3)


async def test_a_mail_arrives_with_all_its_dots(office: PostOffice) -> None:
    ending = await _deliver(office)

    assert ending == Ending("sent", "250 to content", 250)
    assert office.recipients == [["camille@example.com"]]
    assert office.taken[0].get_payload() == ".\r\n..\r\nend of it\r\n.\r\n"


@pytest.mark.parametrize(
    ("step", "answer", "outcome", "cause"),
    [
        ("CONNECT", "421 busy, Camille", "deferred", "421 to connection"),
        ("CONNECT", "554 go away", "deferred", "554 to connection"),
        ("CONNECT", DROP, "deferred", "connection lost at connection"),
        ("CONNECT", "HTTP/1.1 400 Bad Request", "deferred", "no answer of SMTP at connection"),
        ("MAIL", "451 later", "deferred", "451 to sender"),
        ("MAIL", "553 not yours", "refused", "553 to sender"),
        ("MAIL", "530 log in first", "deferred", "530 to sender"),
        ("MAIL", DROP, "deferred", "connection lost at sender"),
        ("RCPT", "450 greylisted", "deferred", "450 to recipient"),
        ("RCPT", "550 no such camille@example.com", "refused", "550 to recipient"),
        ("RCPT", DROP, "deferred", "connection lost at recipient"),
        ("DATA", "451 later", "deferred", "451 to data"),
        ("DATA", "554 no", "refused", "554 to data"),
        ("DATA", DROP, "deferred", "connection lost at data"),
        ("CONTENT", "421 later", "deferred", "421 to content"),
        ("CONTENT", "451 later", "deferred", "451 to content"),
        ("CONTENT", "554 spam", "refused", "554 to content"),
        ("CONTENT", DROP, "unknown", "connection lost after the content"),
        ("CONTENT", "what?", "unknown", "no answer of SMTP after the content"),
        ("CONTENT", "354 go on", "unknown", "no answer of SMTP after the content"),
    ],
)
async def test_every_ending_is_known_for_what_it_is(
    office: PostOffice, step: Step, answer: str, outcome: str, cause: str
) -> None:
    office.answers(step, answer)
    content = Content()

    ending = await _deliver(office, content)

    assert (ending.outcome, ending.cause) == (outcome, cause)
    assert content.reached == (step == "CONTENT")


@pytest.mark.parametrize(
    ("step", "outcome", "cause"),
    [
        ("CONNECT", "deferred", "no answer in time at connection"),
        ("RCPT", "deferred", "no answer in time at recipient"),
        ("DATA", "deferred", "no answer in time at data"),
        ("CONTENT", "unknown", "no answer in time after the content"),
    ],
)
async def test_nobody_is_waited_for_without_end(
    office: PostOffice, step: Step, outcome: str, cause: str
) -> None:
    office.answers(step, HOLD)
    server = MailServer("127.0.0.1", office.port)

    ending = await deliver(server, ENVELOPE, Content(), within_s=0.3)

    assert (ending.outcome, ending.cause) == (outcome, cause)


async def test_a_server_that_is_away_has_got_nothing(office: PostOffice) -> None:
    office.close()

    ending = await _deliver(office)

    assert ending == Ending("deferred", "connection lost at connection")


async def test_if_the_moment_before_the_content_fails_nothing_is_sent(office: PostOffice) -> None:
    with pytest.raises(OSError, match="database away"):
        await _deliver(office, Content(OSError("database away")))

    assert office.taken == []


async def test_a_connection_lost_just_before_the_content_has_sent_nothing(
    office: PostOffice,
) -> None:
    async def server_goes_away() -> None:
        office.close()
        await asyncio.sleep(0.05)  # the loop must see the end of the connection

    server = MailServer("127.0.0.1", office.port)

    ending = await deliver(server, ENVELOPE, server_goes_away, within_s=3)

    assert ending == Ending("deferred", "connection lost at content")
    assert office.taken == []


# aiosmtpd's own opinion of the server that follows, and ours.
IN_CLEAR = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture(params=["127.0.0.1"])
def guarded(request: pytest.FixtureRequest) -> Iterator[PostOffice]:
    """A server that wants a password and has no encryption."""
    office = PostOffice(host=request.param, password="open sesame")
    office.open()
    yield office
    office.close()


@IN_CLEAR
async def test_a_password_opens_the_server(guarded: PostOffice) -> None:
    server = MailServer("127.0.0.1", guarded.port, user="renvoi", password="open sesame")

    ending = await deliver(server, ENVELOPE, Content(), within_s=3)

    assert ending.outcome == "sent"


@IN_CLEAR
@pytest.mark.parametrize(("user", "code"), [("renvoi", 535), (None, 530)])
async def test_a_wrong_password_refuses_no_message(
    guarded: PostOffice, user: str | None, code: int
) -> None:
    server = MailServer("127.0.0.1", guarded.port, user=user, password="wrong")

    ending = await deliver(server, ENVELOPE, Content(), within_s=3)

    assert (ending.outcome, ending.code) == ("deferred", code)


@IN_CLEAR
@pytest.mark.parametrize("guarded", ["127.0.0.2"], indirect=True)
async def test_a_password_goes_in_clear_to_this_machine_only(guarded: PostOffice) -> None:
    # Any address but the usual three counts as elsewhere.
    server = MailServer(guarded.host, guarded.port, user="renvoi", password="open sesame")

    ending = await deliver(server, ENVELOPE, Content(), within_s=3)

    assert ending == Ending("deferred", "no encryption for the password at connection")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Key and certificate of 127.0.0.1, signed by itself, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    path = tmp_path / "server.pem"
    subprocess.run(  # noqa: S603  nothing in it comes from elsewhere
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=x",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(path), "-out", f"{path}.crt"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return path


@pytest.fixture
def encrypting(certificate: Path) -> Iterator[PostOffice]:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(f"{certificate}.crt", certificate)
    office = PostOffice(tls=tls, password="open sesame")
    office.open()
    yield office
    office.close()


async def test_encryption_is_used_when_it_is_offered(
    encrypting: PostOffice, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    server = MailServer("127.0.0.1", encrypting.port, user="renvoi", password="open sesame")

    ending = await deliver(server, ENVELOPE, Content(), within_s=3)

    assert ending.outcome == "sent"  # this server takes a password under encryption only


async def test_a_certificate_that_nobody_vouches_for_is_not_talked_to(
    encrypting: PostOffice,
) -> None:
    server = MailServer("127.0.0.1", encrypting.port, user="renvoi", password="open sesame")

    ending = await deliver(server, ENVELOPE, Content(), within_s=3)

    assert ending == Ending("deferred", "connection lost at connection")
    assert encrypting.taken == []
