"""Another password: all sessions that the old one began end, and the person hears of it by mail."""

from dataclasses import dataclass, field
from datetime import datetime

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.errors import Outage
from chassis.ids import new_id
from contracts import wire
from contracts.people import PasswordChanged

from merchant_api import audit_store
from merchant_api.actors import Actor, Visitor
from merchant_api.people import try_store, user_store
from merchant_api.people.errors import PersonNotFound, PresentPasswordWrong
from merchant_api.people.letters import Letters, store_of
from merchant_api.people.links import FORGOTTEN
from merchant_api.people.passwords import Passwords
from merchant_api.people.sign_in import begin_session, take_guess
from merchant_api.people.user_store import User

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class NewPassword:
    """What somebody typed to have another password, and the network they typed it from."""

    present: str = field(repr=False)
    wanted: str = field(repr=False)
    network: str


async def change_password(
    pool: Pool,
    passwords: Passwords,
    letters: Letters,
    visitor: Visitor,
    typed: NewPassword,
    *,
    now: datetime,
) -> str:
    """Set another password; return the secret of the session that takes the place of this one.

    Raises PresentPasswordWrong, TooManyTries, and Outage when too many passwords are looked at.
    """
    tries = await take_guess(pool, visitor.email, typed.network, now)
    try:
        user = await _recognise(pool, passwords, visitor, typed.present)
        password_hash = await passwords.hash(typed.wanted)
    except Outage:
        await try_store.delete_tries(pool, tries)  # nothing was looked at
        raise
    async with pool.transaction() as tx:
        await try_store.delete_tries(tx, tries)
        await put_password(tx, letters, user, password_hash, now=now)
        secret = await begin_session(tx, user.user_id, now)
    log.info("password changed", user_id=str(user.user_id))
    return secret


async def put_password(
    tx: Tx, letters: Letters, user: User, password_hash: str, *, now: datetime
) -> None:
    """Store the password as part of `tx`, end all sessions, and have the person told.

    Raises PersonNotFound: they were removed meanwhile.
    """
    known = await user_store.lock_user(tx, user.merchant_id, user.user_id)
    if known is None:
        raise PersonNotFound
    await user_store.change_password(tx, user.user_id, password_hash)
    actor = Actor("user", str(user.user_id), user.email)
    await audit_store.insert_act(
        tx, user.merchant_id, "password.changed", str(user.user_id), actor=actor, at=now
    )
    event = PasswordChanged(
        person_id=user.user_id,
        merchant_id=user.merchant_id,
        store=await store_of(tx, user.merchant_id),
        changed_at=now,
        confidential=letters.confide(user.email, FORGOTTEN, known.language),
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))


async def _recognise(pool: Pool, passwords: Passwords, visitor: Visitor, present: str) -> User:
    user = await user_store.find_user(pool, visitor.email)
    right = await passwords.verify(present, user.password_hash if user else None)
    if user is None or not right:
        raise PresentPasswordWrong
    return user
