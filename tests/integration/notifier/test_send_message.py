"""Messages are sent once, tried again when nothing was sent, and parked when nobody can know."""

import asyncio
from email import message_from_bytes
from uuid import uuid4

import pytest
from contracts.messages import MessageFailed, MessageSent
from contracts.values import BlobRef
from notifier.messages import message_about

from tests.integration.notifier.post_office import DROP, HOLD, PostOffice
from tests.integration.notifier.story import SEALED, Story
from tests.unit.notifier.news import (
    EVENT,
    MERCHANT,
    RETURN,
    STATUS_URL,
    a_centre,
    a_label,
    a_refusal,
    a_request,
)

REQUEST = a_request(sealed=SEALED)


@pytest.fixture
async def told(story: Story) -> Story:
    """A notifier that knows the centre and has heard of a request."""
    await story.hears(a_centre(), REQUEST)
    return story


async def test_a_message_is_sent_once_and_announced(told: Story, office: PostOffice) -> None:
    for _ in range(3):
        assert await told.sends(REQUEST) is None

    mail = office.taken[0]
    message_id = message_about(REQUEST, EVENT).message_id
    assert len(office.taken) == 1
    assert office.recipients == [["camille@example.com"]]
    assert mail["Message-ID"] == f"<{message_id}@renvoi.example>"
    assert STATUS_URL in mail.as_string()
    assert await told.outcomes() == [("sent", None)]
    (event,) = await told.told()
    expected = {
        "type": MessageSent.type,
        "key": str(RETURN),
        "message_id": str(message_id),
        "return_id": str(RETURN),
        "merchant_id": str(MERCHANT),
        "template": "request_received",
    }
    assert expected.items() <= event.items()


async def test_an_event_that_comes_again_means_no_second_mail(
    told: Story, office: PostOffice
) -> None:
    await told.hears(REQUEST, REQUEST)
    await told.sends(REQUEST)
    await told.hears(REQUEST)

    await told.sends(REQUEST)

    assert len(office.taken) == 1


async def test_two_workers_at_once_send_one_mail(told: Story, office: PostOffice) -> None:
    # The claim of a job forbids this; a worker that has lost its claim must do no harm either.
    office.answers("RCPT", HOLD)
    first = asyncio.create_task(told.sends(REQUEST))
    await office.reached("RCPT")
    second = await told.sends(REQUEST)
    office.release()

    assert second is None
    assert await first == "another worker has taken the message over"
    assert len(office.taken) == 1
    assert await told.attempts() == ["abandoned", "sent"]


async def test_a_mail_put_off_goes_out_later_with_the_same_bytes(
    told: Story, office: PostOffice
) -> None:
    office.answers("RCPT", "451 greylisted")
    assert await told.sends(REQUEST) == "451 to recipient"
    await told.hears(a_centre(version=2, store_name="Renamed"))
    told.later(minutes=10)

    assert await told.sends(REQUEST) is None

    assert await told.attempts() == ["deferred", "sent"]
    assert len(office.taken) == 1
    assert "Renamed" not in office.taken[0].as_string()


@pytest.mark.parametrize("answer", ["250 taken", "554 no", DROP])
async def test_however_a_message_ends_its_link_is_forgotten(
    told: Story, office: PostOffice, answer: str
) -> None:
    office.answers("CONTENT", "451 not now", answer)
    await told.sends(REQUEST)
    kept = await told.pool.fetchrow("SELECT source FROM mails")
    assert kept is not None
    assert STATUS_URL.encode() in _said(kept["source"])

    await told.sends(REQUEST)

    assert len(await told.outcomes()) == 1
    left = await told.pool.fetch("SELECT source FROM mails")
    assert [row["source"] for row in left] == [b""]


def _said(source: bytes) -> bytes:
    return b"".join(
        part.get_payload(decode=True)  # type: ignore[misc]  # bytes, of what is no multipart
        for part in message_from_bytes(source).walk()
        if not part.is_multipart()
    )


async def test_a_content_put_off_goes_out_later(told: Story, office: PostOffice) -> None:
    office.answers("CONTENT", "451 disk full")

    assert await told.sends(REQUEST) == "451 to content"
    assert await told.sends(REQUEST) is None

    assert len(office.taken) == 1


async def test_a_refused_mail_is_parked_and_announced_without_the_servers_words(
    told: Story, office: PostOffice
) -> None:
    office.answers("RCPT", "550 no such user camille@example.com", "550 again")

    assert await told.sends(REQUEST) is None
    assert await told.sends(REQUEST) is None

    (event,) = await told.told()
    assert (event["type"], event["outcome"], event["reason"]) == (
        MessageFailed.type, "refused", "550 to recipient",
    )  # fmt: skip
    assert await told.outcomes() == [("refused", "550 to recipient")]
    assert office.taken == []


