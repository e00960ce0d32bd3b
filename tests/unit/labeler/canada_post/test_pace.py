"""How often the carrier is called, by a clock of the test's own."""

import asyncio

import pytest
from labeler.canada_post import CarrierThrottled, CarrierUnavailable, Pace

HOST = "carrier.example"


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def turns(pace: Pace, clock: Clock, calls: int) -> list[float]:
    """The seconds after the start at which each of these calls may go."""
    told = []
    for _ in range(calls):
        await pace.take(HOST, "returns")
        told.append(clock.now - 1_000)
    return told


async def test_a_burst_keeps_its_gaps_and_then_one_goes_each_second() -> None:
    clock = Clock()
    pace = Pace(burst=3, gap_s=0.25, clock=clock, sleep=clock.sleep)

    assert await turns(pace, clock, 6) == [0, 0.25, 0.5, 1, 2, 3]


async def test_rest_fills_the_bucket_again_and_no_further() -> None:
    clock = Clock()
    pace = Pace(burst=2, gap_s=0, clock=clock, sleep=clock.sleep)
    await turns(pace, clock, 2)
    clock.now = 2_000

    assert [at - 1_000 for at in await turns(pace, clock, 3)] == [0, 0, 1]


async def test_hosts_and_products_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pace = Pace(burst=1, clock=clock, sleep=clock.sleep)

    for host, product in ((HOST, "returns"), (HOST, "tracking"), ("other.example", "returns")):
        await pace.take(host, product)

    assert clock.now == 1_000


async def test_a_call_that_would_wait_too_long_is_not_made_and_takes_no_turn() -> None:
    clock = Clock()
    pace = Pace(burst=1, patience_s=0.5, clock=clock, sleep=clock.sleep)
    await pace.take(HOST, "returns")

    for _ in range(3):
        with pytest.raises(CarrierUnavailable) as outage:
            await pace.take(HOST, "returns")
        assert outage.value.retry_after_s == 1
    clock.now += 1
    await pace.take(HOST, "returns")

    assert clock.now == 1_001


async def test_a_pause_stops_its_product_until_it_is_over() -> None:
    clock = Clock()
    pace = Pace(clock=clock, sleep=clock.sleep)
    pace.pause(HOST, "returns", 60)

    await pace.take(HOST, "rating")
    with pytest.raises(CarrierThrottled) as throttled:
        await pace.take(HOST, "returns")
    clock.now += 60
    await pace.take(HOST, "returns")

    assert throttled.value.retry_after_s == 60
    assert clock.now == 1_060


async def test_whoever_waits_when_a_pause_begins_does_not_go() -> None:
    clock = Clock()
    asleep = asyncio.Event()
    wake = asyncio.Event()

    async def sleep(seconds: float) -> None:
        asleep.set()
        await wake.wait()
        clock.now += seconds

    pace = Pace(burst=1, clock=clock, sleep=sleep)
    await pace.take(HOST, "returns")
    waiting = asyncio.create_task(pace.take(HOST, "returns"))
    await asleep.wait()

    pace.pause(HOST, "returns", 60)
    wake.set()

    with pytest.raises(CarrierThrottled) as throttled:
        await waiting
    assert throttled.value.retry_after_s == 59
