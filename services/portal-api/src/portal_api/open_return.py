"""Make the return that a store has opened for a customer, as if the customer had asked for it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.errors import Outage
from chassis.ids import digest, new_id, new_secret
from contracts.centres import CentreConfigured
from contracts.handling import ReturnOpenedForCustomer
from contracts.returns import ReturnNotOpened
from contracts.wire import message

from portal_api.clock import business_days_after, local_day
from portal_api.request_return import ReplyLine, announcement_of, insert_with_number
from portal_api.store import openings
from portal_api.tokens import status_token
from portal_api.written import NewReturn

log = structlog.get_logger()

JOB = "open"
"""The kind of job. Its key is the id of the return."""


async def open_return(pool: Pool, line: ReplyLine, return_id: UUID, *, now: datetime) -> None:
    """Make and announce it, or announce that another is open for the parcel. Done once.

    Raises Outage while the centre is not known here.
    """
    async with pool.transaction() as tx:
        opened = await openings.lock_unanswered(tx, return_id)
        if opened is None:
            return
        centre = await openings.find_centre_of(tx, opened.merchant_id)
        if centre is None:
            cause = "the centre is not known yet"
            raise Outage(cause, retry_after_s=5)
        standing = await openings.lock_parcel(tx, opened.shipment_id)
        if standing is None:
            await _make(tx, line, opened, centre, now)
        else:
            await outbox.append(tx, _refusal(opened, standing, now))
        await openings.update_answered(tx, return_id, now)
    log.info("return opened for customer", return_id=return_id, is_made=standing is None)


async def _make(
    tx: Tx,
    line: ReplyLine,
    opened: ReturnOpenedForCustomer,
    centre: CentreConfigured,
    now: datetime,
) -> None:
    # The secret is in nobody's hands but the customer's, to whom it goes sealed.
    token = status_token(new_secret())
    new = await insert_with_number(
        tx, lambda number: replace(_write(opened, centre, digest(token), now), number=number)
    )
    await outbox.append(tx, announcement_of(new, line, token))


def _write(
    opened: ReturnOpenedForCustomer, centre: CentreConfigured, token_digest: bytes, now: datetime
) -> NewReturn:
    return NewReturn(
        return_id=opened.return_id,
        number="",
        merchant_id=opened.merchant_id,
        shipment_id=opened.shipment_id,
        token_digest=token_digest,
        tracking_number=opened.tracking_number,
        reasons=opened.reasons,
        comment=opened.comment,
        method=opened.method,
        language=opened.language,
        customer_name=opened.customer_name,
        customer_email=opened.customer_email,
        policy=centre.policy,
        policy_version=centre.version,
        answer_by_on=business_days_after(local_day(now), centre.answer_business_days),
        requested_at=now,
    )


def _refusal(opened: ReturnOpenedForCustomer, standing: str, now: datetime) -> outbox.Message:
    event = ReturnNotOpened(
        return_id=opened.return_id,
        merchant_id=opened.merchant_id,
        cause="already_requested",
        number=standing,
        refused_at=now,
    )
    return message(event, event_id=new_id(), at=now)
