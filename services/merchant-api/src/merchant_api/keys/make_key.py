"""Make an API key. Its text is told once, to whoever makes it, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool, Tx

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.keys import key_store
from merchant_api.keys.api_key import ApiKey, draw_key
from merchant_api.keys.errors import AlreadyMade, KeyNotFound
from merchant_api.keys.rotation import check_room
from merchant_api.keys.scopes import Scope

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Wish:
    """A key that is wanted: the program it is for, and what it shall be good for."""

    name: str
    scopes: Sequence[Scope]


async def make_key(
    pool: Pool,
    merchant_id: UUID,
    wish: Wish,
    *,
    actor: Actor,
    now: datetime,
    form_id: UUID | None = None,
) -> ApiKey:
    """Make a key. Raises NameTaken, TooManyKeys; AlreadyMade if the form was sent before."""
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        key = await issue_key(tx, merchant_id, wish, actor=actor, now=now, form_id=form_id)
    log.info("key issued", key_id=key.id, by=actor.kind)
    return key


async def renew_key(
    pool: Pool, merchant_id: UUID, key_id: str, *, form_id: UUID | None, actor: Actor, now: datetime
) -> tuple[ApiKey, Wish]:
    """Make a second key beside a live one, with its name and scopes; return what was wished.

    Raises KeyNotFound, NameTaken, TooManyKeys, AlreadyMade.
    """
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        live = await key_store.list_live(tx, merchant_id)
        old = next((key for key in live if key.key_id == key_id), None)
        if old is None:
            raise KeyNotFound
        wish = Wish(old.name, old.scopes)
        key = await issue_key(tx, merchant_id, wish, actor=actor, now=now, form_id=form_id)
    log.info("key issued", key_id=key.id, by=actor.kind)
    return key, wish


async def issue_key(
    tx: Tx,
    merchant_id: UUID,
    wish: Wish,
    *,
    actor: Actor,
    now: datetime,
    form_id: UUID | None = None,
) -> ApiKey:
    """Make a key as part of `tx`. The merchant's row must be locked, so that keys are counted."""
    if form_id is not None and await key_store.is_made(tx, merchant_id, form_id):
        raise AlreadyMade
    live = await key_store.list_live(tx, merchant_id)
    check_room([key.name for key in live], wish.name)
    key = draw_key()
    await key_store.insert_key(
        tx,
        key.id,
        key.digest,
        merchant_id,
        name=wish.name,
        scopes=wish.scopes,
        at=now,
        form_id=form_id,
    )
    await audit_store.insert_act(tx, merchant_id, "key.issued", key.id, actor=actor, at=now)
    return key
