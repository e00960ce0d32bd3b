"""Change what somebody may do, or remove them; never so that no owner is left."""

from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool, Tx

from merchant_api import audit_store
from merchant_api.actors import Actor, Role
from merchant_api.centre import centre_store
from merchant_api.people import team_store, user_store
from merchant_api.people.errors import LastOwner, PersonNotFound
from merchant_api.people.user_store import User

log = structlog.get_logger()


async def change_role(
    pool: Pool, merchant_id: UUID, user_id: UUID, role: Role, *, actor: Actor, now: datetime
) -> None:
    """Make somebody owner or agent, from their next page on. Raises PersonNotFound, LastOwner."""
    async with pool.transaction() as tx:
        person = await _lock_person(tx, merchant_id, user_id)
        if person.role == role:
            return
        if role != "owner":
            await _require_another_owner(tx, person)
        await team_store.change_role(tx, merchant_id, user_id, role)
        await audit_store.insert_act(
            tx, merchant_id, f"person.made_{role}", str(user_id), actor=actor, at=now
        )
    log.info("role changed", user_id=str(user_id), role=role, by=actor.kind)


async def remove_person(
    pool: Pool, merchant_id: UUID, user_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Remove somebody; their sessions end at once. Raises PersonNotFound, LastOwner."""
    async with pool.transaction() as tx:
        person = await _lock_person(tx, merchant_id, user_id)
        await _require_another_owner(tx, person)
        await team_store.delete_user(tx, merchant_id, user_id)
        await audit_store.insert_act(
            tx, merchant_id, "person.removed", str(user_id), actor=actor, at=now
        )
    log.info("person removed", user_id=str(user_id), by=actor.kind)


async def _lock_person(tx: Tx, merchant_id: UUID, user_id: UUID) -> User:
    """Lock the merchant first, so that changes of one team take turns."""
    await centre_store.lock_merchant(tx, merchant_id)
    person = await user_store.lock_user(tx, merchant_id, user_id)
    if person is None:
        raise PersonNotFound
    return person


async def _require_another_owner(tx: Tx, person: User) -> None:
    if person.role == "owner" and await team_store.count_owners(tx, person.merchant_id) == 1:
        raise LastOwner
