"""Approve requests as they come, for centres that are set up so."""

from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.work import enqueue

from merchant_api.actors import by_rule
from merchant_api.approval import candidate_store
from merchant_api.approval.approval_rule import rule_of
from merchant_api.centre import centre_store
from merchant_api.centre.errors import AddressMissing
from merchant_api.clock import Clock
from merchant_api.deciding.approve_return import approve_return
from merchant_api.returns.errors import (
    AlreadyDecided,
    NotNow,
    ParcelUnknown,
    ReturnNotFound,
    ShipmentNotKnown,
)

log = structlog.get_logger()

JOB = "approve"


async def consider_return(tx: Tx, merchant_id: UUID, return_id: UUID) -> None:
    """Have a new return approved once `tx` has committed, if that is the merchant's rule."""
    centre = await centre_store.find_centre(tx, merchant_id)
    if centre is not None and centre.settings.approval == "automatic":
        await enqueue(tx, JOB, f"{merchant_id}/{return_id}")


async def approve_by_rule(pool: Pool, key: str, *, clock: Clock) -> None:
    """Do the job `key`. What the rule does not approve stays in the queue for a person.

    The rule is the one in force now: a merchant who has just gone back to deciding decides.
    """
    merchant_id, return_id = map(UUID, key.split("/"))
    settings = await centre_store.get_settings(pool, merchant_id)
    candidate = await candidate_store.find_candidate(pool, merchant_id, return_id)
    if settings.approval != "automatic" or candidate is None:
        return
    if obstacle := rule_of(settings).obstacle_to(candidate):
        log.info("left to a person", return_id=str(return_id), obstacle=obstacle)
        return
    actor = by_rule(settings.approval_version)
    try:
        await approve_return(pool, merchant_id, return_id, actor=actor, now=clock())
    except (AlreadyDecided, NotNow):
        return
    except (ReturnNotFound, ShipmentNotKnown, AddressMissing, ParcelUnknown) as error:
        log.warning("not approved by rule", return_id=str(return_id), refusal=type(error).__name__)
