from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from tests.contract.simulator.carrier import (
    TRACK,
    TRACK_TYPE,
    Caller,
    Clock,
    codes,
    local_name,
    outline,
)

STAGES = ("accepted", "in_transit", "out_for_delivery", "delivered")


def occurrences(detail: bytes) -> list[dict[str, str]]:
    root = etree.fromstring(detail)
    return [
        {local_name(child): child.text or "" for child in occurrence}
        for occurrence in root.iter(f"{{{TRACK}}}occurrence")
    ]


async def test_a_label_has_a_history_before_anyone_saw_the_parcel(caller: Caller) -> None:
    sold = await caller.sell()

    (event,) = occurrences((await caller.track(sold.pin)).content)

    assert event == {
        "event-identifier": "3002",
        "event-date": "2026-11-25",
        "event-time": "12:00:00",
        "event-time-zone": "EST",
        "event-description": "Return label created",
        "signatory-name": "",
        "event-site": "",
        "event-province": "",
        "event-retail-location-id": "",
        "event-retail-name": "",
    }


async def test_the_parcel_goes_home_newest_event_first(caller: Caller, clock: Clock) -> None:
    sold = await caller.sell()
    for stage in STAGES:
        clock.at += timedelta(hours=5)
        await caller.scan(sold.pin, stage)

    events = occurrences((await caller.track(sold.pin, Accept_Language="fr-CA")).content)

    told = [(e["event-identifier"], e["event-site"], e["event-province"]) for e in events]
    assert told == [
        ("0020", "", ""),
        ("1496", "MONTRÉAL", "QC"),
        ("0174", "MONTRÉAL", "QC"),
        ("0100", "SHERBROOKE", "QC"),
        ("1303", "SHERBROOKE", "QC"),
        ("3002", "", ""),
    ]
    assert events[1]["event-description"] == "Article livré"
    assert events[1]["event-date"] == "2026-11-26"


async def test_in_summer_the_zone_is_edt(caller: Caller, clock: Clock) -> None:
    clock.at = datetime(2026, 7, 1, 3, 30, tzinfo=UTC)
    sold = await caller.sell()

    (event,) = occurrences((await caller.track(sold.pin)).content)

    zoned = (event["event-date"], event["event-time"], event["event-time-zone"])
    assert zoned == ("2026-06-30", "23:30:00", "EDT")


async def test_the_detail_has_every_element_in_its_order(caller: Caller) -> None:
    sold = await caller.sell()

    answer = await caller.track(sold.pin)

    assert answer.headers["content-type"] == TRACK_TYPE
    assert outline(answer.content)[:21] == [
        "tracking-detail",
        f"pin={sold.pin}",
        "active-exists=1",
        "archive-exists",
        "changed-expected-date",
        "destination-postal-id=H2X1Y4",
        "expected-delivery-date",
        "changed-expected-delivery-reason",
        "mailed-by-customer-number=0000000042",
        "mailed-on-behalf-of-customer-number=0000000042",
        "original-pin",
        "service-name=Expedited Parcel",
        "service-name-2=Colis accélérés",
        "customer-ref-1=RV-2841-6K",
        "customer-ref-2",
        "return-pin",
        "signature-image-exists=false",
        "suppress-signature=false",
        "delivery-options",
        "significant-events",
        "occurrence",
    ]


async def test_the_summary_has_every_element_in_its_order(caller: Caller) -> None:
    sold = await caller.sell()
    for stage in STAGES[:3]:
        await caller.scan(sold.pin, stage)

    answer = await caller.track(sold.pin, "summary")

    assert outline(answer.content) == [
        "tracking-summary",
        "pin-summary",
        f"pin={sold.pin}",
        "origin-postal-id=J1H1A1",
        "destination-postal-id=H2X1Y4",
        "destination-province=QC",
        "service-name=Expedited Parcel",
        "mailed-on-date=2026-11-25",
        "expected-delivery-date",
        "actual-delivery-date",
        "delivery-option-completed-ind=0",
        "event-date-time=20261125:120000",
        "event-description=Item out for delivery",
        "attempted-date",
        "customer-ref-1=RV-2841-6K",
        "customer-ref-2",
        "return-pin",
        "event-type=OUT",
        "event-location=MONTRÉAL, QC",
        "signatory-name",
    ]


async def test_a_delivered_parcel_has_its_day(caller: Caller) -> None:
    sold = await caller.sell()
    await caller.scan(sold.pin, "delivered")

    told = outline((await caller.track(sold.pin, "summary")).content)

    assert "actual-delivery-date=2026-11-25" in told
    assert "event-type=SIGNATURE" in told


@pytest.mark.parametrize("kind", ["summary", "detail"])
async def test_a_pin_that_nobody_sold_is_004(caller: Caller, kind: str) -> None:
    answer = await caller.track("7023210039414604", kind)

    assert (answer.status_code, codes(answer)) == (404, ["004"])
