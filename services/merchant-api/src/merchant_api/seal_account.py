"""Close a merchant's carrier account into a box for labeler, and hand it over."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from chassis.seal import seal
from contracts import wire
from contracts.carriers import CarrierAccount, CarrierAccountSealed

from merchant_api.actors import Actor
from merchant_api.passwords import Passwords
from merchant_api.store import audit, centres
from merchant_api.store.centres import StoredAccount

log = structlog.get_logger()


async def seal_account(
    pool: Pool,
    passwords: Passwords,
    merchant_id: UUID,
    account: CarrierAccount,
    *,
    public_key: str,
    actor: Actor,
    now: datetime,
) -> bool:
    """Seal `account` to labeler's `public_key` and announce it; False if it is already so.

    The box cannot be opened here, so what is already so is told by a fingerprint, as slow to
    try out as a password's.
    """
    content = account.model_dump_json()
    known = await centres.find_account(pool, merchant_id)
    if (
        known is not None
        and known.sealed_to == public_key
        and await passwords.verify(content, known.fingerprint)
    ):
        return False
    fingerprint = await passwords.hash(content)
    sealed = seal(content.encode(), public_key)
    async with pool.transaction() as tx:
        await centres.lock_merchant(tx, merchant_id)
        await _store(tx, merchant_id, sealed, public_key, fingerprint, now)
        await audit.insert_act(
            tx, merchant_id, "account.sealed", str(merchant_id), actor=actor, at=now
        )
    log.info("carrier account sealed", merchant_id=str(merchant_id), by=actor.kind)
    return True


async def _store(
    tx: Tx, merchant_id: UUID, sealed: str, public_key: str, fingerprint: str, now: datetime
) -> None:
    known = await centres.find_account(tx, merchant_id)
    version = known.version + 1 if known else 1
    account = StoredAccount(version, sealed, public_key, fingerprint)
    await centres.put_account(tx, merchant_id, account, now)
    event = CarrierAccountSealed(
        merchant_id=merchant_id,
        version=version,
        carrier="canada_post",
        sealed=sealed,
        sealed_at=now,
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
