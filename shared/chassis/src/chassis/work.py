"""Slow, paid and visible things: durable jobs, claimed by a lock, tried again with back-off.

A job is a row that a transaction enqueues beside its facts. The claim is a session advisory lock,
so SIGKILL frees it at once; the attempt is counted and committed before it begins, so no attempt is
lost. Jobs are at-least-once: what they do must look first at what was already done.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from chassis.db import OUTAGES, Pool, Tx, ring_on_commit
from chassis.errors import Outage
from chassis.health import Pulse
from chassis.process import Stop
from chassis.session import Session, key_number
from chassis.trace import continue_trace, traceparent

log = structlog.get_logger()

BELL = "jobs"
_POLL_S = 0.5
_PATIENCE = 5
"""Attempts that may end in an error nobody foresaw, before a person has to look."""
_LONGEST_PAUSE_S = 60.0

Perform = Callable[[str], Awaitable[timedelta | None]]
"""Does the job of a key. Returns None when it is done, or in how long it is due again.

Raises Outage to be tried again later, without limit.
"""


@dataclass(frozen=True, slots=True)
class _Job:
    kind: str
    key: str
    attempts: int
    generation: int
    traceparent: str | None


async def enqueue(tx: Tx, kind: str, key: str) -> None:
    """Have the job `key` of `kind` done once `tx` has committed. Enqueued twice, it is one job."""
    sql = """
        INSERT INTO jobs (kind, key, traceparent)
        VALUES ($1, $2, $3)
            ON CONFLICT (kind, key) DO UPDATE
           SET due_at = least(jobs.due_at, now()),
               generation = jobs.generation + 1
    """
    await tx.execute(sql, kind, key, traceparent())
    ring_on_commit(tx, BELL)


async def work(
    pool: Pool,
    session: Session,
    kinds: Mapping[str, Perform],
    pulse: Pulse,
    stop: Stop,
    *,
    lanes: int = 8,
) -> None:
    """Do due jobs of `kinds`, at most `lanes` at a time, until `stop`; then finish those begun."""
    bell = await session.bell(BELL)
    running: dict[asyncio.Task[None], tuple[str, str]] = {}
    while not stop.is_set():
        pulse.beat()
        bell.clear()
        begun = await _begin(pool, session, kinds, running, lanes, bell)
        if not begun:
            await stop.or_event(bell, _POLL_S)
    if running:
        await asyncio.wait(running)


async def _begin(
    pool: Pool,
    session: Session,
    kinds: Mapping[str, Perform],
    running: dict[asyncio.Task[None], tuple[str, str]],
    lanes: int,
    bell: asyncio.Event,
) -> int:
    """Start as many due jobs as there are free lanes; return how many."""
    free = lanes - len(running)
    if free <= 0:
        return 0
    begun = 0
    for kind, key in await _list_due(pool, list(kinds), list(running.values()), free):
        job = await _claim(pool, session, kind, key)
        if job is None:
            continue
        task = asyncio.create_task(_attempt(pool, session, job, kinds[kind]))
        running[task] = (kind, key)
        task.add_done_callback(running.pop)
        task.add_done_callback(lambda _: bell.set())  # a lane is free
        begun += 1
    return begun


async def _list_due(
    pool: Pool, kinds: list[str], busy: list[tuple[str, str]], limit: int
) -> list[tuple[str, str]]:
    sql = """
        SELECT kind, key
          FROM jobs
         WHERE parked_at IS NULL
           AND due_at <= now()
           AND kind = ANY($1)
           AND (kind, key) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
         ORDER BY due_at
         LIMIT $4
    """
    names, keys = [kind for kind, _ in busy], [key for _, key in busy]
    rows = await pool.fetch(sql, kinds, names, keys, limit)
    return [(row["kind"], row["key"]) for row in rows]


async def _claim(pool: Pool, session: Session, kind: str, key: str) -> _Job | None:
    """Take the lock, then count the attempt, if the job is still due."""
    if not await session.try_lock(f"jobs:{kind}", key_number(key)):
        return None
    sql = """
        UPDATE jobs
           SET attempts = attempts + 1
         WHERE kind = $1 AND key = $2 AND parked_at IS NULL AND due_at <= now()
     RETURNING kind, key, attempts, generation, traceparent
    """
    row = await pool.fetchrow(sql, kind, key)
    if row is None:
        await session.unlock(f"jobs:{kind}", key_number(key))
        return None
    return _Job(**row)


async def _attempt(pool: Pool, session: Session, job: _Job, perform: Perform) -> None:
    """Do one job and settle its row. With the database away the row stays due, as counted."""
    continue_trace(job.traceparent)
    try:
        await _perform(pool, job, perform)
    except OUTAGES as error:
        log.warning("job not settled", kind=job.kind, error=type(error).__name__)
    finally:
        await session.unlock(f"jobs:{job.kind}", key_number(job.key))


async def _perform(pool: Pool, job: _Job, perform: Perform) -> None:
    try:
        again = await perform(job.key)
        await (_finish(pool, job) if again is None else _postpone(pool, job, again, attempts=0))
    except Outage as error:
        log.info("job tried again later", kind=job.kind, attempts=job.attempts, cause=str(error))
        pause = back_off(job.attempts, at_least_s=error.retry_after_s or 0)
        await _postpone(pool, job, pause, note=str(error))
    except OUTAGES as error:
        log.warning("database away during a job", kind=job.kind, error=type(error).__name__)
        await _postpone(pool, job, back_off(job.attempts), note=type(error).__name__)
    except Exception as error:
        log.exception("job failed", kind=job.kind, attempts=job.attempts)
        if job.attempts >= _PATIENCE:
            await _park(pool, job, note=type(error).__name__)
        else:
            await _postpone(pool, job, back_off(job.attempts), note=type(error).__name__)


def back_off(attempts: int, at_least_s: float = 0.0) -> timedelta:
    """Draw a pause with full jitter: up to 0.4 s after the first attempt, doubling to a minute."""
    ceiling = min(0.2 * 2 ** min(attempts, 16), _LONGEST_PAUSE_S)
    return timedelta(seconds=at_least_s + random.uniform(0, ceiling))  # noqa: S311  jitter


async def _finish(pool: Pool, job: _Job) -> None:
    """Forget the job, unless it was enqueued again meanwhile: then it is due once more."""
    sql = "DELETE FROM jobs WHERE kind = $1 AND key = $2 AND generation = $3"
    await pool.execute(sql, job.kind, job.key, job.generation)


async def _postpone(
    pool: Pool,
    job: _Job,
    pause: timedelta,
    *,
    attempts: int | None = None,
    note: str | None = None,
) -> None:
    """Make the job due after `pause`; at once, if it was enqueued again meanwhile."""
    sql = """
        UPDATE jobs
           SET due_at = CASE WHEN generation = $3 THEN now() + $4 ELSE now() END,
               attempts = coalesce($5, attempts),
               note = $6
         WHERE kind = $1 AND key = $2
    """
    await pool.execute(sql, job.kind, job.key, job.generation, pause, attempts, note)


async def _park(pool: Pool, job: _Job, note: str) -> None:
    """Leave the job for a person."""
    log.error("job parked", kind=job.kind, attempts=job.attempts, note=note)
    sql = "UPDATE jobs SET parked_at = now(), note = $3 WHERE kind = $1 AND key = $2"
    await pool.execute(sql, job.kind, job.key, note)
