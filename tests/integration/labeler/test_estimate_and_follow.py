"""Prices in the carrier's figures, and parcels told once for each thing seen."""

from datetime import timedelta

import pytest
from chassis.errors import Outage
from labeler.clock import utc_now
from labeler.estimate_cost import estimate_cost
from labeler.follow_parcel import follow_parcel

from tests.integration.labeler.conftest import Desk, Simulator, an_approval, an_enquiry


async def test_a_price_is_announced_once_as_the_carrier_says_it(desk: Desk) -> None:
    enquiry = an_enquiry()
    await desk.stage(enquiry, enquiry)

    for _ in range(2):
        await estimate_cost(desk.pool, desk.carrier, enquiry.estimate_id, clock=utc_now)

    [(kind, body)] = await desk.announced()
    lines, taxes = body["lines"], body["taxes"]
    assert isinstance(lines, list)
    assert isinstance(taxes, list)
    parts = [body["base_cents"], *(part["amount_cents"] for part in (*lines, *taxes))]
    assert kind == "renvoi.cost-estimated.v1"
    assert sum(parts) == body["due_cents"]
    assert {tax["kind"] for tax in taxes} == {"gst", "pst"}


async def test_a_service_the_carrier_does_not_offer_is_a_failure_with_words(desk: Desk) -> None:
    enquiry = an_enquiry(service_code="DOM.NOPE")
    await desk.stage(enquiry)

    await estimate_cost(desk.pool, desk.carrier, enquiry.estimate_id, clock=utc_now)

    [(kind, body)] = await desk.announced()
    assert kind == "renvoi.estimate-failed.v1"
    assert body["message"]


async def test_a_carrier_that_is_away_is_asked_again(desk: Desk, simulator: Simulator) -> None:
    enquiry = an_enquiry()
    await desk.stage(enquiry)
    simulator.fail("price", "503")

    with pytest.raises(Outage):
        await estimate_cost(desk.pool, desk.carrier, enquiry.estimate_id, clock=utc_now)
    await estimate_cost(desk.pool, desk.carrier, enquiry.estimate_id, clock=utc_now)

    assert [kind for kind, _ in await desk.announced()] == ["renvoi.cost-estimated.v1"]


async def test_each_thing_seen_is_told_once_until_the_parcel_is_home(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    await desk.create(approved.return_id)
    [(_, created)] = await desk.announced()
    pin = str(created["tracking_pin"])

    async def look() -> timedelta | None:
        return await follow_parcel(
            desk.pool, desk.carrier, approved.return_id, every_s=10, clock=utc_now
        )

    pauses = []
    for stage in ("accepted", "in_transit", "delivered"):
        simulator.scan(pin, stage)
        pauses += [await look(), await look()]

    told = [
        str(body["stage"])
        for kind, body in await desk.announced()
        if kind == "renvoi.parcel-moved.v1"
    ]
    assert told[-3:] == ["accepted", "in_transit", "delivered"]
    assert len(told) == len(set(told))
    assert all(pause is not None for pause in pauses[:4])
    assert pauses[4:] == [None, None]
