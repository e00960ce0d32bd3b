"""Notices to a merchant's people: each who wants to know, once, and customers' news unharmed."""

from datetime import timedelta
from email.message import EmailMessage
from uuid import UUID, uuid4

import pytest
from chassis.errors import Outage
from contracts.labels import LabelFailed, ParcelMoved
from contracts.messages import MessageFailed
from contracts.notifications import NoticeRecipient
from notifier.send_message import send_message

from tests.integration.notifier.post_office import PostOffice
from tests.integration.notifier.story import SEALED, Story
from tests.unit.notifier.news import (
    MERCHANT,
    NOON,
    RETURN,
    STATUS_URL,
    a_centre,
    a_list,
    a_request,
)

REQUEST = a_request(sealed=SEALED)
NOA = NoticeRecipient(
    email="noa@example.com",
    language="fr",
    kinds=("new_request", "label_problem", "parcel_delivered", "mail_failed"),
)
SAM = NoticeRecipient(email="sam@example.com", language="en", kinds=("label_problem", "tomorrow"))


def _failed() -> LabelFailed:
    return LabelFailed(
        return_id=RETURN,
        merchant_id=MERCHANT,
        outcome="refused",
        codes=("1653",),
        message="Le compte ne permet pas les retours.",
        failed_at=NOON,
    )


def _delivered(code: str) -> ParcelMoved:
    return ParcelMoved(
        return_id=RETURN,
        merchant_id=MERCHANT,
        tracking_pin="7023210194837261",
        stage="delivered",
        carrier_code=code,
        description="Livré",
        happened_at=NOON,
    )


async def _work(story: Story) -> list[str]:
    """Do every job that is there once; return why some want to be done again."""
    again = []
    for row in await story.pool.fetch("SELECT key FROM jobs ORDER BY key"):
        try:
            await send_message(story.pool, story.desk, UUID(row["key"]), clock=story.clock)
        except Outage as outage:
            again.append(str(outage))
    return again


def _to(office: PostOffice, address: str) -> list[EmailMessage]:
    return [
        mail
        for mail, recipients in zip(office.taken, office.recipients, strict=True)
        if recipients == [address]
    ]


@pytest.fixture
async def told(story: Story) -> Story:
    """A notifier that knows the centre and whom to tell."""
    await story.hears(a_centre(), a_list(NOA, SAM))
    return story


async def test_a_request_is_told_to_the_customer_and_to_those_who_decide(
    told: Story, office: PostOffice
) -> None:
    await told.hears(REQUEST, REQUEST)

    for _ in range(2):
        assert await _work(told) == []

    [notice] = _to(office, "noa@example.com")
    assert len(_to(office, "camille@example.com")) == 1
    assert _to(office, "sam@example.com") == []
    assert notice["From"] == "Renvoi <retours@renvoi.example>"
    assert "http://127.0.0.1:8081/retours/RV-2841-6K" in notice.as_string().replace("=\n", "")
    assert STATUS_URL not in notice.as_string().replace("=\n", "")


async def test_of_notices_nothing_is_announced(told: Story) -> None:
    await told.hears(REQUEST)
    await _work(told)

    announced = await told.told()

    assert [event["template"] for event in announced] == ["request_received"]
    assert await told.outcomes() == [("sent", None)] * 2


async def test_a_label_that_failed_is_told_to_each_in_their_language(
    told: Story, office: PostOffice
) -> None:
    await told.hears(REQUEST)
    await told.hears(_failed(), event_id=uuid4())
    await _work(told)

    subjects = [mail["Subject"] for mail in _to(office, "noa@example.com")]
    assert any(subject.startswith("Étiquette à vérifier") for subject in subjects)
    assert [mail["Subject"] for mail in _to(office, "sam@example.com")] == [
        "Label to look into: RV-2841-6K"
    ]


async def test_a_parcel_is_told_to_be_there_once_however_often_the_carrier_says_so(
    told: Story, office: PostOffice
) -> None:
    await told.hears(REQUEST)
    for code in ("1496", "1498"):
        await told.hears(_delivered(code), event_id=uuid4())
    await _work(told)

    subjects = [mail["Subject"] for mail in _to(office, "noa@example.com")]
    assert sum(subject.startswith("Colis livré") for subject in subjects) == 1


async def test_a_customer_who_is_not_reached_is_told_to_those_who_want_to_know(
    told: Story, office: PostOffice
) -> None:
    await told.hears(REQUEST)
    office.answers("RCPT", "550 nobody here")
    await told.sends(REQUEST)
    await _work(told)

    subjects = [mail["Subject"] for mail in _to(office, "noa@example.com")]
    failed = [event for event in await told.told() if event["type"] == MessageFailed.type]
    assert len(failed) == 1
    assert sum("Client non joint" in subject for subject in subjects) == 1


async def test_a_notice_that_is_refused_causes_no_other(told: Story, office: PostOffice) -> None:
    await told.hears(REQUEST)
    await told.sends(REQUEST)
    office.answers("RCPT", "550 nobody here")
    await _work(told)
    await _work(told)

    assert await told.outcomes() == [("sent", None), ("refused", "550 to recipient")]
    assert [event["template"] for event in await told.told()] == ["request_received"]


async def test_news_of_a_return_that_is_not_known_yet_waits_for_it_and_not_for_ever(
    told: Story, office: PostOffice
) -> None:
    await told.hears(_failed(), event_id=uuid4())
    assert await _work(told) == ["the return is not known yet"] * 2

    await told.hears(REQUEST)
    await _work(told)
    assert len(_to(office, "sam@example.com")) == 1

    await told.hears(_failed().model_copy(update={"return_id": uuid4()}), event_id=uuid4())
    told.clock.now += timedelta(days=3)
    await _work(told)
    assert len(_to(office, "sam@example.com")) == 1
    assert ("refused", "expired") in await told.outcomes()


async def test_the_newest_list_counts(told: Story, office: PostOffice) -> None:
    await told.hears(a_list(version=3))
    await told.hears(a_list(NOA, version=2))
    await told.hears(REQUEST)
    await _work(told)

    assert _to(office, "noa@example.com") == []
