"""How often something may be tried: a try counts before it is looked at, and may be given back.

Counting afterwards would let as many guesses through at once as there are connections.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from chassis.db import Pool
from chassis.ids import digest

from merchant_api.people import try_store
from merchant_api.people.errors import TooManyTries

_FORGET_AFTER: Final = timedelta(hours=1)
"""Longer than any limit looks back."""


async def take_try(
    pool: Pool, most: Mapping[str, int], *, within: timedelta, now: datetime
) -> list[int]:
    """Count one try against each name in `most` (`email:…`, `network:…`), if it has one left.

    Returns what `try_store.delete_tries` gives back. Raises TooManyTries; then nothing is counted.
    """
    limits = {digest(name): limit for name, limit in most.items()}
    async with pool.transaction() as tx:
        await try_store.lock_digests(tx, list(limits))
        tried = await try_store.count_tries(tx, list(limits), now - within)
        if any(tried.get(against, 0) >= limit for against, limit in limits.items()):
            raise TooManyTries(retry_after_s=int(within.total_seconds()))
        await try_store.delete_old_tries(tx, now - _FORGET_AFTER)
        return await try_store.insert_tries(tx, list(limits), now)
