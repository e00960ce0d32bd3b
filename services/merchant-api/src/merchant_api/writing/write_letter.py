"""Write to the customer about a return, without deciding anything."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.decisions import CustomerMessaged

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.deciding import decision_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.records import PendingReturn
from merchant_api.writing import letter_store
from merchant_api.writing.note import MOST_LETTER_CHARACTERS, Letter, written

log = structlog.get_logger()


async def write_letter(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    typed: str,
    *,
    actor: Actor,
    now: datetime,
    letter_id: UUID | None = None,
) -> Letter:
    """Keep the letter and announce it: the customer gets it by e-mail and on the return's page.

    A form sent twice brings the same `letter_id` and the same words, and is one letter.
    Raises ReturnNotFound, MessageMissing, MessageTooLong.
    """
    letter = Letter(letter_id or new_id(), written(typed, MOST_LETTER_CHARACTERS), actor, now)
    async with pool.transaction() as tx:
        pending = await decision_store.lock_return(tx, merchant_id, return_id)
        if pending is None:
            raise ReturnNotFound
        if not await letter_store.insert_letter(tx, merchant_id, return_id, letter):
            known = await letter_store.find_letter(tx, merchant_id, return_id, letter.letter_id)
            if known is not None and known.text == letter.text:
                return known
            letter = replace(letter, letter_id=new_id())  # back in the browser, and typed anew
            await letter_store.insert_letter(tx, merchant_id, return_id, letter)
        await audit_store.insert_act(
            tx, merchant_id, "letter.written", str(return_id), actor=actor, at=now
        )
        event = _announce(pending, letter)
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("letter written", return_id=str(return_id), by=actor.kind)
    return letter


def _announce(pending: PendingReturn, letter: Letter) -> CustomerMessaged:
    return CustomerMessaged(
        letter_id=letter.letter_id,
        return_id=pending.return_id,
        number=pending.number,
        merchant_id=pending.merchant_id,
        message=letter.text,
        written_at=letter.written_at,
        reply=pending.reply,
    )
