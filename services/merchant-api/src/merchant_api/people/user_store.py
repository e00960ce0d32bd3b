"""Users, their sessions and failures, and API keys."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.values import Language

from merchant_api.actors import Role, Visitor


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


async def insert_user(tx: Tx, user: User, at: datetime) -> None:
    """Add a person. A taken e-mail is a violation of `users_email_key`."""
    sql = """
        INSERT INTO users
               (user_id, merchant_id, email, password_hash, language, role, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    """
    await tx.execute(
        sql,
        user.user_id,
        user.merchant_id,
        user.email,
        user.password_hash,
        user.language,
        user.role,
        at,
    )


async def change_password(tx: Tx, user_id: UUID, password_hash: str) -> None:
    """Store another password, and end every session that the old one began."""
    await tx.execute(
        "UPDATE users SET password_hash = $2 WHERE user_id = $1", user_id, password_hash
    )
    await tx.execute("DELETE FROM sessions WHERE user_id = $1", user_id)


async def store_stronger_hash(tx: Tx, user_id: UUID, password_hash: str) -> None:
    """Keep the same password under today's parameters; sessions go on."""
    await tx.execute(
        "UPDATE users SET password_hash = $2 WHERE user_id = $1", user_id, password_hash
    )


async def change_language(tx: Tx | Pool, user_id: UUID, language: Language) -> None:
    """Remember which language a person reads."""
    await tx.execute("UPDATE users SET language = $2 WHERE user_id = $1", user_id, language)


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


async def mark_seen(pool: Pool, session_digest: bytes, at: datetime) -> None:
    """Keep the session alive: its holder did something."""
    await pool.execute(
        "UPDATE sessions SET seen_at = $2 WHERE session_digest = $1", session_digest, at
    )


async def delete_session(pool: Tx | Pool, session_digest: bytes) -> None:
    """End one session; it need not exist."""
    await pool.execute("DELETE FROM sessions WHERE session_digest = $1", session_digest)


async def delete_old_sessions(tx: Tx, *, begun_before: datetime) -> None:
    """Forget sessions that nobody can use any more."""
    await tx.execute("DELETE FROM sessions WHERE begun_at < $1", begun_before)


async def list_failures(pool: Pool, against: list[bytes], after: datetime) -> dict[bytes, int]:
    """Count the recent failures against each digest."""
    sql = """
        SELECT against_digest, count(*) AS failures
          FROM sign_in_failures
         WHERE against_digest = ANY($1)
           AND failed_at > $2
         GROUP BY against_digest
    """
    return {row["against_digest"]: row["failures"] for row in await pool.fetch(sql, against, after)}


async def insert_failure(
    tx: Tx, against: list[bytes], at: datetime, *, forget_before: datetime
) -> None:
    """Count one failure against each digest, and forget those that no longer matter."""
    await tx.execute("DELETE FROM sign_in_failures WHERE failed_at < $1", forget_before)
    sql = """
        INSERT INTO sign_in_failures (against_digest, failed_at)
        SELECT against, $2
          FROM unnest($1::bytea[]) AS against
    """
    await tx.execute(sql, against, at)
