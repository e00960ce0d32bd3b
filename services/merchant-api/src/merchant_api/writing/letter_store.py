"""Letters to customers."""

from uuid import UUID

from chassis.db import Row, Tx

from merchant_api.actors import Actor
from merchant_api.writing.note import Letter


async def insert_letter(tx: Tx, merchant_id: UUID, return_id: UUID, letter: Letter) -> bool:
    """Add a letter; False if its id is taken."""
    sql = """
        INSERT INTO letters
               (letter_id, merchant_id, return_id, text, actor_kind, actor_id, actor_name,
                written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (letter_id) DO NOTHING
     RETURNING letter_id
    """
    actor = letter.actor
    inserted = await tx.fetchval(
        sql,
        letter.letter_id,
        merchant_id,
        return_id,
        letter.text,
        actor.kind,
        actor.id,
        actor.name,
        letter.written_at,
    )
    return inserted is not None


async def find_letter(tx: Tx, merchant_id: UUID, return_id: UUID, letter_id: UUID) -> Letter | None:
    """Find one letter on a return."""
    listed = await list_letters(tx, merchant_id, return_id)
    return next((it for it in listed if it.letter_id == letter_id), None)


async def list_letters(tx: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Letter, ...]:
    """List the letters about a return, oldest first."""
    sql = """
        SELECT letter_id, text, actor_kind, actor_id, actor_name, written_at
          FROM letters
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY written_at, letter_id
    """
    return tuple(_letter(row) for row in await tx.fetch(sql, merchant_id, return_id))


def _letter(row: Row) -> Letter:
    actor = Actor(row["actor_kind"], row["actor_id"], row["actor_name"])
    return Letter(row["letter_id"], row["text"], actor, row["written_at"])
