"""Set a merchant up: it, its centre that is not ready yet, its first owner, who is signed in."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.ids import digest, new_id

from merchant_api import audit_store
from merchant_api.actors import OPERATOR, Actor
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import put_settings
from merchant_api.enrolment import set_up_store
from merchant_api.enrolment.errors import SlugTaken
from merchant_api.enrolment.set_up_form import SetUp
from merchant_api.people import user_store
from merchant_api.people.errors import EmailTaken, LinkDead
from merchant_api.people.passwords import Passwords
from merchant_api.people.sign_in import begin_session
from merchant_api.people.user_store import User

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class MovedIn:
    """Who was set up. `session` is the secret of the owner's first session."""

    merchant_id: UUID
    user_id: UUID
    session: str = field(repr=False)


async def check_link(pool: Pool, secret: str, *, now: datetime) -> None:
    """Raise LinkDead unless the link works."""
    if not await set_up_store.is_open(pool, digest(secret), now):
        raise LinkDead


async def set_up_by_link(
    pool: Pool, passwords: Passwords, secret: str, told: SetUp, *, now: datetime
) -> MovedIn:
    """Set the merchant up and use the link up: both, or neither.

    Raises LinkDead, SlugTaken, EmailTaken, and Outage when too many passwords are looked at.
    """
    await check_link(pool, secret, now=now)
    password_hash = await passwords.hash(told.password)
    async with pool.transaction() as tx:
        if not await set_up_store.take_link(tx, digest(secret), now):
            raise LinkDead
        moved_in = await _move_in(tx, told, password_hash, actor=None, now=now)
    log.info("merchant set up", merchant_id=str(moved_in.merchant_id), by="link")
    return moved_in


async def set_up_by_command(
    pool: Pool, passwords: Passwords, told: SetUp, *, now: datetime
) -> MovedIn:
    """Set the merchant up, as whoever may run commands here. Raises SlugTaken, EmailTaken."""
    password_hash = await passwords.hash(told.password)
    async with pool.transaction() as tx:
        moved_in = await _move_in(tx, told, password_hash, actor=OPERATOR, now=now)
    log.info("merchant set up", merchant_id=str(moved_in.merchant_id), by="command")
    return moved_in


async def _move_in(
    tx: Tx, told: SetUp, password_hash: str, *, actor: Actor | None, now: datetime
) -> MovedIn:
    """Write all rows; `actor` is the owner themselves if it is nobody else."""
    user = User(new_id(), new_id(), told.email, password_hash, told.language)
    merchant_id = user.merchant_id
    actor = actor or Actor("user", str(user.user_id), user.email)
    if not await centre_store.insert_merchant(tx, merchant_id, told.settings.slug, now):
        raise SlugTaken
    if not await user_store.insert_user(tx, user, now):
        raise EmailTaken
    await set_up_store.delete_first_links(tx)
    for act, subject in (("merchant.set_up", merchant_id), ("user.added", user.user_id)):
        await audit_store.insert_act(tx, merchant_id, act, str(subject), actor=actor, at=now)
    await put_settings(
        tx, merchant_id, told.settings, actor=actor, now=now, act="centre.configured"
    )
    session = await begin_session(tx, user.user_id, now)
    return MovedIn(merchant_id, user.user_id, session)
