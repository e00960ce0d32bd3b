"""Sign in to the console, stay signed in while one works, sign out."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.errors import Outage
from chassis.ids import digest
from contracts.values import Language

from merchant_api.actors import Visitor
from merchant_api.people import session_store, throttle, try_store, user_store
from merchant_api.people.errors import SignInRefused
from merchant_api.people.passwords import Passwords, needs_rehash
from merchant_api.people.user_store import User

log = structlog.get_logger()

IDLE = timedelta(minutes=30)
LIFETIME = timedelta(hours=12)
THROTTLE_FOR = timedelta(minutes=5)
MOST_FAILURES_OF_EMAIL = 10
MOST_FAILURES_FROM_NETWORK = 100

# A page that is read is worth one write a minute, not one a click.
_SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed, and the network they typed it from."""

    email: str
    password: str
    network: str


async def sign_in(
    pool: Pool,
    passwords: Passwords,
    typed: Credentials,
    *,
    language: Language | None,
    now: datetime,
) -> str:
    """Begin a session and return its secret; `language` is one chosen on the way in.

    Raises SignInRefused, TooManyTries, and Outage when too many passwords are being looked at.
    """
    email = typed.email.strip().lower()
    tries = await take_guess(pool, email, typed.network, now)
    try:
        user = await _recognise(pool, passwords, email, typed.password)
        stronger = await _strengthen(passwords, typed.password, user)
    except Outage:
        await try_store.delete_tries(pool, tries)  # nothing was looked at
        raise
    async with pool.transaction() as tx:
        await try_store.delete_tries(tx, tries)
        if stronger is not None:
            await user_store.store_stronger_hash(tx, user.user_id, stronger)
        if language is not None:
            await user_store.change_language(tx, user.user_id, language)
        secret = await begin_session(tx, user.user_id, now)
    log.info("signed in", user_id=str(user.user_id))
    return secret


async def take_guess(pool: Pool, email: str, network: str, now: datetime) -> list[int]:
    """Count one look at the password of `email`. Whoever knew it gives it back.

    Raises TooManyTries.
    """
    most = {
        f"email:{email}": MOST_FAILURES_OF_EMAIL,
        f"network:{network}": MOST_FAILURES_FROM_NETWORK,
    }
    return await throttle.take_try(pool, most, within=THROTTLE_FOR, now=now)


async def forget_guesses(tx: Tx, email: str) -> None:
    """Let the owner of `email` in at once: they have proved who they are in another way."""
    await try_store.delete_tries_against(tx, digest(f"email:{email}"))


async def begin_session(tx: Tx, user_id: UUID, now: datetime) -> str:
    """Begin a session and return its secret, of which only a digest is kept."""
    secret = secrets.token_urlsafe(32)
    await session_store.delete_old_sessions(tx, begun_before=now - LIFETIME)
    await session_store.insert_session(tx, digest(secret), user_id, now)
    await user_store.mark_signed_in(tx, user_id, now)
    return secret


async def find_visitor(
    pool: Pool, secret: str, *, is_a_visit: bool, now: datetime
) -> Visitor | None:
    """Find who holds the session. A page that refreshes itself is no visit: it keeps none alive."""
    session_digest = digest(secret)
    found = await session_store.find_visitor(
        pool, session_digest, begun_after=now - LIFETIME, seen_after=now - IDLE
    )
    if found is None:
        return None
    visitor, seen_at = found
    if is_a_visit and now - seen_at > _SEEN_EVERY:
        await session_store.mark_seen(pool, session_digest, now)
    return visitor


async def sign_out(pool: Pool, secret: str) -> None:
    """End the session for good."""
    await session_store.delete_session(pool, digest(secret))


async def _recognise(pool: Pool, passwords: Passwords, email: str, password: str) -> User:
    user = await user_store.find_user(pool, email)
    right = await passwords.verify(password, user.password_hash if user else None)
    if user is None or not right:
        log.info("sign-in refused")
        raise SignInRefused
    return user


async def _strengthen(passwords: Passwords, password: str, user: User) -> str | None:
    """Hash anew what is stored under yesterday's parameters: only now is the password known."""
    return await passwords.hash(password) if needs_rehash(user.password_hash) else None