async def test_after_a_lost_answer_nothing_is_sent_again(told: Story, office: PostOffice) -> None:
    office.answers("CONTENT", DROP)

    assert await told.sends(REQUEST) is None
    assert await told.sends(REQUEST) is None

    (event,) = await told.told()
    assert (event["type"], event["outcome"]) == (MessageFailed.type, "unknown")
    assert len(office.taken) == 1
    assert office.conversations == 1


async def test_what_cannot_be_sent_for_a_day_is_given_up(told: Story, office: PostOffice) -> None:
    office.answers("RCPT", "451 later", "451 later")
    await told.sends(REQUEST)
    told.later(hours=23, minutes=59)
    assert await told.sends(REQUEST) == "451 to recipient"
    told.later(minutes=1)

    assert await told.sends(REQUEST) is None

    assert await told.outcomes() == [("refused", "expired")]
    assert office.taken == []


async def test_a_message_waits_for_its_centre(story: Story, office: PostOffice) -> None:
    await story.hears(REQUEST)
    assert await story.sends(REQUEST) == "the centre is not known yet"
    await story.pool.execute("UPDATE jobs SET due_at = now() + interval '1 hour'")

    await story.hears(a_centre(), event_id=uuid4())

    assert await story.waits() == [str(message_about(REQUEST, EVENT).message_id)]
    assert await story.sends(REQUEST) is None
    assert len(office.taken) == 1


async def test_a_centre_wakes_nothing_that_is_done(told: Story) -> None:
    await told.sends(REQUEST)
    await told.pool.execute("DELETE FROM jobs")

    await told.hears(a_centre(version=2), event_id=uuid4())

    assert await told.waits() == []


async def test_the_newest_centre_wins(story: Story, office: PostOffice) -> None:
    await story.hears(a_centre(version=3, store_name="Third"))
    await story.hears(a_centre(version=2, store_name="Second"), REQUEST)

    await story.sends(REQUEST)

    assert office.taken[0]["From"] == "Third <retours@renvoi.example>"


async def test_a_label_comes_with_its_code(
    told: Story, office: PostOffice, code: BlobRef, code_png: bytes
) -> None:
    label = a_label(sealed=SEALED, qr_png=code)
    await told.hears(label, event_id=RETURN)

    await told.sends(label, RETURN)

    (mail,) = office.taken
    pictures = [part for part in mail.walk() if part.get_content_type() == "image/png"]
    assert [part.get_payload(decode=True) for part in pictures] == [code_png]


async def test_a_code_that_is_not_there_yet_is_waited_for(told: Story, office: PostOffice) -> None:
    label = a_label(sealed=SEALED)
    await told.hears(label)

    assert (await told.sends(label) or "").startswith("blob storage")

    assert await told.outcomes() == []
    assert office.conversations == 0


async def test_a_damaged_code_is_not_shown_to_anybody(told: Story, code: BlobRef) -> None:
    label = a_label(sealed=SEALED, qr_png=code.model_copy(update={"sha256": "0" * 64}))
    await told.hears(label)

    assert await told.sends(label) is None

    assert await told.outcomes() == [("refused", "code damaged")]


@pytest.mark.parametrize("sealed", ["AAAA", "not base64 at all", SEALED[:-8]])
async def test_a_broken_seal_is_parked(story: Story, office: PostOffice, sealed: str) -> None:
    refusal = a_refusal(sealed=sealed)
    await story.hears(a_centre(), refusal)

    assert await story.sends(refusal) is None

    assert await story.outcomes() == [("refused", "seal")]
    assert office.conversations == 0


async def test_each_news_of_a_return_is_a_message_of_its_own(
    told: Story, office: PostOffice, code: BlobRef
) -> None:
    refusal, label = a_refusal(sealed=SEALED), a_label(sealed=SEALED, qr_png=code)
    await told.hears(refusal, label)

    for news in (REQUEST, refusal, label):
        await told.sends(news)

    assert len({mail["Message-ID"] for mail in office.taken}) == 3
    assert len(await told.outcomes()) == 3


async def test_text_that_the_database_would_not_take_is_no_obstacle(
    told: Story, office: PostOffice
) -> None:
    refusal = a_refusal(message="Non.\x00 Désolé.", sealed=SEALED)
    await told.hears(refusal)

    assert await told.sends(refusal) is None

    assert len(office.taken) == 1


async def test_without_an_address_for_all_the_store_writes_itself(
    told: Story, office: PostOffice
) -> None:
    told.desk = type(told.desk)(told.desk.server, told.desk.blobs, told.desk.private_key)

    await told.sends(REQUEST)

    assert office.taken[0]["From"] == "Atelier Boréal <retours@atelier-boreal.example>"
