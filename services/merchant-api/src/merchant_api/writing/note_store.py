"""Notes on returns."""

from uuid import UUID

from chassis.db import Row, Tx

from merchant_api.actors import Actor
from merchant_api.writing.note import Note


async def insert_note(tx: Tx, merchant_id: UUID, return_id: UUID, note: Note) -> bool:
    """Add a note; False if its id is taken."""
    sql = """
        INSERT INTO notes
               (note_id, merchant_id, return_id, text, actor_kind, actor_id, actor_name,
                written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (note_id) DO NOTHING
     RETURNING note_id
    """
    actor = note.actor
    inserted = await tx.fetchval(
        sql,
        note.note_id,
        merchant_id,
        return_id,
        note.text,
        actor.kind,
        actor.id,
        actor.name,
        note.written_at,
    )
    return inserted is not None


async def find_note(tx: Tx, merchant_id: UUID, return_id: UUID, note_id: UUID) -> Note | None:
    """Find one note on a return."""
    listed = await list_notes(tx, merchant_id, return_id)
    return next((it for it in listed if it.note_id == note_id), None)


async def list_notes(tx: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Note, ...]:
    """List the notes on a return, oldest first."""
    sql = """
        SELECT note_id, text, actor_kind, actor_id, actor_name, written_at
          FROM notes
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY written_at, note_id
    """
    return tuple(_note(row) for row in await tx.fetch(sql, merchant_id, return_id))


def _note(row: Row) -> Note:
    actor = Actor(row["actor_kind"], row["actor_id"], row["actor_name"])
    return Note(row["note_id"], row["text"], actor, row["written_at"])
