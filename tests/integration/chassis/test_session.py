"""Locks that need no clock."""

import os
import signal
import subprocess
import sys

from chassis.session import Session, open_session

HOLDER = """
import asyncio, sys
from chassis.session import open_session
async def main():
    async with open_session(sys.argv[1]) as session:
        assert await session.try_lock("space", 7)
        print("held", flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_two_sessions_never_hold_one_lock(plumbed: str, session: Session) -> None:
    async with open_session(plumbed) as other:
        assert await session.try_lock("space", 1)
        assert not await other.try_lock("space", 1)
        assert await other.try_lock("another space", 1)
        await session.unlock("space", 1)
        assert await other.try_lock("space", 1)


async def test_attendance_counts_the_living(plumbed: str, session: Session) -> None:
    await session.attend("room")
    async with open_session(plumbed) as other:
        await other.attend("room")
        both = await session.attendance("room")

    assert both == 2
    assert await _eventually_one(session)


async def _eventually_one(session: Session) -> bool:
    for _ in range(500):
        if await session.attendance("room") == 1:
            return True
    return False


async def test_sigkill_frees_a_lock(plumbed: str, session: Session) -> None:
    holder = subprocess.Popen(  # noqa: ASYNC220, S603
        [sys.executable, "-c", HOLDER, plumbed], stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    held = await session.try_lock("space", 7)

    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()

    assert not held
    assert await _eventually_locked(session)


async def _eventually_locked(session: Session) -> bool:
    for _ in range(2000):
        if await session.try_lock("space", 7):
            return True
    return False
