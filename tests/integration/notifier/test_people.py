"""A merchant's own people are written to once, while it is of use, and nothing is left of it."""

from datetime import timedelta

import pytest
from chassis.seal import seal
from notifier.messages import PersonNews

from tests.integration.notifier.post_office import PostOffice
from tests.integration.notifier.story import PUBLIC_KEY, Story
from tests.unit.notifier.news import (
    LINK,
    NOA,
    a_changed_password,
    a_reset,
    an_invitation,
)

SEALED = seal(NOA.model_dump_json().encode(), PUBLIC_KEY)


@pytest.mark.parametrize("make", [an_invitation, a_reset, a_changed_password])
async def test_a_person_is_written_to_once_by_the_product_with_answers_to_the_store(
    story: Story, office: PostOffice, make: object
) -> None:
    assert callable(make)
    news: PersonNews = make(sealed=SEALED)
    await story.hears(news, news)

    for _ in range(2):
        assert await story.sends(news) is None

    [mail] = office.taken
    assert office.recipients == [["noa@atelier-boreal.example"]]
    assert mail["From"] == "Renvoi <retours@renvoi.example>"
    assert mail["Reply-To"].addresses[0].addr_spec == "retours@atelier-boreal.example"
    assert LINK in str(mail.get_body(("plain",)))
    assert await story.outcomes() == [("sent", None)]
    assert await story.told() == [], "no return is any the wiser"


async def test_no_centre_has_to_be_known(story: Story, office: PostOffice) -> None:
    news = an_invitation(sealed=SEALED)
    await story.hears(news)

    await story.sends(news)

    assert len(office.taken) == 1


async def test_a_link_that_has_died_is_not_sent_any_more(story: Story, office: PostOffice) -> None:
    news = a_reset(sealed=SEALED)
    await story.hears(news)
    office.answers("RCPT", "451 later")
    assert await story.sends(news) == "451 to recipient"
    story.clock.now += timedelta(hours=1)

    await story.sends(news)

    assert office.taken == []
    assert await story.outcomes() == [("refused", "expired")]


async def test_the_link_lies_nowhere_once_it_was_sent(story: Story) -> None:
    news = an_invitation(sealed=SEALED)
    await story.hears(news)

    await story.sends(news)

    for table in ("messages", "mails", "outbox", "attempts", "outcomes"):
        rows = await story.pool.fetch(f"SELECT * FROM {table}")  # noqa: S608  our own names
        assert LINK not in str([dict(row) for row in rows]), table


async def test_what_another_key_has_sealed_is_not_sent(story: Story, office: PostOffice) -> None:
    news = an_invitation()
    await story.hears(news)

    await story.sends(news)

    assert office.taken == []
    assert await story.outcomes() == [("refused", "seal")]
