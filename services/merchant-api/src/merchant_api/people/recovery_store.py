"""Recoveries that were asked for, and the links that set a new password."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.people.user_store import User


async def insert_recovery(tx: Tx, recovery_id: UUID, email: str, at: datetime) -> None:
    """Note that somebody wants to get in again."""
    sql = """
        INSERT INTO recoveries (recovery_id, email, asked_at)
        VALUES ($1, $2, $3)
    """
    await tx.execute(sql, recovery_id, email, at)


async def take_recovery(tx: Tx, recovery_id: UUID) -> str | None:
    """Take the e-mail out, once: None if that was done before."""
    sql = "DELETE FROM recoveries WHERE recovery_id = $1 RETURNING email"
    email: str | None = await tx.fetchval(sql, recovery_id)
    return email


async def put_reset(tx: Tx, user_id: UUID, link_digest: bytes, expires_at: datetime) -> None:
    """Keep what proves the newest link of a person; the one before dies."""
    sql = """
        INSERT INTO password_resets (user_id, link_digest, expires_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (user_id) DO UPDATE
           SET link_digest = excluded.link_digest,
               expires_at = excluded.expires_at
    """
    await tx.execute(sql, user_id, link_digest, expires_at)


async def find_user_by_reset(pool: Pool, link_digest: bytes, now: datetime) -> User | None:
    """Find whose password a link sets, if it still does."""
    sql = """
        SELECT u.user_id, u.merchant_id, u.email, u.password_hash, u.language, u.role
          FROM password_resets AS r
          JOIN users AS u ON u.user_id = r.user_id
         WHERE r.link_digest = $1
           AND r.expires_at > $2
    """
    row = await pool.fetchrow(sql, link_digest, now)
    return User(**row) if row else None


async def take_reset(tx: Tx, link_digest: bytes, now: datetime) -> UUID | None:
    """Use a link up; None if it does not work any more."""
    sql = """
        DELETE FROM password_resets
         WHERE link_digest = $1
           AND expires_at > $2
     RETURNING user_id
    """
    user_id: UUID | None = await tx.fetchval(sql, link_digest, now)
    return user_id
