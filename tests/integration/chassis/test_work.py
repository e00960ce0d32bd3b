"""Jobs: done once committed, tried again after outages, counted before they begin."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta

from chassis.db import Pool, Row
from chassis.errors import Outage
from chassis.health import Pulse
from chassis.process import Stop
from chassis.session import Session, open_session
from chassis.work import Perform, back_off, enqueue, work

KILLED = """
import asyncio, os, signal, sys
from chassis.db import open_pool
from chassis.health import Pulse
from chassis.process import Stop
from chassis.session import open_session
from chassis.work import work
async def die(key):
    os.kill(os.getpid(), signal.SIGKILL)
async def main():
    async with open_pool(sys.argv[1]) as pool, open_session(sys.argv[1]) as session:
        await work(pool, session, {"kind": die}, Pulse(60), Stop())
asyncio.run(main())
"""


async def _enqueue(pool: Pool, key: str = "key") -> None:
    async with pool.transaction() as tx:
        await enqueue(tx, "kind", key)


async def _job(pool: Pool) -> Row | None:
    return await pool.fetchrow("SELECT * FROM jobs")


async def _work_until(
    pool: Pool, session: Session, kinds: Mapping[str, Perform], done: asyncio.Event
) -> None:
    stop = Stop()

    async def stop_when_done() -> None:
        async with asyncio.timeout(20):
            await done.wait()
        stop.set()

    await asyncio.gather(work(pool, session, kinds, Pulse(60), stop), stop_when_done())


async def test_a_job_is_done_and_forgotten(pool: Pool, session: Session) -> None:
    done = asyncio.Event()

    async def perform(key: str) -> None:
        assert key == "key"
        done.set()

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    assert await _job(pool) is None


async def test_an_outage_is_tried_again_until_it_is_over(pool: Pool, session: Session) -> None:
    done = asyncio.Event()
    tries: list[int] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) < 4:
            cause = "the other side is away"
            raise Outage(cause)
        done.set()

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    assert len(tries) == 4
    assert await _job(pool) is None


async def test_an_error_nobody_foresaw_is_parked_after_five_attempts(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    tries: list[int] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) == 5:
            done.set()
        raise ZeroDivisionError

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    job = await _job(pool)
    assert job is not None
    assert (job["attempts"], job["note"]) == (5, "ZeroDivisionError")
    assert job["parked_at"] is not None


async def test_a_job_enqueued_while_it_runs_is_done_once_more(pool: Pool, session: Session) -> None:
    done = asyncio.Event()
    tries: list[int] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) == 1:
            await _enqueue(pool)
        else:
            done.set()

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    assert len(tries) == 2
    assert await _job(pool) is None


async def test_a_recurring_job_is_due_again(pool: Pool, session: Session) -> None:
    done = asyncio.Event()

    async def perform(_: str) -> timedelta:
        done.set()
        return timedelta(hours=1)

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    row = await pool.fetchrow("SELECT due_at > now() + interval '59 minutes' AS later FROM jobs")
    assert row is not None
    assert row["later"]


async def test_two_workers_share_the_jobs_and_do_none_twice(
    pool: Pool, plumbed: str, session: Session
) -> None:
    done = asyncio.Event()
    begun: list[str] = []

    async def perform(key: str) -> None:
        begun.append(key)
        if len(begun) == 40:
            done.set()

    for number in range(40):
        await _enqueue(pool, f"key-{number}")
    async with open_session(plumbed) as other:
        await asyncio.gather(
            _work_until(pool, session, {"kind": perform}, done),
            _work_until(pool, other, {"kind": perform}, done),
        )

    assert sorted(begun) == sorted(f"key-{number}" for number in range(40))
    assert await _job(pool) is None


async def test_an_attempt_is_counted_even_if_the_process_is_killed_in_it(
    pool: Pool, plumbed: str, session: Session
) -> None:
    await _enqueue(pool)
    for _ in range(2):
        killed = subprocess.run(  # noqa: ASYNC221, S603
            [sys.executable, "-c", KILLED, plumbed], check=False, timeout=30
        )
        assert killed.returncode == -signal.SIGKILL
    job = await _job(pool)
    done = asyncio.Event()

    async def perform(_: str) -> None:
        done.set()

    await _work_until(pool, session, {"kind": perform}, done)

    assert job is not None
    assert job["attempts"] == 2
    assert await _job(pool) is None


def test_back_off_has_full_jitter_and_a_ceiling() -> None:
    pauses = [back_off(40).total_seconds() for _ in range(200)]

    assert max(pauses) <= 60
    assert min(pauses) < 20
    assert back_off(1, at_least_s=60).total_seconds() >= 60
