"""Passwords: argon2id, in few threads and a short queue, so that guessing cannot starve pages."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from chassis.errors import Outage

T = TypeVar("T")

# OWASP's minimum for argon2id (Password Storage Cheat Sheet, read 2026-11): 19 MiB, 2, 1.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

# What an unknown user's password is compared with, so that the answer takes as long.
_NOBODY = _HASHER.hash("nobody signs in with this")


class Passwords:
    """The threads in which hashes are computed: 20 ms and 19 MiB each."""

    def __init__(self, threads: int = 2, most_waiting: int = 20) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="argon2")
        self._room = threads + most_waiting

    async def hash(self, password: str) -> str:
        """Hash `password` for storage. Raises Outage when too many wait."""
        return await self._run(lambda: _HASHER.hash(password))

    async def verify(self, password: str, stored: str | None) -> bool:
        """Tell whether `password` is the one of `stored`; with None it never is, as slowly.

        Raises Outage when too many wait.
        """
        right = await self._run(lambda: _verify(password, stored or _NOBODY))
        return right and stored is not None

    async def _run(self, compute: Callable[[], T]) -> T:
        if self._room == 0:
            cause = "too many passwords at once"
            raise Outage(cause, retry_after_s=1)
        self._room -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, compute)
        finally:
            self._room += 1


def needs_rehash(stored: str) -> bool:
    """Tell whether `stored` was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(stored)


def _verify(password: str, stored: str) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
