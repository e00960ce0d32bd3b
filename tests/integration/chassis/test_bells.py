"""Bells are heard by those who wait for them, also after the connection was lost."""

import asyncio
import contextlib
import gc

from chassis.bells import Bells
from chassis.db import Pool, ring_on_commit


async def _ring(pool: Pool, bell: str) -> None:
    async with pool.transaction() as tx:
        ring_on_commit(tx, bell)


async def _is_set(event: asyncio.Event) -> None:
    async with asyncio.timeout(5):
        await event.wait()


async def _listeners(pool: Pool) -> int:
    sql = """
        SELECT count(*) AS n
          FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'LISTEN%'
    """
    row = await pool.fetchrow(sql)
    assert row is not None
    count: int = row["n"]
    return count


async def test_only_those_who_wait_for_a_bell_hear_it(portal_pool: Pool) -> None:
    bells = Bells(portal_pool)

    async with (
        bells.listening("mine") as mine,
        bells.listening("mine") as mine_too,
        bells.listening("other") as other,
    ):
        await _ring(portal_pool, "mine")
        await _is_set(mine)
        await _is_set(mine_too)

        assert not other.is_set()
        assert await _listeners(portal_pool) == 1, "all share one connection"

    assert await _listeners(portal_pool) == 0


async def test_a_lost_connection_is_told_and_replaced(
    portal_pool: Pool,
) -> None:
    bells = Bells(portal_pool)

    async with bells.listening("mine") as mine:
        await portal_pool.execute(
            """
            SELECT pg_terminate_backend(pid)
              FROM pg_stat_activity
             WHERE datname = current_database() AND query LIKE 'LISTEN%'
            """
        )
        await _is_set(mine)
        mine.clear()
        await bells.tend()
        await _ring(portal_pool, "mine")
        await _is_set(mine)


async def test_a_database_that_is_away_is_no_error(portal_pool: Pool) -> None:
    away = Bells(Pool(portal_pool._pool, 1, "postgresql://127.0.0.1:9/none"))  # noqa: SLF001

    async with away.listening("mine") as mine:
        assert not mine.is_set()


async def test_whoever_is_cut_off_while_the_connection_opens_leaves_none_behind(
    portal_pool: Pool,
) -> None:
    bells = Bells(portal_pool)

    for step in range(100):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(step * 0.000_2), bells.listening("mine"):
                await asyncio.Event().wait()
    gc.collect()  # a connection that was left behind complains here
    await asyncio.sleep(0)

    assert await _listeners(portal_pool) == 0
