"""Forget what has outlived its day: drafts that were never sent, and counters of tries."""

from datetime import datetime, timedelta

import structlog
from chassis.db import Pool

from portal_api.drafts import LIFETIME
from portal_api.store.drafts import delete_drafts, delete_tries

log = structlog.get_logger()

_EVERY = timedelta(hours=1)


async def forget_drafts(pool: Pool, *, now: datetime) -> timedelta:
    """Delete what is older than a day; return in how long to come again."""
    forgotten = await delete_drafts(pool, before=now - LIFETIME)
    await delete_tries(pool, before=now - LIFETIME)
    if forgotten:
        log.info("drafts forgotten", drafts=forgotten)
    return _EVERY
