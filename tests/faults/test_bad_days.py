"""One thing is away: the others keep serving, nothing is lost, and it comes when it is back."""

import concurrent.futures
import time
from uuid import uuid4

import httpx
import pytest
from aiokafka import AIOKafkaProducer
from contracts.topics import TOPICS

from tests.system import Parcel, Requested, System


def _is_ready(system: System, requested: Requested) -> bool:
    return system.state(requested) == "ready"


def test_with_kafka_down_a_request_is_accepted_as_fast_as_ever(system: System) -> None:
    system.require("kafka")
    parcels = [system.ship() for _ in range(6)]
    drafts = [system.draft(parcel) for parcel in parcels]
    with_kafka = _seconds_to_send(system, parcels[:3], drafts[:3])

    system.stack.hold("kafka")
    without = _seconds_to_send(system, parcels[3:], drafts[3:])
    system.stack.release("kafka")

    assert without < with_kafka * 5 + 0.5
    assert len(system.until(lambda: system.mails(parcels[-1].email))) == 1


def _seconds_to_send(system: System, parcels: list[Parcel], drafts: list[str]) -> float:
    took = []
    for parcel, draft in zip(parcels, drafts, strict=True):
        began = time.monotonic()
        assert system.send(parcel, draft).status_code == httpx.codes.CREATED
        took.append(time.monotonic() - began)
    return min(took)


@pytest.mark.parametrize("part", ["portal-work", "merchant-work", "labeler", "notifier"])
def test_with_one_service_down_the_others_serve_and_it_catches_up(
    system: System, part: str
) -> None:
    before = system.request(system.ship())
    waiting = system.ship()
    system.stack.hold(part)

    answer = system.send(waiting, system.draft(waiting)).raise_for_status().json()
    console = system.merchant("GET", "/returns")
    system.stack.release(part)

    requested = Requested(answer["number"], answer["token"], waiting.email)
    assert console.status_code == httpx.codes.OK
    for each in (before, requested):
        system.decide(each, "approve")
        system.until(lambda each=each: _is_ready(system, each))  # type: ignore[misc]
        assert len(system.sold(each)) == 1


def test_with_the_carrier_down_it_takes_longer_and_comes(system: System) -> None:
    requested = system.request(system.ship())
    system.until(lambda: system.dossier(requested))
    system.stack.hold("simulator")

    system.decide(requested, "approve")
    system.until(lambda: system.state(requested) in {"approved", "delayed"})
    system.stack.release("simulator")

    system.until(lambda: _is_ready(system, requested), within_s=120)
    assert len(system.sold(requested)) == 1


def test_with_mail_down_the_page_has_it_all_and_the_mail_comes(system: System) -> None:
    parcel = system.ship()
    system.stack.hold("inbox")

    requested = system.request(parcel)
    system.decide(requested, "approve")
    system.until(lambda: _is_ready(system, requested))
    files = system.status(requested)["files"]
    system.stack.release("inbox")

    assert isinstance(files, dict)
    assert system.http.get(files["label_pdf"]).content.startswith(b"%PDF-")
    mails = system.until(lambda: m if len(m := system.mails(parcel.email)) == 2 else None, 120)
    assert len({str(mail["subject"]) for mail in mails}) == 2


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
async def test_poison_on_a_topic_does_not_stop_it(system: System, topic: str) -> None:
    servers = system.stack.env("topics")["KAFKA_BOOTSTRAP_SERVERS"]
    kind = next(t for t in TOPICS if t.name == topic).events[0].type.encode()
    good_id = str(uuid4()).encode()
    poison: list[tuple[bytes | None, list[tuple[str, bytes | None]]]] = [
        (b"\x00\xff\xfe", []),
        (b"{}", [("ce_type", b"\xff\xfe"), ("ce_id", good_id)]),
        (b"{}", [("ce_type", None), ("ce_id", good_id)]),
        (b'{"wrong": "schema"}', [("ce_type", kind), ("ce_id", good_id)]),
        (b"{}", [("ce_type", b"renvoi.of-tomorrow.v9"), ("ce_id", good_id)]),
        (None, [("ce_type", kind), ("ce_id", good_id)]),
    ]
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        for value, headers in poison:
            await producer.send_and_wait(topic, value, key=b"poison", headers=headers)

    requested = system.request(system.ship())
    system.decide(requested, "approve")
    system.until(lambda: _is_ready(system, requested))

    assert len(system.sold(requested)) == 1


def test_64_submits_of_one_parcel_at_once_make_one_return(system: System) -> None:
    parcel = system.ship()
    drafts = [system.draft(parcel) for _ in range(64)]

    with concurrent.futures.ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(lambda draft: system.send(parcel, draft), drafts))

    created = [answer for answer in answers if answer.status_code == httpx.codes.CREATED]
    refused = [answer for answer in answers if answer.status_code == httpx.codes.CONFLICT]
    assert len(created) == 1
    assert len(refused) == 63
    assert {answer.json()["number"] for answer in refused} == {created[0].json()["number"]}
