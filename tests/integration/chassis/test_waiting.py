from chassis.db import Pool
from chassis.waiting import waiting_route
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

RECORD = """
    INSERT INTO quarantine (topic, partition, "offset", header_names, header_values, reason)
    VALUES ('t', 0, 0, '{}', '{}', 'unreadable')
"""


async def _waiting(pool: Pool) -> object:
    app = Starlette(routes=[waiting_route(pool)])
    async with AsyncClient(transport=ASGITransport(app), base_url="http://a") as client:
        return (await client.get("/waiting")).json()


async def test_on_a_good_day_nothing_waits_for_a_person(pool: Pool) -> None:
    await pool.execute("DELETE FROM jobs")
    await pool.execute("INSERT INTO jobs (kind, key, attempts) VALUES ('paint', 'fence', 29)")

    assert await _waiting(pool) == {
        "parked_jobs": 0,
        "jobs_getting_nowhere": 0,
        "quarantined_records": 0,
    }


async def test_what_was_given_up_or_gets_nowhere_is_counted(pool: Pool) -> None:
    await pool.execute("DELETE FROM jobs")
    await pool.execute("INSERT INTO jobs (kind, key, parked_at) VALUES ('paint', 'a', now())")
    await pool.execute("INSERT INTO jobs (kind, key, attempts) VALUES ('paint', 'b', 30)")
    await pool.execute("INSERT INTO jobs (kind, key, attempts) VALUES ('paint', 'c', 90)")
    await pool.execute(RECORD)

    assert await _waiting(pool) == {
        "parked_jobs": 1,
        "jobs_getting_nowhere": 2,
        "quarantined_records": 1,
    }
