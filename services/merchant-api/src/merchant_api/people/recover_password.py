"""Get in again without the password: ask, get a mail, set another one.

The page that is asked does the same for every e-mail, so that neither its words nor its time tell
which ones are known. Only the job behind it looks.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import structlog
from chassis import outbox, work
from chassis.db import Pool
from chassis.ids import digest, new_id, new_secret
from contracts import wire
from contracts.people import PasswordResetRequested

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.clock import Clock
from merchant_api.people import recovery_store, throttle, user_store
from merchant_api.people.change_password import put_password
from merchant_api.people.errors import LinkDead
from merchant_api.people.letters import Letters, store_of
from merchant_api.people.links import RESET, RESET_LASTS
from merchant_api.people.passwords import Passwords
from merchant_api.people.sign_in import forget_guesses
from merchant_api.people.user_store import User

log = structlog.get_logger()

JOB: Final = "recover"
"""The kind of job. Its key is the recovery's id."""

THROTTLE_FOR: Final = timedelta(minutes=15)
MOST_OF_EMAIL: Final = 3
MOST_FROM_NETWORK: Final = 20


async def ask_recovery(pool: Pool, email: str, network: str, *, now: datetime) -> None:
    """Have a link sent to `email`, which is in lower case, if it signs in. Raises TooManyTries."""
    most = {f"recovery:{email}": MOST_OF_EMAIL, f"recovery-from:{network}": MOST_FROM_NETWORK}
    await throttle.take_try(pool, most, within=THROTTLE_FOR, now=now)
    recovery_id = new_id()
    async with pool.transaction() as tx:
        await recovery_store.insert_recovery(tx, recovery_id, email, now)
        await work.enqueue(tx, JOB, str(recovery_id))


async def answer_recovery(pool: Pool, letters: Letters, key: str, *, clock: Clock) -> None:
    """Do the job: draw a link for whoever it is, and have it mailed. Once, however often done."""
    now = clock()
    async with pool.transaction() as tx:
        email = await recovery_store.take_recovery(tx, UUID(key))
        user = await user_store.find_user(tx, email) if email else None
        if user is None:
            return
        secret, expires_at = new_secret(), now + RESET_LASTS
        await recovery_store.put_reset(tx, user.user_id, digest(secret), expires_at)
        await audit_store.insert_act(
            tx,
            user.merchant_id,
            "password.forgotten",
            str(user.user_id),
            actor=Actor("user", str(user.user_id), user.email),
            at=now,
        )
        event = PasswordResetRequested(
            person_id=user.user_id,
            merchant_id=user.merchant_id,
            store=await store_of(tx, user.merchant_id),
            requested_at=now,
            expires_at=expires_at,
            confidential=letters.confide(user.email, f"{RESET}{secret}", user.language),
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("password reset announced", user_id=str(user.user_id))


async def find_by_link(pool: Pool, secret: str, *, now: datetime) -> User:
    """Find whose password the link sets. Raises LinkDead."""
    user = await recovery_store.find_user_by_reset(pool, digest(secret), now)
    if user is None:
        raise LinkDead
    return user


async def reset_password(
    pool: Pool, passwords: Passwords, letters: Letters, secret: str, password: str, *, now: datetime
) -> None:
    """Set the password of whoever holds the link, and end all their sessions.

    Raises LinkDead, and Outage when too many passwords are being looked at.
    """
    user = await find_by_link(pool, secret, now=now)
    password_hash = await passwords.hash(password)
    async with pool.transaction() as tx:
        if await recovery_store.take_reset(tx, digest(secret), now) != user.user_id:
            raise LinkDead  # used meanwhile, or sent anew
        await forget_guesses(tx, user.email)
        await put_password(tx, letters, user, password_hash, now=now)
    log.info("password reset", user_id=str(user.user_id))
