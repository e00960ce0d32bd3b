"""A mail server, a folder of blobs, and a notifier that knows both."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from chassis.blobs import Blobs
from chassis.db import Pool
from contracts.values import BlobRef
from notifier.compose_mail import Desk
from notifier.mailboxes import parse_mailbox
from notifier.smtp import MailServer

from tests.integration.notifier.post_office import PostOffice
from tests.integration.notifier.story import PRIVATE_KEY, Story


@pytest.fixture
def office() -> Iterator[PostOffice]:
    opened = PostOffice()
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def blobs_url(tmp_path: Path) -> str:
    return f"file://{tmp_path}"


@pytest.fixture
def story(notifier_pool: Pool, office: PostOffice, blobs_url: str) -> Story:
    desk = Desk(
        server=MailServer("127.0.0.1", office.port),
        blobs=Blobs(blobs_url),
        private_key=PRIVATE_KEY,
        sender=parse_mailbox("retours@renvoi.example"),
    )
    return Story(notifier_pool, desk)


@pytest.fixture
def code_png() -> bytes:
    picture = io.BytesIO()
    segno.make("https://labels.example/7023210194837261", error="m").save(
        picture, kind="png", scale=6, border=4
    )
    return picture.getvalue()


@pytest.fixture
async def code(story: Story, code_png: bytes) -> BlobRef:
    """A QR code that lies in storage."""
    stored = await story.desk.blobs.put("labels/code.png", code_png, "image/png")
    return BlobRef(
        key=stored.key,
        media_type=stored.media_type,
        size_bytes=stored.size_bytes,
        sha256=stored.sha256,
    )
