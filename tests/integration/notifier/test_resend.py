"""A message told once more is a mail of its own, written anew, and sent at most once as well."""

from uuid import uuid4

from contracts.handling import MessageResendRequested
from contracts.values import Reply
from notifier.send_message import send_message

from tests.integration.notifier.post_office import DROP, PostOffice
from tests.integration.notifier.story import SEALED, Story
from tests.unit.notifier.news import MERCHANT, NOON, RETURN, STATUS_URL, a_centre, a_request

REQUEST = a_request(sealed=SEALED)


def a_wish(template: str = "request_received") -> MessageResendRequested:
    return MessageResendRequested(
        return_id=RETURN,
        merchant_id=MERCHANT,
        template=template,
        requested_at=NOON,
        reply=Reply(language="fr", sealed=SEALED),
    )


async def _send_what_waits(story: Story) -> None:
    rows = await story.pool.fetch(
        "SELECT m.message_id FROM messages AS m"
        " WHERE NOT EXISTS (SELECT FROM outcomes WHERE message_id = m.message_id)"
    )
    for row in rows:
        await send_message(story.pool, story.desk, row["message_id"], clock=story.clock)


async def test_what_was_sent_is_written_anew_and_sent_once_more(
    story: Story, office: PostOffice
) -> None:
    await story.hears(a_centre(), REQUEST)
    await story.sends(REQUEST)
    wish = uuid4()

    await story.hears(a_wish(), event_id=wish)
    await story.hears(a_wish(), event_id=wish)
    await _send_what_waits(story)
    await _send_what_waits(story)

    first, again = office.taken
    assert first["Subject"] == again["Subject"]
    assert first["Message-ID"] != again["Message-ID"]
    assert STATUS_URL in again.as_string(), "though what the first one said is forgotten"
    assert [event["template"] for event in await story.told()] == ["request_received"] * 2


async def test_a_mail_that_may_have_gone_is_settled_by_another(
    story: Story, office: PostOffice
) -> None:
    await story.hears(a_centre(), REQUEST)
    office.answers("CONTENT", DROP)
    await story.sends(REQUEST)

    await story.hears(a_wish(), event_id=uuid4())
    await _send_what_waits(story)

    assert sorted(outcome for outcome, _ in await story.outcomes()) == ["sent", "unknown"]


async def test_what_was_never_told_cannot_be_told_again(story: Story, office: PostOffice) -> None:
    await story.hears(a_centre(), REQUEST)

    await story.hears(a_wish("label_ready"), a_wish("password_reset"), event_id=uuid4())

    told = await story.told()
    assert [event["reason"] for event in told] == ["nothing to send again"] * 2
    assert office.taken == []


async def test_a_refusal_that_is_told_twice_is_one_event(story: Story, office: PostOffice) -> None:
    wish = uuid4()

    for _ in range(2):
        await story.hears(a_wish("label_ready"), event_id=wish)

    rows = await story.pool.fetch("SELECT header_names, header_values FROM outbox")
    heads = [dict(zip(row["header_names"], row["header_values"], strict=True)) for row in rows]
    assert len({head["ce_id"] for head in heads}) == 1
    assert office.taken == []
