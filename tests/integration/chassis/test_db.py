"""The pool: deadlines, fairness, all or nothing."""

import asyncio
import time

import pytest
from chassis import outbox
from chassis.db import Pool, Tx, open_pool
from chassis.session import Session


async def test_a_transaction_that_raises_leaves_nothing(pool: Pool) -> None:
    with pytest.raises(ZeroDivisionError):
        await _append_and_fail(pool)

    assert await pool.fetch("SELECT id FROM outbox") == []


async def _append_and_fail(pool: Pool) -> None:
    async with pool.transaction() as tx:
        await _append(tx)
        raise ZeroDivisionError


async def test_a_transaction_ends_at_its_deadline_and_the_pool_serves_on(plumbed: str) -> None:
    async with open_pool(plumbed, size=1) as pool:
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            async with pool.transaction(within_s=0.3) as tx:
                await tx.execute("SELECT pg_sleep(30)")

        assert time.monotonic() - began < 5
        assert await pool.fetch("SELECT 1 AS one")


async def test_who_waits_for_a_connection_waits_in_line(plumbed: str) -> None:
    served: list[int] = []
    async with open_pool(plumbed, size=1) as pool:

        async def ask(number: int) -> None:
            async with pool.connection():
                served.append(number)
                await asyncio.sleep(0)

        await asyncio.gather(*(ask(number) for number in range(50)))

    assert served == list(range(50))


async def test_a_bell_rings_once_the_transaction_has_committed(
    pool: Pool, session: Session
) -> None:
    bell = await session.bell(outbox.BELL)

    async with pool.transaction() as tx:
        await _append(tx)
        rung_too_early = bell.is_set()
    async with asyncio.timeout(5):
        await bell.wait()

    assert not rung_too_early


async def test_a_bell_stays_silent_after_a_rollback(pool: Pool, session: Session) -> None:
    bell = await session.bell(outbox.BELL)

    with pytest.raises(ZeroDivisionError):
        await _append_and_fail(pool)
    async with pool.transaction() as tx:
        await tx.execute("SELECT 1")
    await session.attendance("anything")  # one round trip after any notice

    assert not bell.is_set()


async def test_a_message_too_large_never_gets_into_the_outbox(pool: Pool) -> None:
    too_large = b"x" * (outbox.MAX_VALUE_BYTES + 1)

    with pytest.raises(ValueError, match="too large"):
        async with pool.transaction() as tx:
            await outbox.append_raw(tx, "topic", key=b"k", headers=[], value=too_large)


async def _append(tx: Tx) -> None:
    await outbox.append_raw(tx, "topic", key=b"k", headers=[("h", b"v")], value=b"{}")
