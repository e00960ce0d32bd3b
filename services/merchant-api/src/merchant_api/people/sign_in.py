"""Sign in to the console, stay signed in while one works, sign out."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from chassis.db import Pool
from chassis.ids import digest
from contracts.values import Language

from merchant_api.actors import Visitor
from merchant_api.people import user_store
from merchant_api.people.errors import SignInRefused, TooManyTries
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
    of_email, from_network = digest(f"email:{email}"), digest(f"network:{typed.network}")
    await _check_throttle(pool, of_email, from_network, now)
    user = await user_store.find_user(pool, email)
    right = await passwords.verify(typed.password, user.password_hash if user else None)
    if user is None or not right:
        async with pool.transaction() as tx:
            await user_store.insert_failure(
                tx, [of_email, from_network], now, forget_before=now - THROTTLE_FOR
            )
        log.info("sign-in refused")
        raise SignInRefused
    stronger = await _strengthen(passwords, typed.password, user)
    return await _begin_session(pool, user, stronger, language, now)


async def find_visitor(
    pool: Pool, secret: str, *, is_a_visit: bool, now: datetime
) -> Visitor | None:
    """Find who holds the session. A page that refreshes itself is no visit: it keeps none alive."""
    session_digest = digest(secret)
    found = await user_store.find_visitor(
        pool, session_digest, begun_after=now - LIFETIME, seen_after=now - IDLE
    )
    if found is None:
        return None
    visitor, seen_at = found
    if is_a_visit and now - seen_at > _SEEN_EVERY:
        await user_store.mark_seen(pool, session_digest, now)
    return visitor


async def sign_out(pool: Pool, secret: str) -> None:
    """End the session for good."""
    await user_store.delete_session(pool, digest(secret))


async def _check_throttle(pool: Pool, of_email: bytes, from_network: bytes, now: datetime) -> None:
    failures = await user_store.list_failures(pool, [of_email, from_network], now - THROTTLE_FOR)
    if (
        failures.get(of_email, 0) >= MOST_FAILURES_OF_EMAIL
        or failures.get(from_network, 0) >= MOST_FAILURES_FROM_NETWORK
    ):
        raise TooManyTries(retry_after_s=int(THROTTLE_FOR.total_seconds()))


async def _strengthen(passwords: Passwords, password: str, user: User) -> str | None:
    """Hash anew what is stored under yesterday's parameters: only now is the password known."""
    return await passwords.hash(password) if needs_rehash(user.password_hash) else None


async def _begin_session(
    pool: Pool, user: User, stronger: str | None, language: Language | None, now: datetime
) -> str:
    secret = secrets.token_urlsafe(32)
    async with pool.transaction() as tx:
        await user_store.delete_old_sessions(tx, begun_before=now - LIFETIME)
        await user_store.insert_session(tx, digest(secret), user.user_id, now)
        if stronger is not None:
            await user_store.store_stronger_hash(tx, user.user_id, stronger)
        if language is not None:
            await user_store.change_language(tx, user.user_id, language)
    log.info("signed in", user_id=str(user.user_id))
    return secret
