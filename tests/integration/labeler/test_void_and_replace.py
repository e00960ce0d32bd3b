"""One label of a return counts: one given up is not bought, one replaced is still followed."""

import asyncio
import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from chassis.db import Row
from contracts.decisions import ReturnApproved
from contracts.event import Event
from contracts.handling import LabelVoidRequested, ReplacementLabelRequested
from labeler.clock import utc_now
from labeler.follow_parcel import follow_parcel
from labeler.labels import order_id_of

from tests.conftest import DatabaseUrl
from tests.integration.labeler.conftest import PRIVATE_KEY, Desk, Simulator, an_approval

KILLED_AT = Path(__file__).parent / "killed_at.py"


def a_void(approved: ReturnApproved, generation: int = 1) -> LabelVoidRequested:
    return LabelVoidRequested(
        return_id=approved.return_id,
        number=approved.number,
        merchant_id=approved.merchant_id,
        generation=generation,
        cause="replaced",
        requested_at=utc_now(),
    )


def a_replacement(approved: ReturnApproved, generation: int = 2) -> ReplacementLabelRequested:
    said = approved.model_dump(exclude={"approved_at"})
    return ReplacementLabelRequested(**said, generation=generation, requested_at=utc_now())


async def _told(desk: Desk, kind: str) -> list[dict[str, object]]:
    return [body for name, body in await desk.announced() if kind in name]


async def _follow(desk: Desk, order_id: UUID) -> None:
    await follow_parcel(desk.pool, desk.carrier, order_id, every_s=10, clock=utc_now)


async def _live(desk: Desk) -> list[Row]:
    sql = "SELECT generation FROM label_orders WHERE voided_at IS NULL"
    return await desk.pool.fetch(sql)


async def test_a_label_given_up_before_it_was_bought_is_not_bought(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    void = a_void(approved)
    await desk.stage(approved, void, void)

    await desk.create(approved.return_id)

    [voided] = await _told(desk, "label-voided")
    assert (voided["generation"], voided["tracking_pin"]) == (1, None)
    assert simulator.sold(approved.number) == []
    assert await _told(desk, "label-failed") == []


async def test_a_voided_label_that_is_used_is_seen(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    await desk.create(approved.return_id)
    await desk.stage(a_void(approved))
    [sold] = simulator.sold(approved.number)

    simulator.scan(sold["pin"], "accepted")
    await _follow(desk, approved.return_id)

    [voided] = await _told(desk, "label-voided")
    moved = await _told(desk, "parcel-moved")
    assert voided["tracking_pin"] == sold["pin"]
    assert (moved[-1]["stage"], moved[-1]["generation"]) == ("accepted", 1)


async def test_a_label_given_up_while_it_is_being_bought_is_never_offered(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "delay:0.5")

    buying = asyncio.create_task(desk.create(approved.return_id))
    async with asyncio.timeout(10):
        while not await desk.pool.fetch("SELECT FROM label_attempts"):  # noqa: ASYNC110  a row tells it
            await asyncio.sleep(0.01)
    await desk.stage(a_void(approved))
    await buying

    assert await _told(desk, "label-created") == []
    [sold] = simulator.sold(approved.number)
    told = await _told(desk, "label-voided")
    assert [it["tracking_pin"] for it in told] == [None, sold["pin"]]
    assert await desk.pool.fetch("SELECT FROM jobs WHERE kind = 'track'"), "it may be used"


async def test_another_label_takes_the_place_of_the_first(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    await desk.create(approved.return_id)
    second = order_id_of(approved.return_id, 2)

    await desk.stage(a_void(approved), a_replacement(approved), a_replacement(approved))
    await desk.create(second)
    await desk.create(second)

    first, other = await _told(desk, "label-created")
    sold = simulator.sold(approved.number)
    assert (first["generation"], other["generation"]) == (1, 2)
    assert first["tracking_pin"] != other["tracking_pin"]
    assert first["label"] != other["label"], "each has files of its own"
    assert len(sold) == 2
    assert [row["generation"] for row in await _live(desk)] == [2]


async def test_a_label_in_doubt_is_left_behind_by_another(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "lost-response")
    await desk.create(approved.return_id)

    await desk.stage(a_void(approved), a_replacement(approved))
    await desk.create(order_id_of(approved.return_id, 2))
    await desk.create(approved.return_id)

    [created] = await _told(desk, "label-created")
    assert created["generation"] == 2
    assert len(simulator.sold(approved.number)) == 2, "the lost one and the new one, and no more"


async def test_in_any_order_and_twice_one_label_counts_and_it_is_the_last(desk: Desk) -> None:
    for order in itertools.permutations(range(4)):
        approved = an_approval()
        news: list[Event] = [
            approved,
            a_void(approved),
            a_replacement(approved),
            a_replacement(approved, 3),
        ]
        for index in (*order, *order):
            await desk.stage(news[index])

        sql = "SELECT generation FROM label_orders WHERE return_id = $1 AND voided_at IS NULL"
        live = await desk.pool.fetch(sql, approved.return_id)
        assert [row["generation"] for row in live] == [3], order
    assert len(await _told(desk, "label-voided")) == 24


@pytest.mark.parametrize("place", ["before the attempt", "after the call", "after the files"])
async def test_a_second_label_survives_a_crash_as_the_first_does(
    desk: Desk, simulator: Simulator, database: DatabaseUrl, tmp_path: Path, place: str
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    await desk.create(approved.return_id)
    await desk.stage(a_replacement(approved))
    second = order_id_of(approved.return_id, 2)
    environment = {
        **os.environ,
        "DATABASE_URL": database("labeler"),
        "CANADA_POST_URL": simulator.url,
        "LABELER_PRIVATE_KEY": PRIVATE_KEY,
        "BLOB_URL": (tmp_path / "blobs").as_uri(),
    }

    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, str(KILLED_AT), place, str(second)], env=environment
    )
    await desk.create(second)

    assert killed.returncode == -signal.SIGKILL
    assert len(simulator.sold(approved.number)) == 2
    told = [*await _told(desk, "label-created"), *await _told(desk, "label-failed")]
    assert [body["generation"] for body in told] == [1, 2]
