"""Write a note on a return, for the merchant's own people."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool
from chassis.ids import new_id

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.deciding import decision_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.writing import note_store
from merchant_api.writing.note import MOST_NOTE_CHARACTERS, Note, written

log = structlog.get_logger()


async def add_note(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    typed: str,
    *,
    actor: Actor,
    now: datetime,
    note_id: UUID | None = None,
) -> Note:
    """Add a note, also to a return that is long decided. Nothing is announced.

    A form sent twice brings the same `note_id` and the same words, and is one note.
    Raises ReturnNotFound, MessageMissing, MessageTooLong.
    """
    note = Note(note_id or new_id(), written(typed, MOST_NOTE_CHARACTERS), actor, now)
    async with pool.transaction() as tx:
        if await decision_store.lock_return(tx, merchant_id, return_id) is None:
            raise ReturnNotFound
        if not await note_store.insert_note(tx, merchant_id, return_id, note):
            known = await note_store.find_note(tx, merchant_id, return_id, note.note_id)
            if known is not None and known.text == note.text:
                return known
            note = replace(note, note_id=new_id())  # back in the browser, and something else typed
            await note_store.insert_note(tx, merchant_id, return_id, note)
        await audit_store.insert_act(
            tx, merchant_id, "note.added", str(return_id), actor=actor, at=now
        )
    log.info("note added", return_id=str(return_id), by=actor.kind)
    return note
