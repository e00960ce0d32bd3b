"""Jobs: done once committed, tried again after outages, counted before they begin."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta

import pytest
from chassis.db import Pool, Row, ring_on_commit
from chassis.errors import Outage
from chassis.health import Pulse
from chassis.process import Stop
from chassis.session import Session, SessionDoubtful, key_number, open_session
from chassis.work import BELL, Perform, enqueue, work

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


async def test_outages_do_not_use_up_the_patience_with_errors(pool: Pool, session: Session) -> None:
    done = asyncio.Event()
    tries: list[int] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) <= 6:
            cause = "away"
            raise Outage(cause)
        if len(tries) == 7:
            raise ZeroDivisionError
        done.set()

    await _enqueue(pool)
    await _work_at_once(pool, session, perform, done)

    assert len(tries) == 8
    assert await _job(pool) is None


async def _work_at_once(
    pool: Pool, session: Session, perform: Perform, done: asyncio.Event, within_s: float = 60
) -> None:
    """Work as ever, but wait for no pause."""
    stop = Stop()

    async def hurry() -> None:
        async with asyncio.timeout(20):
            while not done.is_set():
                await pool.execute("UPDATE jobs SET due_at = now() WHERE due_at > now()")
                async with pool.transaction() as tx:
                    ring_on_commit(tx, BELL)
                await asyncio.sleep(0.05)
        stop.set()

    kinds = {"kind": perform}
    await asyncio.gather(work(pool, session, kinds, Pulse(60), stop, within_s=within_s), hurry())


async def test_a_job_that_hangs_is_ended_and_parked_after_five_attempts(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    ended: list[str] = []

    async def perform(key: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(key)
            if len(ended) == 5:
                done.set()

    await _enqueue(pool)
    await _work_at_once(pool, session, perform, done, within_s=0.05)

    job = await _job(pool)
    assert job is not None
    assert (job["attempts"], job["note"]) == (5, "TimeoutError")
    assert job["parked_at"] is not None


async def test_a_cancellation_from_within_is_a_failure_like_others(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    tries: list[int] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise asyncio.CancelledError
        done.set()

    await _enqueue(pool)
    await _work_at_once(pool, session, perform, done)

    assert len(tries) == 2
    assert await _job(pool) is None


async def test_a_parked_job_that_is_enqueued_again_is_taken_up_afresh(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    await _enqueue(pool)
    await pool.execute("UPDATE jobs SET parked_at = now(), attempts = 5, failures = 5")

    async def perform(_: str) -> None:
        done.set()

    await _enqueue(pool)
    job = await _job(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    assert job is not None
    assert (job["attempts"], job["failures"], job["parked_at"]) == (0, 0, None)
    assert await _job(pool) is None


async def test_a_job_that_ends_its_process_again_and_again_is_parked(
    pool: Pool, plumbed: str, session: Session
) -> None:
    await _enqueue(pool)
    await pool.execute("UPDATE jobs SET attempts = 20, failures = 20")

    async def perform(_: str) -> None:
        raise AssertionError

    stop = Stop()

    async def stop_when_parked() -> None:
        async with asyncio.timeout(20):
            while not await pool.fetch("SELECT FROM jobs WHERE parked_at IS NOT NULL"):
                await stop.sleep(0.02)
        stop.set()

    kinds = {"kind": perform}
    await asyncio.gather(work(pool, session, kinds, Pulse(60), stop), stop_when_parked())

    job = await _job(pool)
    assert job is not None
    assert job["note"] == "ended its process again and again"
    async with open_session(plumbed) as other:
        assert await other.try_lock("jobs:kind", key_number("key"))


async def test_jobs_in_the_hands_of_another_process_do_not_stop_the_rest(
    pool: Pool, plumbed: str, session: Session
) -> None:
    done, all_held = asyncio.Event(), asyncio.Event()
    held: list[str] = []
    for number in range(12):
        await _enqueue(pool, f"slow-{number}")
    await _enqueue(pool, "quick")

    async def hold(key: str) -> None:
        held.append(key)
        if len(held) == 12:
            all_held.set()
        await done.wait()

    async def perform(key: str) -> None:
        if key == "quick":
            done.set()
            return
        await done.wait()

    async with open_session(plumbed) as other:
        stop = Stop()
        holding = asyncio.ensure_future(
            work(pool, other, {"kind": hold}, Pulse(60), stop, lanes=12)
        )
        async with asyncio.timeout(10):
            await all_held.wait()
        await _work_until(pool, session, {"kind": perform}, done)
        stop.set()
        await holding

    assert done.is_set()


async def test_a_cause_that_no_table_takes_does_not_make_a_job_spin(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    tries: list[int] = []
    notes: list[str | None] = []

    async def perform(_: str) -> None:
        tries.append(1)
        if len(tries) == 2:
            job = await _job(pool)
            notes.append(job["note"] if job else None)
            done.set()
            return
        cause = "a\0cause" * 1000
        raise Outage(cause)

    await _enqueue(pool)
    await _work_until(pool, session, {"kind": perform}, done)

    assert notes == [("acause" * 1000)[:500]]
    assert await _job(pool) is None


async def test_work_goes_on_when_the_database_was_out_of_reach(
    pool: Pool, session: Session
) -> None:
    done = asyncio.Event()
    stop = Stop()

    async def perform(_: str) -> None:
        done.set()

    await _enqueue(pool)
    async with pool.transaction() as tx:
        await tx.execute("LOCK TABLE jobs")
        working = asyncio.ensure_future(work(pool, session, {"kind": perform}, Pulse(60), stop))
        await _cut_whoever_waits_for_a_lock(pool)
    finding = asyncio.ensure_future(done.wait())
    await asyncio.wait({working, finding}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    await working

    assert finding.done()


async def _cut_whoever_waits_for_a_lock(pool: Pool) -> None:
    sql = """
        SELECT pg_terminate_backend(pid)
          FROM pg_stat_activity
         WHERE datname = current_database()
           AND wait_event_type = 'Lock'
    """
    async with asyncio.timeout(4):
        while not await pool.fetch(sql):  # noqa: ASYNC110  it has yet to ask
            await asyncio.sleep(0.01)


class SilentConnection:
    """A connection whose server answers no more."""

    async def add_listener(self, *_: object) -> None:
        pass

    async def fetchval(self, *_: object) -> None:
        raise TimeoutError


async def test_a_session_that_gives_no_answer_ends_the_work(pool: Pool) -> None:
    async def perform(_: str) -> None:
        raise AssertionError

    await _enqueue(pool)
    session = Session(SilentConnection(), "public")  # type: ignore[arg-type]

    with pytest.raises(SessionDoubtful):
        await work(pool, session, {"kind": perform}, Pulse(60), Stop())
