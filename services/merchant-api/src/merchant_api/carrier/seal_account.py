"""Close a merchant's carrier account into a box for labeler, and hand it over."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from chassis.seal import seal
from contracts import wire
from contracts.carriers import CarrierAccount, CarrierAccountSealed

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.carrier import account_store
from merchant_api.carrier.account_store import StoredAccount
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import put_settings
from merchant_api.people.passwords import Passwords

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sealing:
    """What sealing takes: labeler's public key, and the threads for slow hashes."""

    public_key: str
    passwords: Passwords


async def seal_account(
    pool: Pool,
    sealing: Sealing,
    merchant_id: UUID,
    account: CarrierAccount,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Seal `account` and announce it, unless it is already so."""
    async with pool.transaction() as tx:
        changed = await put_account(tx, sealing, merchant_id, account, actor=actor, now=now)
        centre = await centre_store.find_centre(tx, merchant_id)
        if centre is not None:  # which may have waited for nothing but the account
            await put_settings(
                tx, merchant_id, centre.settings, actor=actor, now=now, act="centre.opened"
            )
    if changed:
        log.info("carrier account sealed", merchant_id=str(merchant_id), by=actor.kind)


async def put_account(
    tx: Tx,
    sealing: Sealing,
    merchant_id: UUID,
    account: CarrierAccount,
    *,
    actor: Actor,
    now: datetime,
) -> bool:
    """Seal `account` as part of `tx`; False if it is already so. Locks the merchant's row.

    The box cannot be opened here, so what is already so is told by a fingerprint, as slow to try
    out as a password's: some 40 ms, the only thing in a transaction here that is not a query.
    """
    await centre_store.lock_merchant(tx, merchant_id)
    content = account.model_dump_json()
    known = await account_store.find_account(tx, merchant_id)
    if await _is_same(sealing, known, content):
        return False
    boxed = StoredAccount(
        version=known.version + 1 if known else 1,
        sealed=seal(content.encode(), sealing.public_key),
        sealed_to=sealing.public_key,
        fingerprint=await sealing.passwords.hash(content),
    )
    await account_store.put_account(tx, merchant_id, boxed, now)
    await audit_store.insert_act(
        tx, merchant_id, "account.sealed", str(merchant_id), actor=actor, at=now
    )
    event = _announcement(merchant_id, boxed, now)
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    return True


async def _is_same(sealing: Sealing, known: StoredAccount | None, content: str) -> bool:
    if known is None or known.sealed_to != sealing.public_key:
        return False
    return await sealing.passwords.verify(content, known.fingerprint)


def _announcement(merchant_id: UUID, boxed: StoredAccount, now: datetime) -> CarrierAccountSealed:
    return CarrierAccountSealed(
        merchant_id=merchant_id,
        version=boxed.version,
        carrier="canada_post",
        sealed=boxed.sealed,
        sealed_at=now,
    )
