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


async def forget_import(pool: Pool, key: str, *, clock: Clock) -> timedelta | None:
    """Do the job `key`: delete the import once it is old. They hold names and addresses."""
    merchant_id, import_id = map(UUID, key.split("/"))
    known = await store.find_import(pool, merchant_id, import_id)
    if known is None:
        return None
    left = known.received_at + KEPT - clock()
    if left > timedelta(0):
        return left
    await store.delete_import(pool, merchant_id, import_id)
    return _AGAIN if known.state == "running" else None
