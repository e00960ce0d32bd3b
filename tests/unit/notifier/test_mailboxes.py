"""Which addresses a mail server takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notifier.mailboxes import NotAMailbox, parse_mailbox


@pytest.mark.parametrize(
    ("text", "mailbox"),
    [
        ("camille@example.com", "camille@example.com"),
        (" Camille.Exemple+retours@Example.COM ", "Camille.Exemple+retours@example.com"),
        ("a..b@example.com", "a..b@example.com"),
        ("camille@montréal.example", "camille@xn--montral-fya.example"),
        ("camille@localhost", "camille@localhost"),
    ],
)
def test_what_people_have_is_taken(text: str, mailbox: str) -> None:
    assert str(parse_mailbox(text)) == mailbox


@pytest.mark.parametrize(
    "text",
    [
        "",
        "camille",
        "@example.com",
        "camille@",
        "élise@example.com",
        "a b@example.com",
        "a\x00@example.com",
        "a,b@example.com",
        "<a@example.com",
        "a@example.com>",
        '"a b"@example.com',
        "a@b@example.com",
        "a@[127.0.0.1]",
        "a@example..com",
        "a@-example.com",
        "a@example.com SIZE=1",
        "a" * 65 + "@example.com",
        "a@" + ".".join(["b" * 60] * 5),
    ],
)
def test_what_no_server_takes_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(NotAMailbox) as refusal:
        parse_mailbox(text)

    assert str(refusal.value) == "no mail server would take this address"


@given(st.text())
def test_any_text_is_either_a_mailbox_or_refused(text: str) -> None:
    try:
        mailbox = str(parse_mailbox(text))
    except NotAMailbox:
        return
    assert mailbox.isascii()
    assert not set(mailbox) & set(' \r\n\t\0<>",;:()[]\\')
