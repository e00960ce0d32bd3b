"""Users: who may sign in to which merchant's console, and as what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.values import Language

from merchant_api.actors import Role
from merchant_api.people.session_store import delete_sessions


@dataclass(frozen=True, slots=True)
class User:
    """A person who may sign in."""

    user_id: UUID
    merchant_id: UUID
    email: str
    password_hash: str
    language: Language
    role: Role = "owner"


async def find_user(tx: Tx | Pool, email: str) -> User | None:
    """Find the person with this e-mail, written in lower case."""
    sql = """
        SELECT user_id, merchant_id, email, password_hash, language, role
          FROM users
         WHERE email = $1
    """
    row = await tx.fetchrow(sql, email)
    return User(**row) if row else None


async def lock_user(tx: Tx, merchant_id: UUID, user_id: UUID) -> User | None:
    """Lock a person's row until commit; None: they are not, or not any more, of this merchant."""
    sql = """
        SELECT user_id, merchant_id, email, password_hash, language, role
          FROM users
         WHERE merchant_id = $1 AND user_id = $2
           FOR UPDATE
    """
    row = await tx.fetchrow(sql, merchant_id, user_id)
    return User(**row) if row else None


async def insert_user(tx: Tx, user: User, at: datetime) -> bool:
    """Add a person; False if the e-mail signs in already, here or elsewhere."""
    sql = """
        INSERT INTO users
               (user_id, merchant_id, email, password_hash, language, role, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (email) DO NOTHING
     RETURNING 1
    """
    inserted = await tx.fetchval(
        sql,
        user.user_id,
        user.merchant_id,
        user.email,
        user.password_hash,
        user.language,
        user.role,
        at,
    )
    return inserted is not None


async def change_password(tx: Tx, user_id: UUID, password_hash: str) -> None:
    """Store another password, and end every session that the old one began."""
    await tx.execute(
        "UPDATE users SET password_hash = $2 WHERE user_id = $1", user_id, password_hash
    )
    await tx.execute("DELETE FROM password_resets WHERE user_id = $1", user_id)
    await delete_sessions(tx, user_id)


async def store_stronger_hash(tx: Tx, user_id: UUID, password_hash: str) -> None:
    """Keep the same password under today's parameters; sessions go on."""
    await tx.execute(
        "UPDATE users SET password_hash = $2 WHERE user_id = $1", user_id, password_hash
    )


async def change_language(tx: Tx | Pool, user_id: UUID, language: Language) -> None:
    """Remember which language a person reads."""
    await tx.execute("UPDATE users SET language = $2 WHERE user_id = $1", user_id, language)


async def mark_signed_in(tx: Tx, user_id: UUID, at: datetime) -> None:
    """Remember when the person was last here."""
    await tx.execute("UPDATE users SET seen_at = $2 WHERE user_id = $1", user_id, at)
