"""Come in by an invitation: choose a password, and be signed in."""

from datetime import datetime

import structlog
from chassis.db import Pool
from chassis.ids import digest, new_id
from contracts.values import Language

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.people import invitation_store, user_store
from merchant_api.people.errors import EmailTaken, LinkDead
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.passwords import Passwords
from merchant_api.people.sign_in import begin_session
from merchant_api.people.user_store import User

log = structlog.get_logger()


async def find_invitation(pool: Pool, secret: str, *, now: datetime) -> Invitation:
    """Find what the link invites to. Raises LinkDead, and EmailTaken if it cannot be accepted."""
    invitation = await invitation_store.find_by_link(pool, digest(secret), now)
    if invitation is None:
        raise LinkDead
    if await user_store.find_user(pool, invitation.email) is not None:
        raise EmailTaken
    return invitation


async def accept_invitation(
    pool: Pool,
    passwords: Passwords,
    secret: str,
    password: str,
    *,
    language: Language,
    now: datetime,
) -> str:
    """Add the person and return the secret of their first session. The link is used up.

    Raises LinkDead, EmailTaken, and Outage when too many passwords are being looked at.
    """
    await find_invitation(pool, secret, now=now)
    password_hash = await passwords.hash(password)
    async with pool.transaction() as tx:
        invitation = await invitation_store.take_by_link(tx, digest(secret), now)
        if invitation is None:
            raise LinkDead
        user = User(
            user_id=new_id(),
            merchant_id=invitation.merchant_id,
            email=invitation.email,
            password_hash=password_hash,
            language=language,
            role=invitation.role,
        )
        if not await user_store.insert_user(tx, user, now):
            raise EmailTaken  # and the invitation stays: it may be sent to another address
        actor = Actor("user", str(user.user_id), user.email)
        await audit_store.insert_act(
            tx, user.merchant_id, "user.added", str(user.user_id), actor=actor, at=now
        )
        session = await begin_session(tx, user.user_id, now)
    log.info("invitation accepted", user_id=str(user.user_id))
    return session
