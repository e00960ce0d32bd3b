"""Close a merchant's carrier account into a box for labeler, and hand it over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
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
from merchant_api.carrier.account_store import Box, StoredAccount
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import put_settings
from merchant_api.people.passwords import Passwords

log = structlog.get_logger()

_SHOWN_DIGITS: Final = 3


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
) -> bool:
    """Seal `account` and announce it, unless it is already so; tell whether that opened the centre.

    It may have waited for nothing but the account.
    """
    async with pool.transaction() as tx:
        changed = await put_account(tx, sealing, merchant_id, account, actor=actor, now=now)
        opened = await open_centre(tx, merchant_id, actor=actor, now=now)
    if changed:
        log.info("carrier account sealed", merchant_id=str(merchant_id), by=actor.kind)
    return opened


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
    known = await account_store.find_account(tx, merchant_id)
    if await _is_same(sealing, known, account):
        return False
    box = await close_account(sealing, account)
    await put_box(tx, merchant_id, box, actor=actor, now=now)
    return True


async def close_account(sealing: Sealing, account: CarrierAccount) -> Box:
    """Close `account` so that only labeler opens it."""
    content = account.model_dump_json()
    return Box(
        sealed=seal(content.encode(), sealing.public_key),
        sealed_to=sealing.public_key,
        fingerprint=await sealing.passwords.hash(content),
        customer_ending=account.customer_number[-_SHOWN_DIGITS:],
        environment=account.environment,
    )


async def put_box(tx: Tx, merchant_id: UUID, box: Box, *, actor: Actor, now: datetime) -> None:
    """Have labeler use the account in `box` from now on. The merchant's row must be locked."""
    known = await account_store.find_account(tx, merchant_id)
    account = StoredAccount(known.version + 1 if known else 1, now, box)
    await account_store.put_account(tx, merchant_id, account)
    await audit_store.insert_act(
        tx, merchant_id, "account.sealed", str(merchant_id), actor=actor, at=now
    )
    event = CarrierAccountSealed(
        merchant_id=merchant_id,
        version=account.version,
        carrier="canada_post",
        sealed=box.sealed,
        sealed_at=now,
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))


async def open_centre(tx: Tx, merchant_id: UUID, *, actor: Actor, now: datetime) -> bool:
    """Open the centre if it waited for the account; tell whether it did."""
    centre = await centre_store.find_centre(tx, merchant_id)
    if centre is None:
        return False
    return await put_settings(
        tx, merchant_id, centre.settings, actor=actor, now=now, act="centre.opened"
    )


async def _is_same(sealing: Sealing, known: StoredAccount | None, account: CarrierAccount) -> bool:
    if known is None or known.box.sealed_to != sealing.public_key:
        return False
    return await sealing.passwords.verify(account.model_dump_json(), known.box.fingerprint)
