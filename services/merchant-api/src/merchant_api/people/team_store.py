"""The people of a merchant, as those who manage them see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.values import Language

from merchant_api.actors import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in. `seen_at` is None as long as they never did."""

    user_id: UUID
    email: str
    role: Role
    language: Language
    created_at: datetime
    seen_at: datetime | None


async def list_people(
    pool: Pool, merchant_id: UUID, *, after: UUID | None, limit: int
) -> list[Person]:
    """List the people of a merchant, the first one first."""
    sql = """
        SELECT user_id, email, role, language, created_at, seen_at
          FROM users
         WHERE merchant_id = $1
           AND ($2::uuid IS NULL OR user_id > $2)
         ORDER BY user_id
         LIMIT $3
    """
    return [Person(**row) for row in await pool.fetch(sql, merchant_id, after, limit)]


async def find_person(pool: Pool, merchant_id: UUID, user_id: UUID) -> Person | None:
    """Find one of them."""
    sql = """
        SELECT user_id, email, role, language, created_at, seen_at
          FROM users
         WHERE merchant_id = $1 AND user_id = $2
    """
    row = await pool.fetchrow(sql, merchant_id, user_id)
    return Person(**row) if row else None


async def count_owners(tx: Tx, merchant_id: UUID) -> int:
    """Count the owners. The merchant's row must be locked, or two could take each other for one."""
    sql = "SELECT count(*) FROM users WHERE merchant_id = $1 AND role = 'owner'"
    count: int = await tx.fetchval(sql, merchant_id)
    return count


async def change_role(tx: Tx, merchant_id: UUID, user_id: UUID, role: Role) -> None:
    """Let a person do more, or less, from the next page on."""
    sql = "UPDATE users SET role = $3 WHERE merchant_id = $1 AND user_id = $2"
    await tx.execute(sql, merchant_id, user_id, role)


async def delete_user(tx: Tx, merchant_id: UUID, user_id: UUID) -> None:
    """Remove a person; their sessions go with them."""
    sql = "DELETE FROM users WHERE merchant_id = $1 AND user_id = $2"
    await tx.execute(sql, merchant_id, user_id)
