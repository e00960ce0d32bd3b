import asyncio
import json
from datetime import timedelta

import httpx
import pytest
from chassis.ids import digest
from chassis.seal import unseal
from contracts.returns import ReturnRequested
from contracts.values import ReplyTo
from portal_api import request_return as use_case
from portal_api.forget_drafts import forget_drafts

from tests.integration.portal_api.portal import PRIVATE_KEY, URL, Portal, a_shipment
from tests.unit.portal_api.story import a_centre


async def announced(portal: Portal) -> list[ReturnRequested]:
    rows = await portal.rows("SELECT value FROM outbox ORDER BY id")
    return [ReturnRequested.model_validate_json(row["value"]) for row in rows]


async def test_a_request_is_written_and_announced(portal: Portal) -> None:
    answer = await portal.send(await portal.draft())

    created = answer.json()
    [event] = await announced(portal)
    assert answer.status_code == 201
    assert created["status_url"] == f"{URL}/r/{created['token']}"
    assert event.number == created["number"]
    assert event.customer_name == "Camille Exemple"
    assert [reason.code for reason in event.reasons] == ["damaged"]
    assert event.comment == "La fermeture est décousue."


async def test_the_reply_opens_for_notifier_alone_and_holds_the_link(portal: Portal) -> None:
    created = (await portal.send(await portal.draft())).json()

    [event] = await announced(portal)
    opened = ReplyTo.model_validate_json(unseal(event.reply.sealed, PRIVATE_KEY))
    assert opened.status_url == created["status_url"]
    assert opened.email == "camille@example.com"


async def test_neither_kafka_nor_the_database_holds_the_link(portal: Portal) -> None:
    draft = await portal.draft()
    token = (await portal.send(draft)).json()["token"]

    rows = await portal.rows("SELECT * FROM outbox")
    stored = await portal.rows("SELECT * FROM returns")
    drafts = await portal.rows("SELECT * FROM drafts")
    everything = repr([tuple(row.values()) for row in (*rows, *stored, *drafts)])
    assert token not in everything
    assert draft not in everything
    assert "/r/" not in everything
    assert stored[0]["token_digest"] == digest(token)


async def test_the_same_draft_sent_again_gives_the_same_return(portal: Portal) -> None:
    draft = await portal.draft()

    first, second = await portal.send(draft), await portal.send(draft, email="other@example.com")

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert len(await announced(portal)) == 1


async def test_a_draft_sent_again_after_it_was_forgotten_gives_the_same_return(
    portal: Portal,
) -> None:
    draft = await portal.draft()
    first = await portal.send(draft)
    portal.now += timedelta(days=3)
    await forget_drafts(portal.pool, now=portal.now)

    second = await portal.send(draft)

    assert (second.status_code, second.json()) == (200, first.json())


async def test_64_simultaneous_submits_make_one_return(portal: Portal) -> None:
    drafts = [await portal.draft() for _ in range(8)]

    replies = await asyncio.gather(*(portal.send(draft) for draft in drafts * 8))

    statuses = sorted(reply.status_code for reply in replies)
    assert statuses == [200] * 7 + [201] + [409] * 56
    assert len({reply.json()["number"] for reply in replies}) == 1
    assert len(await portal.rows("SELECT 1 FROM returns")) == 1
    assert len(await announced(portal)) == 1


async def test_a_second_draft_for_the_same_parcel_is_told_of_the_first(portal: Portal) -> None:
    first, second = await portal.draft(), await portal.draft()
    number = (await portal.send(first)).json()["number"]

    refused = await portal.send(second)

    assert refused.status_code == 409
    assert refused.json()["type"] == "/problems/already-requested"
    assert refused.json()["number"] == number


async def test_another_parcel_has_a_return_of_its_own(portal: Portal) -> None:
    await portal.hear(a_shipment("7023210194837262"))

    one = await portal.send(await portal.draft())
    two = await portal.send(await portal.draft(number="7023210194837262"))

    assert one.json()["number"] != two.json()["number"]


async def test_a_number_that_is_taken_is_drawn_again(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await portal.hear(a_shipment("7023210194837262"))
    draws = iter(["RV-2222-22", "RV-2222-22", "RV-3333-33"])
    monkeypatch.setattr(use_case, "draw_number", lambda: next(draws))

    one = await portal.send(await portal.draft())
    two = await portal.send(await portal.draft(number="7023210194837262"))

    assert (one.json()["number"], two.json()["number"]) == ("RV-2222-22", "RV-3333-33")


async def test_an_unknown_draft_is_refused(portal: Portal) -> None:
    for secret in ("nonsense", "", "\0"):
        answer = await portal.send(secret)

        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/draft-not-found")


async def test_a_draft_lives_for_a_day(portal: Portal) -> None:
    draft = await portal.draft()
    portal.now += timedelta(hours=25)

    assert (await portal.send(draft)).status_code == 404


async def test_all_that_is_wrong_is_said_at_once(portal: Portal) -> None:
    draft = await portal.draft()

    answer = await portal.send(draft, reasons=["nonsense"], email="camille", language="en")

    assert answer.status_code == 422
    assert [found["pointer"] for found in answer.json()["errors"]] == ["/reasons", "/email"]
    assert not await announced(portal)


async def test_who_found_the_parcel_in_time_may_take_a_night_to_write(portal: Portal) -> None:
    portal.now += timedelta(days=21)
    draft = await portal.draft()
    portal.now += timedelta(hours=20)

    assert (await portal.send(draft)).status_code == 201


async def test_a_centre_that_closed_meanwhile_takes_nothing(portal: Portal) -> None:
    draft = await portal.draft()
    await portal.hear(a_centre(version=2, is_open=False))

    assert (await portal.send(draft)).json()["type"] == "/problems/centre-closed"


async def test_the_policy_is_kept_as_it_was(portal: Portal) -> None:
    token, _ = await portal.requested()
    await portal.hear(a_centre(version=2, policy={"fr": "Dix jours.", "en": "Ten days."}))

    async with portal.client() as client:
        page = await client.get(f"/r/{token}/politique")

    assert "Trente jours." in page.text


async def test_an_answer_is_promised_by_business_days(portal: Portal) -> None:
    await portal.requested()

    [row] = await portal.rows("SELECT answer_by_on FROM returns")
    assert row["answer_by_on"].isoformat() == "2026-11-25"


async def test_what_was_never_sent_is_forgotten_after_a_day(portal: Portal) -> None:
    await portal.draft()
    portal.now += timedelta(hours=25)

    again = await forget_drafts(portal.pool, now=portal.now)

    assert not await portal.rows("SELECT 1 FROM drafts UNION ALL SELECT 1 FROM lookup_tries")
    assert again == timedelta(hours=1)


async def test_the_forgetting_job_waits_in_a_fresh_database(portal: Portal) -> None:
    rows = await portal.rows("SELECT kind, key FROM jobs")

    assert [tuple(row) for row in rows] == [("forget", "drafts")]


async def test_a_body_that_is_no_json_is_a_problem(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/api/v1/returns", content=b"{", headers={"content-type": "application/json"}
    )

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_message_on_the_wire_is_plain_json(portal: Portal) -> None:
    await portal.requested()

    [row] = await portal.rows("SELECT topic, key, value FROM outbox")
    assert row["topic"] == "portal.returns"
    assert json.loads(row["value"])["return_id"] == row["key"].decode()
