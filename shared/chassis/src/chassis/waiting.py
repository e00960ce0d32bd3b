"""What waits for a person: counted at `/waiting`, so that somebody is called before they look.

Each of it was logged when it happened, and lies in its table with what is known.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from chassis.db import Pool

_MANY_ATTEMPTS = 30
"""Some ten minutes, as pauses grow: longer than most outages, and long for whoever waits."""


def waiting_route(pool: Pool) -> Route:
    """Give `/waiting`: how many jobs were parked or get nowhere, how many records were given up."""

    async def count(_: Request) -> JSONResponse:
        return JSONResponse(await count_waiting(pool))

    return Route("/waiting", count)


async def count_waiting(pool: Pool) -> dict[str, int]:
    """Count what waits for a person. Raises OUTAGES."""
    sql = """
        SELECT (SELECT count(*) FROM jobs WHERE parked_at IS NOT NULL) AS parked_jobs,
               (SELECT count(*)
                  FROM jobs
                 WHERE parked_at IS NULL AND attempts >= $1) AS jobs_getting_nowhere,
               (SELECT count(*) FROM quarantine) AS quarantined_records
    """
    row = await pool.fetchrow(sql, _MANY_ATTEMPTS)
    return dict(row or {})
