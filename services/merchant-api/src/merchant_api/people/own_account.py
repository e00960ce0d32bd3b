"""What everybody may do to their own account: read another language, end other sessions."""

from datetime import datetime

import structlog
from chassis.db import Pool
from chassis.ids import digest
from contracts.values import Language

from merchant_api import audit_store
from merchant_api.actors import Visitor
from merchant_api.people import session_store, user_store
from merchant_api.people.session_store import StoredSession
from merchant_api.people.sign_in import IDLE, LIFETIME

log = structlog.get_logger()


async def change_own_language(
    pool: Pool, visitor: Visitor, language: Language, *, now: datetime
) -> None:
    """Remember which language the visitor reads, in pages and in mails."""
    async with pool.transaction() as tx:
        await user_store.change_language(tx, visitor.user_id, language)
        await audit_store.insert_act(
            tx,
            visitor.merchant_id,
            "language.changed",
            str(visitor.user_id),
            actor=visitor.actor,
            at=now,
        )


async def list_own_sessions(pool: Pool, visitor: Visitor, *, now: datetime) -> list[StoredSession]:
    """List the visitor's sessions that still work, the one used last first."""
    return await session_store.list_sessions(
        pool, visitor.user_id, begun_after=now - LIFETIME, seen_after=now - IDLE
    )


async def end_other_sessions(pool: Pool, visitor: Visitor, secret: str, *, now: datetime) -> None:
    """Sign the visitor out everywhere but in the session of `secret`."""
    async with pool.transaction() as tx:
        await session_store.delete_other_sessions(tx, visitor.user_id, digest(secret))
        await audit_store.insert_act(
            tx,
            visitor.merchant_id,
            "sessions.ended",
            str(visitor.user_id),
            actor=visitor.actor,
            at=now,
        )
    log.info("other sessions ended", user_id=str(visitor.user_id))
