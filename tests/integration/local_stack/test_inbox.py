import smtplib
from collections.abc import Iterator
from email.message import EmailMessage

import httpx
import pytest
from local_stack.ports import free_ports
from local_stack.stack import Stack


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("inbox"), ports=free_ports(), only={"inbox"}) as stack:
        yield stack


@pytest.fixture
def inbox(stack: Stack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=stack.url("inbox")) as client:
        client.delete("/api/messages")
        client.delete("/api/answers")
        yield client


def send(stack: Stack, subject: str = "Votre code est prêt") -> None:
    letter = EmailMessage()
    letter["Subject"] = subject
    letter.set_content("Bonjour")
    letter.add_alternative("<script>alert(1)</script><p>Bonjour</p>", subtype="html")
    with smtplib.SMTP("127.0.0.1", stack.ports.smtp, timeout=10) as connection:
        connection.send_message(letter, "shop@example.com", ["camille@example.com"])


def test_a_letter_taken_survives_a_kill(stack: Stack, inbox: httpx.Client) -> None:
    send(stack, "un")
    send(stack, "deux")

    stack.kill("inbox")
    stack.restart("inbox")
    stack.await_ready("inbox")

    letters = inbox.get("/api/messages").json()
    assert [letter["subject"] for letter in letters] == ["deux", "un"]
    whole = inbox.get(f"/api/messages/{letters[0]['id']}").json()
    assert whole["to"] == ["camille@example.com"]
    assert whole["text"] == "Bonjour\n"
    assert inbox.get("/api/messages", params={"to": "nobody@example.com"}).json() == []


@pytest.mark.parametrize(
    ("answer", "error", "kept"),
    [
        ({"after": "CONNECT", "reply": "421 4.3.2 closed"}, smtplib.SMTPConnectError, 0),
        ({"after": "MAIL", "drop": True}, smtplib.SMTPServerDisconnected, 0),
        ({"after": "RCPT", "reply": "550 5.1.1 nobody"}, smtplib.SMTPRecipientsRefused, 0),
        ({"after": "DATA", "reply": "451 4.3.0 later"}, smtplib.SMTPDataError, 0),
        ({"after": "DATA", "drop": True}, smtplib.SMTPServerDisconnected, 1),
        ({"after": "DATA", "drop": True, "kept": False}, smtplib.SMTPServerDisconnected, 0),
    ],
)
def test_the_outside_world_can_be_told_to_behave_badly_once(
    stack: Stack,
    inbox: httpx.Client,
    answer: dict[str, object],
    error: type[Exception],
    kept: int,
) -> None:
    assert inbox.post("/api/answers", json=answer).status_code == 201

    with pytest.raises(error):
        send(stack)
    send(stack)

    assert len(inbox.get("/api/messages").json()) == kept + 1


def test_a_letter_cannot_do_more_than_be_looked_at(stack: Stack, inbox: httpx.Client) -> None:
    send(stack)
    (letter,) = inbox.get("/api/messages").json()

    shown = inbox.get(f"/messages/{letter['id']}/html")
    page = inbox.get(f"/messages/{letter['id']}")

    policy = shown.headers["content-security-policy"]
    assert policy.startswith("sandbox ")
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/api/messages", {"Host": "attacker.example"}),
        ("POST", "/forget", {"Sec-Fetch-Site": "cross-site"}),
        ("DELETE", "/api/messages", {"Sec-Fetch-Site": "same-site"}),
        ("POST", "/forget", {"Origin": "https://attacker.example"}),
        ("POST", "/api/answers", {"Origin": "null"}),
    ],
)
def test_pages_of_other_sites_are_not_welcome(
    inbox: httpx.Client, method: str, path: str, headers: dict[str, str]
) -> None:
    assert inbox.request(method, path, headers=headers).status_code == 403
