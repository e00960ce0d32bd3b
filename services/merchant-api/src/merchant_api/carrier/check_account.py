"""Have an account tried at the carrier, saved or not, and keep one that was tried."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from contracts import wire
from contracts.carriers import CarrierAccount
from contracts.checks import CarrierCheckRequested
from contracts.values import Language

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.carrier import account_store, check_store
from merchant_api.carrier.account_store import Box
from merchant_api.carrier.errors import BoxGone, CheckNotFound, NoAccount, TooManyChecks
from merchant_api.carrier.seal_account import Sealing, close_account, open_centre, put_box
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings

log = structlog.get_logger()

WINDOW: Final = timedelta(minutes=10)
MOST_IN_WINDOW: Final = 10
"""A price costs nothing, but the carrier counts calls, and passwords could be guessed by them."""

# Parliament's: a postal code that will be there.
_ORIGIN: Final = "K1A0B1"


async def request_check(
    pool: Pool,
    sealing: Sealing,
    merchant_id: UUID,
    account: CarrierAccount | None,
    *,
    language: Language,
    actor: Actor,
    now: datetime,
) -> UUID:
    """Ask labeler to try `account`, or the saved one if None; return the id of the trial.

    Raises NoAccount, TooManyChecks.
    """
    typed = await close_account(sealing, account) if account else None
    check_id = new_id()
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        await _check_rate(tx, merchant_id, now)
        box = typed or await _saved_box(tx, merchant_id)
        await check_store.insert_check(
            tx, merchant_id, check_id, box, is_saved=typed is None, at=now
        )
        await audit_store.insert_act(
            tx, merchant_id, "account.tried", str(check_id), actor=actor, at=now
        )
        event = CarrierCheckRequested(
            check_id=check_id,
            merchant_id=merchant_id,
            carrier="canada_post",
            sealed=box.sealed,
            origin_postal_code=_ORIGIN,
            destination_postal_code=_destination(await centre_store.get_settings(tx, merchant_id)),
            language=language,
            requested_at=now,
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("carrier check requested", merchant_id=str(merchant_id), by=actor.kind)
    return check_id


async def keep_tried(
    pool: Pool, merchant_id: UUID, check_id: UUID, *, actor: Actor, now: datetime
) -> bool:
    """Save the account that was tried, as it was typed; tell whether that opened the centre.

    Raises CheckNotFound, and BoxGone if another was tried or saved since.
    """
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        if await check_store.find_check(tx, merchant_id, check_id) is None:
            raise CheckNotFound
        box = await check_store.take_box(tx, merchant_id, check_id)
        if box is None:
            raise BoxGone
        await put_box(tx, merchant_id, box, actor=actor, now=now)
        opened = await open_centre(tx, merchant_id, actor=actor, now=now)
    log.info("carrier account sealed", merchant_id=str(merchant_id), by=actor.kind)
    return opened


async def _check_rate(tx: Tx, merchant_id: UUID, now: datetime) -> None:
    times = await check_store.list_times(tx, merchant_id, after=now - WINDOW)
    if len(times) >= MOST_IN_WINDOW:
        free_at = times[-MOST_IN_WINDOW] + WINDOW
        raise TooManyChecks(retry_after_s=max(1, int((free_at - now).total_seconds()) + 1))


async def _saved_box(tx: Tx, merchant_id: UUID) -> Box:
    account = await account_store.find_account(tx, merchant_id)
    if account is None:
        raise NoAccount
    return account.box


def _destination(settings: CentreSettings) -> str:
    """Choose where the parcel of the trial would go; a centre may have no return address yet."""
    return (settings.return_address or settings.postal_address).postal_code
