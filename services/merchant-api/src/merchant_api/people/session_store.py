"""Sessions: a digest, whose it is, since when, and when something was last done in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.actors import Visitor


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session that still works."""

    session_digest: bytes
    begun_at: datetime
    seen_at: datetime


async def insert_session(tx: Tx, session_digest: bytes, user_id: UUID, at: datetime) -> None:
    """Begin a session."""
    sql = """
        INSERT INTO sessions (session_digest, user_id, begun_at, seen_at)
        VALUES ($1, $2, $3, $3)
    """
    await tx.execute(sql, session_digest, user_id, at)


async def find_visitor(
    pool: Pool, session_digest: bytes, *, begun_after: datetime, seen_after: datetime
) -> tuple[Visitor, datetime] | None:
    """Find who holds a session that is young enough, and when they were last seen."""
    sql = """
        SELECT u.user_id, u.merchant_id, u.email, u.language, u.role, s.seen_at
          FROM sessions AS s
          JOIN users AS u ON u.user_id = s.user_id
         WHERE s.session_digest = $1
           AND s.begun_at > $2
           AND s.seen_at > $3
    """
    row = await pool.fetchrow(sql, session_digest, begun_after, seen_after)
    if row is None:
        return None
    visitor = Visitor(
        row["user_id"], row["merchant_id"], row["email"], row["language"], row["role"]
    )
    return visitor, row["seen_at"]


async def list_sessions(
    pool: Pool, user_id: UUID, *, begun_after: datetime, seen_after: datetime
) -> list[StoredSession]:
    """List the sessions of a person that still work, the one used last first."""
    sql = """
        SELECT session_digest, begun_at, seen_at
          FROM sessions
         WHERE user_id = $1
           AND begun_at > $2
           AND seen_at > $3
         ORDER BY seen_at DESC, begun_at DESC
    """
    rows = await pool.fetch(sql, user_id, begun_after, seen_after)
    return [StoredSession(**row) for row in rows]


async def mark_seen(pool: Pool, session_digest: bytes, at: datetime) -> None:
    """Keep the session alive: its holder did something."""
    sql = """
          WITH seen AS (
               UPDATE sessions
                  SET seen_at = $2
                WHERE session_digest = $1
            RETURNING user_id
          )
        UPDATE users
           SET seen_at = $2
         WHERE user_id = (SELECT user_id FROM seen)
    """
    await pool.execute(sql, session_digest, at)


async def delete_session(pool: Tx | Pool, session_digest: bytes) -> None:
    """End one session; it need not exist."""
    await pool.execute("DELETE FROM sessions WHERE session_digest = $1", session_digest)


async def delete_sessions(tx: Tx, user_id: UUID) -> None:
    """End all sessions of a person."""
    await tx.execute("DELETE FROM sessions WHERE user_id = $1", user_id)


async def delete_other_sessions(tx: Tx, user_id: UUID, kept_digest: bytes) -> None:
    """End all sessions of a person but one."""
    sql = "DELETE FROM sessions WHERE user_id = $1 AND session_digest <> $2"
    await tx.execute(sql, user_id, kept_digest)


async def delete_old_sessions(tx: Tx, *, begun_before: datetime) -> None:
    """Forget sessions that nobody can use any more."""
    await tx.execute("DELETE FROM sessions WHERE begun_at < $1", begun_before)
