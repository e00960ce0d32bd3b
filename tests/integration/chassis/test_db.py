"""The pool: deadlines, fairness, all or nothing."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import pytest
from chassis import outbox
from chassis.db import OUTAGES, Pool, Tx, open_pool
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


async def test_an_envelope_too_large_never_gets_into_the_outbox(pool: Pool) -> None:
    headers = [("h", b"x" * outbox.MAX_ENVELOPE_BYTES)]

    with pytest.raises(ValueError, match="too large"):
        async with pool.transaction() as tx:
            await outbox.append_raw(tx, "topic", key=b"k", headers=headers, value=b"")


@contextmanager
def _thawed(pid: int) -> Iterator[None]:
    """Let a server process go on in the end; frozen, it answers not even a cancellation."""
    if os.environ.get("RENVOI_STACK") == "containers":
        pytest.skip("the server's processes are in a container")
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def _write_to_one_that_freezes(pool: Pool, pid: int) -> None:
    async with pool.transaction(within_s=0.3) as tx:
        await _append(tx)
        os.kill(pid, signal.SIGSTOP)
        await tx.execute("SELECT 1")


async def test_a_deadline_holds_against_a_server_that_is_frozen(plumbed: str) -> None:
    async with open_pool(plumbed, size=1) as pool:
        row = await pool.fetchrow("SELECT pg_backend_pid() AS pid")
        assert row is not None
        began = time.monotonic()
        with _thawed(row["pid"]), pytest.raises(TimeoutError):
            await _write_to_one_that_freezes(pool, row["pid"])
        lasted_s = time.monotonic() - began

        assert await pool.fetch("SELECT 1")  # over a new connection

    assert lasted_s < 3


async def _cut(pool: Pool, tx: Tx) -> None:
    """End the server's side of `tx`, and wait until this side has noticed."""
    pid = await tx.fetchval("SELECT pg_backend_pid()")
    await pool.execute("SELECT pg_terminate_backend($1)", pid)
    async with asyncio.timeout(5):
        while not tx.itself.is_closed():  # type: ignore[attr-defined]  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_connection_lost_in_a_transaction_is_an_outage_and_the_pool_serves_on(
    pool: Pool,
) -> None:
    with pytest.raises(OUTAGES):
        await _append_and_lose_the_connection(pool)

    assert await pool.fetch("SELECT id FROM outbox") == []


async def _append_and_lose_the_connection(pool: Pool, error: Exception | None = None) -> None:
    async with pool.transaction() as tx:
        await _append(tx)
        await _cut(pool, tx)
        if error is not None:
            raise error


async def test_whatever_the_body_makes_of_a_lost_connection_it_is_an_outage(pool: Pool) -> None:
    with pytest.raises(OUTAGES):
        await _append_and_lose_the_connection(pool, ValueError("the body failed as well"))


async def test_a_mistake_of_ours_is_no_outage(pool: Pool) -> None:
    with pytest.raises(asyncpg.InterfaceError) as mistake:
        await pool.fetch("SELECT $1::integer")

    assert not isinstance(mistake.value, OUTAGES)


async def test_a_row_that_stays_locked_is_an_outage(pool: Pool) -> None:
    async with pool.transaction() as tx:
        await tx.execute("LOCK TABLE outbox")
        with pytest.raises(OUTAGES):
            await _append_impatiently(pool)


async def _append_impatiently(pool: Pool) -> None:
    async with pool.transaction() as tx:
        await tx.execute("SET LOCAL lock_timeout = '50ms'")
        await _append(tx)


async def test_a_pool_whose_connections_are_all_lent_says_so_in_time(plumbed: str) -> None:
    async with open_pool(plumbed, size=1) as pool, pool.connection():
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            async with pool.connection(within_s=0.2):
                pass

        assert time.monotonic() - began < 2


async def test_whoever_is_cancelled_while_waiting_takes_nobodys_turn(plumbed: str) -> None:
    async with open_pool(plumbed, size=1) as pool:
        async with pool.connection():
            waiting = asyncio.ensure_future(pool.fetch("SELECT 1"))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait({waiting})

        assert await pool.fetch("SELECT 1")


async def test_a_body_that_is_cancelled_leaves_nothing(pool: Pool) -> None:
    appended = asyncio.Event()

    async def append_and_wait() -> None:
        async with pool.transaction() as tx:
            await _append(tx)
            appended.set()
            await asyncio.Event().wait()

    writing = asyncio.ensure_future(append_and_wait())
    await appended.wait()
    writing.cancel()
    await asyncio.wait({writing})

    assert writing.cancelled()
    assert await pool.fetch("SELECT id FROM outbox") == []


async def test_many_commits_ring_few_bells_and_the_last_is_heard(pool: Pool, plumbed: str) -> None:
    rung: list[str] = []
    listener = await asyncpg.connect(plumbed)
    await listener.add_listener("public.outbox", lambda *_: rung.append("outbox"))

    for _ in range(50):
        async with pool.transaction() as tx:
            await _append(tx)
    heard = len(rung)
    async with asyncio.timeout(5):
        while len(rung) == heard:  # noqa: ASYNC110  the last one, on its way
            await asyncio.sleep(0.01)
    await listener.close()

    assert len(rung) < 50
