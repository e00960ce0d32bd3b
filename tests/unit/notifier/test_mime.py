"""The bytes of a mail: what went in comes out, and nobody's name becomes a header."""

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from uuid import UUID

from contracts.values import Language
from hypothesis import example, given, settings
from hypothesis import strategies as st
from notifier.headers import one_line
from notifier.letters import CODE_CID, Letter
from notifier.mailboxes import parse_mailbox
from notifier.mime import Addressing, put_in_envelope
from notifier.smtp import Envelope

from tests.unit.notifier.news import NOON, a_label, a_letter

HEADERS = {
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
}
MESSAGE = UUID("01900000-0000-7000-8000-00000000000a")
PNG = b"\x89PNG\r\n\x1a\n picture"

# What has broken headers before: ends of lines in all scripts, encoded words, quotes.
_nasty = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            [
                "\r\nBcc: b@example.com",
                "\n\n<html>",
                "\r",
                "\x00",
                "\x0b",
                "\x85",
                "\u2028X-A: b",
                "\u2029",
                "=?utf-8?q?x=0D=0ABcc:_y@example.com?=",
                "=?utf-8?b?DQpCY2M6IHlAZXhhbXBsZS5jb20=?=",
                '"',
                "\\",
                ",",
                "<a@example.com>",
                ";",
                "é" * 80,
                "a" * 200,
            ]
        ),
    ),
    max_size=6,
).map("".join)


def an_envelope(
    *,
    store_name: str = "Atelier Boréal",
    recipient_name: str = "Camille Exemple",
    letter: Letter | None = None,
    language: Language = "fr",
    code: bytes | None = PNG,
    sender: str = "retours@renvoi.example",
) -> Envelope:
    addressing = Addressing(
        message_id=MESSAGE,
        language=language,
        store_name=store_name,
        sender=parse_mailbox(sender),
        contact=parse_mailbox("retours@atelier-boreal.example"),
        recipient=parse_mailbox("camille@example.com"),
        recipient_name=recipient_name,
        written_at=NOON,
    )
    return put_in_envelope(letter or a_letter(a_label()), addressing, code)


def _parsed(envelope: Envelope) -> EmailMessage:
    mail = message_from_bytes(envelope.source, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def _lines(part: MIMEPart | None) -> str:
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


def test_headers_say_who_writes_to_whom_and_that_a_program_does() -> None:
    envelope = an_envelope()

    mail = _parsed(envelope)
    assert mail["From"] == "Atelier Boréal <retours@renvoi.example>"
    assert mail["To"] == "Camille Exemple <camille@example.com>"
    assert mail["Reply-To"] == "Atelier Boréal <retours@atelier-boreal.example>"
    assert mail["Message-ID"] == f"<{MESSAGE}@renvoi.example>"
    assert mail["Date"].datetime == NOON
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "fr-CA"
    assert set(mail.keys()) == HEADERS
    assert (envelope.sender, envelope.recipient) == (
        "retours@renvoi.example",
        "camille@example.com",
    )


def test_a_program_without_pictures_reads_text_and_one_with_them_finds_the_code() -> None:
    letter = a_letter(a_label())

    mail = _parsed(an_envelope(letter=letter))

    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert _lines(text) == letter.text
    assert _lines(html) == letter.html
    pictures = [part for part in mail.walk() if part.get_content_type() == "image/png"]
    assert [part["Content-ID"] for part in pictures] == [f"<{CODE_CID}>"]
    assert [part.get_content_disposition() for part in pictures] == ["inline"]
    assert pictures[0].get_payload(decode=True) == PNG


def test_without_a_code_there_is_no_picture() -> None:
    mail = _parsed(an_envelope(code=None))

    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_every_server_takes_the_bytes() -> None:
    source = an_envelope(store_name="Ł" * 80).source

    assert source.isascii()
    assert max(len(line) for line in source.split(b"\r\n")) <= 998
    assert re.findall(rb"(?<!\r)\n|\r(?!\n)", source) == []


def test_a_long_domain_keeps_the_message_id_whole() -> None:
    domain = ".".join(["b" * 50] * 3) + ".example"

    mail = _parsed(an_envelope(sender=f"a@{domain}"))

    assert mail["Message-ID"] == f"<{MESSAGE}@{domain}>"


@settings(deadline=None)
@given(_nasty, _nasty, _nasty)
@example("\r\nBcc: b@example.com", "=?utf-8?q?x=0D=0ABcc:_y@example.com?=", "\u2028\x00")
def test_no_name_and_no_subject_becomes_a_header(store: str, person: str, subject: str) -> None:
    letter = Letter(subject=subject, text="text\n", html="<p>text</p>\n")

    envelope = an_envelope(store_name=store, recipient_name=person, letter=letter)

    mail = _parsed(envelope)
    assert set(mail.keys()) == HEADERS
    assert len(mail.keys()) == len(HEADERS)
    assert [address.addr_spec for address in mail["To"].addresses] == ["camille@example.com"]
    assert [address.addr_spec for address in mail["From"].addresses] == ["retours@renvoi.example"]
    assert envelope.source.count(b"\0") == 0
    assert max(len(line) for line in envelope.source.split(b"\r\n")) <= 78
    assert envelope.recipient == "camille@example.com"


@settings(deadline=None)
@given(_nasty)
def test_what_can_be_shown_of_a_name_is_shown(name: str) -> None:
    mail = _parsed(an_envelope(store_name=name))

    shown = mail["From"].addresses[0].display_name
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", one_line(name))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300))
def test_a_body_comes_out_as_it_went_in(body: str) -> None:
    letter = Letter(subject="s", text=f".\n{body}\n", html=f"<p>{body}</p>\n")

    mail = _parsed(an_envelope(letter=letter))

    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert _lines(text) == letter.text
    assert _lines(html) == letter.html
