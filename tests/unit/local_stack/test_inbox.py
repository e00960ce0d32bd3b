from email.message import EmailMessage
from pathlib import Path

import pytest
from local_stack.inbox.answers import Answer, Answers
from local_stack.inbox.mail import Mail, read_mail, shown_html
from local_stack.inbox.mailbox import Mailbox
from local_stack.inbox.words import Language, catalogue
from pydantic import ValidationError


def a_letter(html: str = "<p>Bonjour</p>") -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "Atelier Boréal <retours@atelier-boreal.example>"
    letter["Subject"] = "Votre code est prêt"
    letter["Message-ID"] = "<1@renvoi.example>"
    letter["Date"] = "Wed, 25 Nov 2026 09:42:00 -0500"
    letter.set_content("Bonjour\n")
    letter.add_alternative(html, subtype="html")
    return letter


def read(source: bytes) -> Mail:
    return read_mail(
        source, mail_id="000001", sender="a@example.com", to=("b@example.com",), received_at=""
    )


def test_a_letter_is_read_whole() -> None:
    letter = a_letter()
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="étiquette.pdf")

    mail = read(letter.as_bytes())

    assert (mail.message_id, mail.subject) == ("<1@renvoi.example>", "Votre code est prêt")
    assert (mail.text, mail.html) == ("Bonjour\n", "<p>Bonjour</p>\n")
    assert mail.date == "2026-11-25T09:42:00-05:00"
    assert [(piece.name, piece.content) for piece in mail.pieces] == [("étiquette.pdf", b"%PDF-")]


def test_pictures_in_the_letter_are_shown_from_the_letter() -> None:
    letter = a_letter('<html><head></head><img src="cid:qr@renvoi"><img src="cid:other"></html>')
    html_part = letter.get_body(("html",))
    assert isinstance(html_part, EmailMessage)
    html_part.add_related(b"\x89PNG", "image", "png", cid="<qr@renvoi>")

    shown = shown_html(read(letter.as_bytes()), lambda piece: f"/pieces/{piece.number}")

    assert '<head><base target="_blank">' in shown
    assert 'src="/pieces/4"' in shown
    assert 'src="cid:other"' in shown


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"no headers at all",
        b"Content-Type: text/plain; charset=klingon\r\n\r\nnuqneH \xff",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\ncut off",
        b"Subject: =?utf-8?q?broken\r\nDate: yesterday\r\n\r\nx",
    ],
)
def test_however_badly_it_is_written_it_is_shown(source: bytes) -> None:
    assert read(source).id == "000001"


def test_letters_survive_a_restart_and_numbers_go_on(tmp_path: Path) -> None:
    Mailbox(tmp_path).add(b"Subject: 1\r\n\r\n", sender="a@example.com", to=("b@example.com",))

    mailbox = Mailbox(tmp_path)
    mailbox.add(b"Subject: 2\r\n\r\n", sender="a@example.com", to=("c@example.com",))

    assert [(mail.id, mail.subject, mail.to) for mail in mailbox.list()] == [
        ("000002", "2", ("c@example.com",)),
        ("000001", "1", ("b@example.com",)),
    ]


def test_half_a_letter_is_no_letter(tmp_path: Path) -> None:
    (tmp_path / "000001.json").write_text("{}")
    (tmp_path / "000001.eml.partial").write_bytes(b"Subj")

    assert Mailbox(tmp_path).list() == []


def test_answers_are_played_in_order_as_often_as_asked() -> None:
    answers = Answers()
    answers.add(Answer(after="DATA", reply="451 later", times=2))
    answers.add(Answer(after="DATA", drop=True))

    taken = [answers.take("DATA") for _ in range(4)]

    assert answers.take("RCPT") is None
    assert [answer and answer.reply for answer in taken] == ["451 later", "451 later", None, None]
    assert [answer.keeps() for answer in taken if answer] == [False, False, True]


@pytest.mark.parametrize(
    "document",
    [
        {"after": "DATA"},
        {"after": "DATA", "reply": "later"},
        {"after": "DATA", "reply": "451 a\r\n250 b"},
        {"after": "DATA", "reply": "451 later", "drop": True},
        {"after": "LUNCH", "drop": True},
        {"after": "DATA", "drop": True, "colour": "red"},
    ],
)
def test_an_answer_that_cannot_be_played_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate(document)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_inbox_speaks_both_languages(language: Language) -> None:
    assert catalogue(language)("title")
