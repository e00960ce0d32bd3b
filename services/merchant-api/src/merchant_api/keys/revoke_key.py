"""Revoke an API key: from the next request on it opens nothing, in any process."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.keys import key_store
from merchant_api.keys.errors import KeyNotFound

log = structlog.get_logger()


async def revoke_key(
    pool: Pool, merchant_id: UUID, key_id: str, *, actor: Actor, now: datetime
) -> None:
    """Revoke the key; one that is revoked stays so. Raises KeyNotFound."""
    async with pool.transaction() as tx:
        if not await key_store.revoke(tx, merchant_id, key_id, now):
            if await key_store.find_own_key(tx, merchant_id, key_id) is None:
                raise KeyNotFound
            return
        await audit_store.insert_act(tx, merchant_id, "key.revoked", key_id, actor=actor, at=now)
    log.info("key revoked", key_id=key_id, by=actor.kind)
