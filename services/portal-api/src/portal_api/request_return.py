"""Send a draft: one return per parcel, written and announced in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import digest, new_id
from chassis.seal import seal
from contracts.returns import ReturnRequested
from contracts.values import Reply, ReplyTo
from contracts.wire import message

from portal_api.clock import business_days_after, local_day
from portal_api.drafts import Answers, Choices, Draft, admit, choose
from portal_api.errors import AlreadyRequested, DraftNotFound
from portal_api.return_number import draw_number
from portal_api.store.drafts import lock_draft
from portal_api.store.returns import find_number, insert_return
from portal_api.tokens import status_token, status_url
from portal_api.written import NewReturn

log = structlog.get_logger()

_DRAWS = 20
"""Numbers to draw before giving up: with a million of 191 taken, one draw in 191 is repeated."""


@dataclass(frozen=True, slots=True)
class Requested:
    """The return that the draft has become. `is_new`: by this very call."""

    number: str
    token: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """Where status pages are, and to whose key the way to the customer is sealed."""

    public_url: str
    notifier_public_key: str


async def request_return(
    pool: Pool, line: ReplyLine, secret: str, answers: Answers, *, now: datetime
) -> Requested:
    """Write the return and announce it. Sent again, the same draft gives the same return.

    Raises DraftNotFound, AnswersInvalid, CentreClosed, WindowOver, and AlreadyRequested if another
    draft for this parcel was first.
    """
    token = status_token(secret)
    async with pool.transaction() as tx:
        draft = await lock_draft(tx, digest(secret), at=now)
        ours = await find_number(tx, digest(token))
        if ours is not None:
            return Requested(ours, token, is_new=False)
        if draft is None:
            raise DraftNotFound
        if draft.number is not None:
            raise AlreadyRequested(draft.number)
        # In time is who found the parcel in time, though they took a while to write.
        admit(draft.centre, draft.parcel.delivered_on, at=draft.created_at)
        choices = choose(draft.centre, answers)
        return_id = new_id()
        new = await insert_with_number(
            tx, lambda number: _write(draft, choices, return_id, number, digest(token), now)
        )
        await outbox.append(tx, announcement_of(new, line, token))
    log.info("return requested", return_id=new.return_id, merchant_id=new.merchant_id)
    return Requested(new.number, token, is_new=True)


async def insert_with_number(tx: Tx, write: Callable[[str], NewReturn]) -> NewReturn:
    """Insert what `write` makes of a number that is free. The parcel must be locked."""
    for _ in range(_DRAWS):
        new = write(draw_number())
        if await insert_return(tx, new):
            return new
    cause = "no free return number was drawn"
    raise RuntimeError(cause)


def _write(
    draft: Draft,
    choices: Choices,
    return_id: UUID,
    number: str,
    token_digest: bytes,
    now: datetime,
) -> NewReturn:
    centre, parcel = draft.centre, draft.parcel
    return NewReturn(
        return_id=return_id,
        number=number,
        merchant_id=centre.merchant_id,
        shipment_id=parcel.shipment_id,
        token_digest=token_digest,
        tracking_number=parcel.tracking_number,
        reasons=choices.reasons,
        comment=choices.comment,
        method=choices.method,
        language=choices.language,
        customer_name=parcel.recipient_name,
        customer_email=choices.email,
        policy=centre.policy,
        policy_version=centre.version,
        answer_by_on=business_days_after(local_day(now), centre.answer_business_days),
        requested_at=now,
    )


def announcement_of(new: NewReturn, line: ReplyLine, token: str) -> outbox.Message:
    """Announce a return, with the way to its customer closed for all but notifier."""
    reply_to = ReplyTo(
        email=new.customer_email,
        name=new.customer_name,
        status_url=status_url(line.public_url, token),
    )
    sealed = seal(reply_to.model_dump_json().encode(), line.notifier_public_key)
    event = ReturnRequested(
        return_id=new.return_id,
        number=new.number,
        merchant_id=new.merchant_id,
        shipment_id=new.shipment_id,
        tracking_number=new.tracking_number,
        reasons=new.reasons,
        comment=new.comment,
        method=new.method,
        language=new.language,
        customer_name=new.customer_name,
        customer_email=new.customer_email,
        requested_at=new.requested_at,
        reply=Reply(language=new.language, sealed=sealed),
    )
    return message(event, event_id=new_id(), at=new.requested_at)
