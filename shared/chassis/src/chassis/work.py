"""Slow, paid and visible things: durable jobs, claimed by a lock, tried again with back-off.

A job is a row that a transaction enqueues beside its facts. The claim is a session advisory lock,
so SIGKILL frees it at once; the attempt is counted and committed before it begins, so no attempt is
lost. Jobs are at-least-once: what they do must look first at what was already done.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta

import structlog

from chassis import job_store
from chassis.db import OUTAGES, Pool, Tx, ring_on_commit
from chassis.errors import Outage
from chassis.health import Pulse
from chassis.job_store import Job
from chassis.process import Stop
from chassis.session import Session, key_number
from chassis.trace import continue_trace, traceparent

log = structlog.get_logger()

BELL = "jobs"
_POLL_S = 0.5
_WITHIN_S = 300.0
_PATIENCE = 5
"""Attempts that may end in an error nobody foresaw, before a person has to look."""
_LIVES = 20
"""Attempts that the process may not survive. More than errors: most kills are no job's fault."""
_HELD_ELSEWHERE = 100
_LONGEST_PAUSE_S = 60.0
_UNSETTLED_PAUSE_S = 1.0

Perform = Callable[[str], Awaitable[timedelta | None]]
"""Does the job of a key. Returns None when it is done, or in how long it is due again.

Raises Outage to be tried again later, without limit.
"""


async def enqueue(tx: Tx, kind: str, key: str) -> None:
    """Have the job `key` of `kind` done once `tx` has committed. Enqueued twice, it is one job.

    One that was left for a person is taken up afresh.
    """
    await job_store.upsert(tx, kind, key, traceparent())
    ring_on_commit(tx, BELL)


async def work(
    pool: Pool,
    session: Session,
    kinds: Mapping[str, Perform],
    pulse: Pulse,
    stop: Stop,
    *,
    lanes: int = 8,
    within_s: float = _WITHIN_S,
) -> None:
    """Do due jobs of `kinds`, at most `lanes` at a time, until `stop`; then finish those begun.

    An attempt that takes longer than `within_s` is cancelled, and counts as failed.
    """
    bell = await session.bell(BELL)
    running: dict[asyncio.Task[None], tuple[str, str]] = {}

    def begin(job: Job) -> None:
        task = asyncio.create_task(_attempt(pool, session, job, kinds[job.kind], within_s))
        running[task] = (job.kind, job.key)
        task.add_done_callback(lambda _: bell.set())  # a lane is free

    try:
        while not stop.is_set():
            pulse.beat()
            bell.clear()
            _forget_ended(running)
            busy, free = list(running.values()), lanes - len(running)
            try:
                async for job in _claim_due(pool, session, list(kinds), busy, free):
                    begin(job)
            except OUTAGES as error:
                log.warning("jobs not reached", error=type(error).__name__)
            if len(running) == len(busy):
                await stop.or_event(bell, _POLL_S)
    finally:
        if running:
            await asyncio.wait(running)


def _forget_ended(running: dict[asyncio.Task[None], tuple[str, str]]) -> None:
    """Free the lanes of what has ended. Raises SessionDoubtful if one could not be unlocked."""
    for task in [task for task in running if task.done()]:
        del running[task]
        task.result()


async def _claim_due(
    pool: Pool, session: Session, kinds: list[str], busy: list[tuple[str, str]], free: int
) -> AsyncIterator[Job]:
    """Claim due jobs, as many as lanes are free. What was given is begun, whatever follows."""
    if free <= 0:
        return
    # More than there are lanes: the first may all be in the hands of other processes.
    for kind, key in await job_store.list_due(pool, kinds, busy, free + _HELD_ELSEWHERE):
        job = await _claim(pool, session, kind, key)
        if job is not None:
            yield job
            free -= 1
        if not free:
            return


async def _claim(pool: Pool, session: Session, kind: str, key: str) -> Job | None:
    """Take the lock, then count the attempt, if the job is still due and fit to be tried."""
    if not await session.try_lock(f"jobs:{kind}", key_number(key)):
        return None
    job = None
    try:
        job = await job_store.claim(pool, kind, key)
        if job is not None and job.failures > _LIVES:
            await _park(pool, job, note="ended its process again and again")
            job = None
    finally:
        if job is None:
            await session.unlock(f"jobs:{kind}", key_number(key))
    return job


async def _attempt(
    pool: Pool, session: Session, job: Job, perform: Perform, within_s: float
) -> None:
    """Do one job and settle its row. If that cannot be, the row stays due, as counted."""
    continue_trace(job.traceparent)
    try:
        await _perform(pool, job, perform, within_s)
    except Exception:
        log.exception("job not settled", kind=job.kind)
        await asyncio.sleep(_UNSETTLED_PAUSE_S)
    finally:
        await session.unlock(f"jobs:{job.kind}", key_number(job.key))


async def _perform(pool: Pool, job: Job, perform: Perform, within_s: float) -> None:
    try:
        async with asyncio.timeout(within_s) as bound:
            again = await perform(job.key)
    except Outage as error:
        log.info("job tried again later", kind=job.kind, attempts=job.attempts, cause=str(error))
        await _try_again(pool, job, str(error), at_least_s=error.retry_after_s or 0)
    except OUTAGES as error:
        if bound.expired():
            await _fail(pool, job, error)
            return
        log.warning("database away during a job", kind=job.kind, error=type(error).__name__)
        await _try_again(pool, job, type(error).__name__)
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001  told and counted
        await _fail(pool, job, error)
    else:
        if again is None:
            await job_store.finish(pool, job)
        else:
            await job_store.postpone(pool, job, again, attempts=0, failures=0)


async def _try_again(pool: Pool, job: Job, note: str, *, at_least_s: float = 0.0) -> None:
    """Postpone what met an outage, which is no failure of the job."""
    pause = back_off(job.attempts, at_least_s)
    attempts, failures = job.attempts, job.failures - 1
    await job_store.postpone(pool, job, pause, attempts=attempts, failures=failures, note=note)


async def _fail(pool: Pool, job: Job, error: BaseException) -> None:
    """Postpone what failed as nobody foresaw, or leave it for a person."""
    log.error("job failed", kind=job.kind, failures=job.failures, exc_info=error)
    note = type(error).__name__
    if job.failures >= _PATIENCE:
        await _park(pool, job, note)
        return
    pause = back_off(job.attempts)
    attempts, failures = job.attempts, job.failures
    await job_store.postpone(pool, job, pause, attempts=attempts, failures=failures, note=note)


async def _park(pool: Pool, job: Job, note: str) -> None:
    log.error("job parked", kind=job.kind, attempts=job.attempts, note=note)
    await job_store.park(pool, job, note)


def back_off(attempts: int, at_least_s: float = 0.0) -> timedelta:
    """Draw a pause with full jitter: up to 0.4 s after the first attempt, doubling to a minute."""
    ceiling = min(0.2 * 2 ** min(attempts, 16), _LONGEST_PAUSE_S)
    return timedelta(seconds=at_least_s + random.uniform(0, ceiling))  # noqa: S311  jitter
