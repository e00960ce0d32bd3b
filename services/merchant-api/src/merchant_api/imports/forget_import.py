"""Forget imports: files nobody started, and refused lines nobody will mend any more."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from chassis.db import Pool

from merchant_api.clock import Clock
from merchant_api.imports import import_store as store

JOB: Final = "forget_import"
KEPT: Final = timedelta(days=30)
_AGAIN: Final = timedelta(hours=1)
_LONGEST_RUN: Final = timedelta(days=1)
"""What has not been read by then never will be: its job was left for a person."""


async def forget_import(pool: Pool, key: str, *, clock: Clock) -> timedelta | None:
    """Do the job `key`: delete the import once it is old. They hold names and addresses."""
    merchant_id, import_id = map(UUID, key.split("/"))
    known = await store.find_import(pool, merchant_id, import_id)
    if known is None:
        return None
    left = known.received_at + KEPT - clock()
    if left > timedelta(0):
        return left
    is_stuck = known.started_at is not None and clock() - known.started_at > _LONGEST_RUN
    await store.delete_import(pool, merchant_id, import_id, even_running=is_stuck)
    return _AGAIN if known.state == "running" and not is_stuck else None
