"""Have a file read, or read on."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool
from chassis.work import enqueue

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.imports import import_store as store
from merchant_api.imports.errors import AlreadyStarted, ImportNotFound, NotUnderstood
from merchant_api.imports.run_import import JOB

log = structlog.get_logger()


async def start_import(
    pool: Pool, merchant_id: UUID, import_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Have the file read, and remember how.

    Raises ImportNotFound, AlreadyStarted, NotUnderstood.
    """
    async with pool.transaction() as tx:
        known = await store.lock_import(tx, merchant_id, import_id)
        if known is None:
            raise ImportNotFound
        if known.state != "received":
            raise AlreadyStarted
        if known.reading.missing:
            raise NotUnderstood(known.reading.missing)
        await store.begin_import(tx, merchant_id, import_id, now)
        await store.remember_reading(tx, merchant_id, known.reading, now)
        await audit_store.insert_act(
            tx, merchant_id, "shipments.imported", str(import_id), actor=actor, at=now
        )
        await enqueue(tx, JOB, f"{merchant_id}/{import_id}")
    log.info("import started", import_id=str(import_id), lines=known.lines)


async def resume_import(pool: Pool, merchant_id: UUID, import_id: UUID) -> None:
    """Have an import that was given up go on where it was. Raises ImportNotFound."""
    async with pool.transaction() as tx:
        known = await store.lock_import(tx, merchant_id, import_id)
        if known is None:
            raise ImportNotFound
        if known.state == "running":
            await enqueue(tx, JOB, f"{merchant_id}/{import_id}")
