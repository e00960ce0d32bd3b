"""The real process, killed in the middle of a conversation: at most one mail, none forgotten.

Kafka is away all the while, which hinders no mail.
"""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from tests.conftest import DatabaseUrl
from tests.integration.notifier.post_office import HOLD, PostOffice, free_port
from tests.integration.notifier.story import PRIVATE_KEY, SEALED, Story
from tests.unit.notifier.news import CAMILLE, STATUS_URL, a_centre, a_refusal, a_request

REQUEST = a_request(sealed=SEALED)
Start = Callable[[], Awaitable[Process]]


@pytest.fixture
async def start(database: DatabaseUrl, office: PostOffice, blobs_url: str) -> AsyncIterator[Start]:
    """Start the work role as it is run; what still runs at the end is killed."""
    environment = os.environ | {
        "DATABASE_URL": database("notifier"),
        "KAFKA_BOOTSTRAP_SERVERS": f"127.0.0.1:{free_port()}",
        "SMTP_URL": f"smtp://127.0.0.1:{office.port}",
        "MAIL_FROM": "retours@renvoi.example",
        "NOTIFIER_PRIVATE_KEY": PRIVATE_KEY,
        "BLOB_URL": blobs_url,
        "PORT": str(free_port()),
    }
    started: list[Process] = []

    async def begin() -> Process:
        command = (sys.executable, "-m", "notifier", "work")
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, stdout=PIPE, stderr=STDOUT
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _kill(process: Process) -> None:
    process.send_signal(signal.SIGKILL)
    await process.wait()


async def _outcome(story: Story) -> tuple[str, str | None]:
    """Wait for the end of the only message."""
    async with asyncio.timeout(20):
        while not (outcomes := await story.outcomes()):  # noqa: ASYNC110  another process's
            await asyncio.sleep(0.05)
    return outcomes[0]


async def test_killed_before_the_content_the_mail_goes_out_afterwards(
    story: Story, office: PostOffice, start: Start
) -> None:
    await story.hears(a_centre(), REQUEST)
    office.answers("RCPT", HOLD)
    first = await start()
    await office.reached("RCPT")

    await _kill(first)
    await start()

    assert await _outcome(story) == ("sent", None)
    assert len(office.taken) == 1
    assert await story.attempts() == ["abandoned", "sent"]


async def test_killed_after_the_content_the_mail_is_not_sent_again(
    story: Story, office: PostOffice, start: Start
) -> None:
    await story.hears(a_centre(), REQUEST)
    office.answers("CONTENT", HOLD)
    first = await start()
    await office.reached("CONTENT")

    await _kill(first)
    await start()

    assert await _outcome(story) == ("unknown", "the process ended after the content")
    assert len(office.taken) == 1
    assert office.conversations == 1


async def test_the_log_tells_what_happened_and_nothing_of_the_person(
    story: Story, office: PostOffice, start: Start
) -> None:
    office.answers("RCPT", f"451 {CAMILLE.email} is greylisted", f"550 no {CAMILLE.email} here")
    refusal = a_refusal(message="Canary of a message", sealed=SEALED)
    await story.hears(a_centre(), refusal)
    process = await start()
    await _outcome(story)

    process.send_signal(signal.SIGTERM)
    output, _ = await process.communicate()

    log = output.decode()
    assert process.returncode == 0
    assert "message deferred" in log
    assert "message parked" in log
    for secret in (CAMILLE.email, CAMILLE.name, STATUS_URL[-22:], "greylisted", "Canary", SEALED):
        assert secret not in log
    told = str(await story.told())
    for secret in (CAMILLE.email, CAMILLE.name, STATUS_URL[-22:], "no camille", "Canary"):
        assert secret not in told
