"""The rows of jobs: written beside a fact, claimed, settled."""

from dataclasses import dataclass
from datetime import timedelta

from chassis.db import Pool, Tx

_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it was claimed."""

    kind: str
    key: str
    attempts: int
    """All there were since it was last done, with this one."""
    failures: int
    """Those that neither were done nor met an outage, with this one until it is settled."""
    generation: int
    traceparent: str | None


async def upsert(tx: Tx, kind: str, key: str, traceparent: str) -> None:
    """Make the job due now. One that waits for a person is taken up afresh."""
    sql = """
        INSERT INTO jobs (kind, key, traceparent)
        VALUES ($1, $2, $3)
            ON CONFLICT (kind, key) DO UPDATE
           SET due_at = least(jobs.due_at, now()),
               generation = jobs.generation + 1,
               attempts = CASE WHEN jobs.parked_at IS NULL THEN jobs.attempts ELSE 0 END,
               failures = CASE WHEN jobs.parked_at IS NULL THEN jobs.failures ELSE 0 END,
               parked_at = NULL
    """
    await tx.execute(sql, kind, key, traceparent)


async def list_due(
    pool: Pool, kinds: list[str], busy: list[tuple[str, str]], limit: int
) -> list[tuple[str, str]]:
    """List kind and key of due jobs, those due longest first, without the `busy` ones."""
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


async def claim(pool: Pool, kind: str, key: str) -> Job | None:
    """Count an attempt, if the job is still due. Passes over one that is just being enqueued."""
    sql = """
        UPDATE jobs
           SET attempts = attempts + 1,
               failures = failures + 1
         WHERE (kind, key) IN (
               SELECT kind, key
                 FROM jobs
                WHERE kind = $1
                  AND key = $2
                  AND parked_at IS NULL
                  AND due_at <= now()
                  FOR UPDATE SKIP LOCKED)
     RETURNING kind, key, attempts, failures, generation, traceparent
    """
    row = await pool.fetchrow(sql, kind, key)
    return Job(**row) if row else None


async def finish(pool: Pool, job: Job) -> None:
    """Forget the job, unless it was enqueued again meanwhile: then it is due once more."""
    sql = "DELETE FROM jobs WHERE kind = $1 AND key = $2 AND generation = $3"
    if await pool.execute(sql, job.kind, job.key, job.generation) == "DELETE 0":
        sql = "UPDATE jobs SET attempts = 0, failures = 0 WHERE kind = $1 AND key = $2"
        await pool.execute(sql, job.kind, job.key)


async def postpone(
    pool: Pool,
    job: Job,
    pause: timedelta,
    *,
    attempts: int,
    failures: int,
    note: str | None = None,
) -> None:
    """Make the job due after `pause`; at once, if it was enqueued again meanwhile."""
    sql = """
        UPDATE jobs
           SET due_at = CASE WHEN generation = $3 THEN now() + $4 ELSE now() END,
               attempts = $5,
               failures = $6,
               note = $7
         WHERE kind = $1 AND key = $2
    """
    kept = None if note is None else note.replace("\0", "")[:_LONGEST_NOTE]
    await pool.execute(sql, job.kind, job.key, job.generation, pause, attempts, failures, kept)


async def park(pool: Pool, job: Job, note: str) -> None:
    """Leave the job for a person."""
    sql = "UPDATE jobs SET parked_at = now(), note = $3 WHERE kind = $1 AND key = $2"
    await pool.execute(sql, job.kind, job.key, note)
