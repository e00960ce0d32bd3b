"""Call a return off, as long as no carrier has its parcel."""

from datetime import datetime

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import digest, new_id
from chassis.seal import seal
from contracts.returns import ReturnCancelled
from contracts.values import Reply, ReplyTo
from contracts.wire import message

from portal_api.errors import ReturnNotFound, TooLate
from portal_api.journey import can_cancel, state_of
from portal_api.request_return import ReplyLine
from portal_api.standing import StandingReturn
from portal_api.store.returns import find_return, lock_return, update_cancelled
from portal_api.tokens import status_url

log = structlog.get_logger()


async def cancel_return(pool: Pool, line: ReplyLine, token: str, *, now: datetime) -> None:
    """Write it and announce it. Called off before, by whomever, nothing happens.

    Raises ReturnNotFound, TooLate.
    """
    async with pool.transaction() as tx:
        # Read after the lock, by a statement of its own: it sees what was waited for.
        is_there = await lock_return(tx, digest(token))
        standing = await find_return(tx, digest(token)) if is_there else None
        if standing is None:
            raise ReturnNotFound
        state = state_of(standing, at=now)
        if state == "cancelled":
            return
        if not can_cancel(state):
            raise TooLate
        await update_cancelled(tx, standing, now)
        event = _announcement(standing, line, token, now)
        await outbox.append(tx, message(event, event_id=new_id(), at=now))
    log.info("return cancelled", return_id=standing.return_id)


def _announcement(
    standing: StandingReturn, line: ReplyLine, token: str, now: datetime
) -> ReturnCancelled:
    reply_to = ReplyTo(
        email=standing.customer_email,
        name=standing.customer_name,
        status_url=status_url(line.public_url, token),
    )
    sealed = seal(reply_to.model_dump_json().encode(), line.notifier_public_key)
    return ReturnCancelled(
        return_id=standing.return_id,
        number=standing.number,
        merchant_id=standing.centre.merchant_id,
        cancelled_at=now,
        reply=Reply(language=standing.language, sealed=sealed),
    )
