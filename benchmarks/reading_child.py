"""Reads one import to its end in a process of its own, and tells the most memory it took."""

import asyncio
import resource
import sys
from datetime import UTC, datetime

from chassis.db import open_pool
from merchant_api.imports.run_import import run_import


async def _read(url: str, key: str) -> None:
    async with open_pool(url) as pool:
        while await run_import(pool, key, clock=lambda: datetime.now(UTC)) is not None:
            pass


if __name__ == "__main__":
    asyncio.run(_read(*sys.argv[1:]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)  # noqa: T201  what it is asked for
