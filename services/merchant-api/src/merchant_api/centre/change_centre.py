"""Change the settings of a centre, whole or one subject, and announce what has become of it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import new_id
from contracts import wire

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.carrier import account_store
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings, announce_centre
from merchant_api.centre.readiness import standing_of

log = structlog.get_logger()

Change = Callable[[CentreSettings], CentreSettings]
"""A rule: from the settings in force to the settings wanted. May raise a Refusal."""


async def change_centre(
    pool: Pool, merchant_id: UUID, change: Change, *, actor: Actor, now: datetime, act: str
) -> CentreSettings:
    """Apply `change` to the settings in force; `act` is what the audit calls it.

    Changes of one centre take turns, so that two people who save two subjects both keep theirs.
    Raises what `change` raises; then nothing has changed.
    """
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        wanted = change(await centre_store.get_settings(tx, merchant_id))
        changed = await put_settings(tx, merchant_id, wanted, actor=actor, now=now, act=act)
    if changed:
        log.info("centre changed", merchant_id=str(merchant_id), act=act, by=actor.kind)
    return wanted


async def put_settings(
    tx: Tx,
    merchant_id: UUID,
    settings: CentreSettings,
    *,
    actor: Actor,
    now: datetime,
    act: str,
) -> bool:
    """Store `settings` and announce them; False if that is how things are already.

    The merchant's row must be locked. Whether the centre is open depends on the carrier account
    too: whoever puts one calls this with the settings in force.
    """
    known = await centre_store.find_centre(tx, merchant_id)
    has_account = await account_store.find_account(tx, merchant_id) is not None
    is_open = standing_of(settings, has_account=has_account) == "live"
    if known is not None and (known.settings, known.is_open) == (settings, is_open):
        return False
    version = known.version + 1 if known else 1
    await centre_store.put_centre(
        tx, merchant_id, version=version, settings=settings, is_open=is_open, at=now
    )
    await audit_store.insert_act(tx, merchant_id, act, str(merchant_id), actor=actor, at=now)
    event = announce_centre(settings, merchant_id, version=version, is_open=is_open, at=now)
    if event is not None:
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    return True
