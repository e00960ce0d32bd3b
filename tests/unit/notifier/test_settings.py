"""What the notifier is told by its environment."""

from base64 import b64encode

import pytest
from notifier.settings import Settings
from notifier.smtp import MailServer, parse_mail_server
from pydantic import ValidationError

COMPLETE = {
    "DATABASE_URL": "postgresql://notifier@localhost/renvoi",
    "KAFKA_BOOTSTRAP_SERVERS": "localhost:19092",
    "SMTP_URL": "smtp://someone:p%40ss@mail.example:2525",
    "NOTIFIER_PRIVATE_KEY": b64encode(bytes(32)).decode(),
    "BLOB_URL": "file:///tmp",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (*COMPLETE, "MAIL_FROM", "PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_a_server_is_named_by_a_url() -> None:
    assert Settings().mail_server == MailServer(
        "mail.example", 2525, user="someone", password="p@ss"
    )
    assert parse_mail_server("smtps://mail.example") == MailServer(
        "mail.example", 465, implicit_tls=True
    )
    assert parse_mail_server("smtp://127.0.0.1") == MailServer("127.0.0.1", 25)


def test_a_sender_may_be_left_to_the_stores(environment: pytest.MonkeyPatch) -> None:
    assert Settings().sender is None

    environment.setenv("MAIL_FROM", "retours@renvoi.example")

    assert str(Settings().sender) == "retours@renvoi.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMTP_URL", "http://mail.example"),
        ("SMTP_URL", "smtp:///nowhere"),
        ("SMTP_URL", "smtp://someone:secret@mail.example:many"),
        ("MAIL_FROM", "nobody"),
        ("NOTIFIER_PRIVATE_KEY", "short"),
        ("NOTIFIER_PRIVATE_KEY", b64encode(bytes(31)).decode()),
    ],
)
def test_a_wrong_setting_is_named_at_the_start_and_not_shown(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)

    with pytest.raises(ValidationError) as refusal:
        Settings()

    assert [found["loc"] for found in refusal.value.errors()] == [(name.lower(),)]
    assert value not in str(refusal.value)


def test_no_secret_is_shown() -> None:
    shown = repr(Settings()) + repr(Settings().mail_server)

    assert "p@ss" not in shown
    assert "p%40ss" not in shown
    assert COMPLETE["NOTIFIER_PRIVATE_KEY"] not in shown
