"""All SQL of the notifier."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.centres import CentreConfigured

from notifier.answers import Ending
from notifier.messages import Message, read_message
from notifier.smtp import Envelope


@dataclass(frozen=True, slots=True)
class Tries:
    """What was tried so far. `open_number` is an attempt that was never closed."""

    count: int
    first_at: datetime | None
    open_number: int | None
    open_said_content: bool


async def put_centre(tx: Tx, centre: CentreConfigured) -> bool:
    """Keep `centre` if it is newer than what we have; tell whether it was."""
    sql = """
        INSERT INTO centres AS old (merchant_id, version, snapshot)
        VALUES ($1, $2, $3)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               snapshot = excluded.snapshot
         WHERE old.version < excluded.version
     RETURNING 1
    """
    snapshot = centre.model_dump_json()
    return bool(await tx.fetchval(sql, centre.merchant_id, centre.version, snapshot))


async def find_centre(pool: Pool, merchant_id: UUID) -> CentreConfigured | None:
    """Read the newest snapshot of a centre."""
    row = await pool.fetchrow("SELECT snapshot FROM centres WHERE merchant_id = $1", merchant_id)
    return CentreConfigured.model_validate_json(row["snapshot"], extra="ignore") if row else None


async def insert_message(tx: Tx, message: Message) -> bool:
    """Note that `message` has to be written; tell whether that is new."""
    sql = """
        INSERT INTO messages (message_id, return_id, merchant_id, template, language, event)
        VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (message_id) DO NOTHING
     RETURNING 1
    """
    return bool(
        await tx.fetchval(
            sql,
            message.message_id,
            message.return_id,
            message.merchant_id,
            message.template,
            message.language,
            message.news.model_dump_json(),
        )
    )


async def find_last(tx: Tx, merchant_id: UUID, return_id: UUID, template: str) -> Message | None:
    """Find what a customer was last told by `template`: its event is kept when its mail is not."""
    sql = """
        SELECT message_id, template, event
          FROM messages
         WHERE merchant_id = $1
           AND return_id = $2
           AND template = $3
         ORDER BY staged_at DESC, message_id
         LIMIT 1
    """
    row = await tx.fetchrow(sql, merchant_id, return_id, template)
    return read_message(row["message_id"], row["template"], row["event"]) if row else None


async def list_unwritten(tx: Tx, merchant_id: UUID) -> list[UUID]:
    """List the messages of a store that wait to be written."""
    sql = """
        SELECT m.message_id
          FROM messages AS m
         WHERE m.merchant_id = $1
           AND NOT EXISTS (SELECT FROM mails WHERE message_id = m.message_id)
           AND NOT EXISTS (SELECT FROM outcomes WHERE message_id = m.message_id)
    """
    return [row["message_id"] for row in await tx.fetch(sql, merchant_id)]


async def find_unconcluded(pool: Pool, message_id: UUID) -> Message | None:
    """Read a message, unless it has come to its end."""
    sql = """
        SELECT m.template, m.event
          FROM messages AS m
         WHERE m.message_id = $1
           AND NOT EXISTS (SELECT FROM outcomes WHERE message_id = m.message_id)
    """
    row = await pool.fetchrow(sql, message_id)
    return read_message(message_id, row["template"], row["event"]) if row else None


async def lock_unconcluded(tx: Tx, message_id: UUID) -> bool:
    """Lock a message until commit, so that it ends once; tell whether it has not ended yet."""
    await tx.execute("SELECT FROM messages WHERE message_id = $1 FOR UPDATE", message_id)
    sql = "SELECT NOT EXISTS (SELECT FROM outcomes WHERE message_id = $1)"
    return bool(await tx.fetchval(sql, message_id))


async def find_mail(pool: Pool, message_id: UUID) -> Envelope | None:
    """Read the mail that a message became, as long as it may have to be said."""
    sql = """
        SELECT sender, recipient, source
          FROM mails
         WHERE message_id = $1 AND source <> ''
    """
    row = await pool.fetchrow(sql, message_id)
    return Envelope(**row) if row else None


async def insert_mail(pool: Pool, message_id: UUID, mail: Envelope, *, at: datetime) -> None:
    """Keep what a message became. What was written first stays."""
    sql = """
        INSERT INTO mails (message_id, sender, recipient, source, written_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (message_id) DO NOTHING
    """
    await pool.execute(sql, message_id, mail.sender, mail.recipient, mail.source, at)


async def forget_mail(tx: Tx, message_id: UUID) -> None:
    """Forget what the mail says, the secret link above all. It must never be said again."""
    await tx.execute("UPDATE mails SET source = '' WHERE message_id = $1", message_id)


async def get_tries(tx: Tx, message_id: UUID) -> Tries:
    """Read what was tried so far. At most one attempt is open."""
    sql = """
        SELECT count(*) AS count,
               min(began_at) AS first_at,
               max(number) FILTER (WHERE ended_at IS NULL) AS open_number,
               count(content_at) FILTER (WHERE ended_at IS NULL) > 0 AS open_said_content
          FROM attempts
         WHERE message_id = $1
    """
    row = await tx.fetchrow(sql, message_id)
    assert row is not None  # noqa: S101  an aggregate without GROUP BY always has one row
    return Tries(**row)


async def begin_attempt(tx: Tx, message_id: UUID, number: int, *, at: datetime) -> None:
    """Open an attempt."""
    sql = "INSERT INTO attempts (message_id, number, began_at) VALUES ($1, $2, $3)"
    await tx.execute(sql, message_id, number, at)


async def mark_content(pool: Pool, message_id: UUID, number: int, *, at: datetime) -> bool:
    """Note that the content is about to be said; False if the attempt was closed meanwhile."""
    sql = """
        UPDATE attempts
           SET content_at = $3
         WHERE message_id = $1 AND number = $2 AND ended_at IS NULL
     RETURNING 1 AS marked
    """
    return await pool.fetchrow(sql, message_id, number, at) is not None


async def end_attempt(
    tx: Tx, message_id: UUID, number: int, ending: Ending | None, *, at: datetime
) -> None:
    """Close an attempt, unless it is closed. An ending of None: it was abandoned."""
    sql = """
        UPDATE attempts
           SET ended_at = $3,
               outcome = $4,
               cause = $5
         WHERE message_id = $1 AND number = $2 AND ended_at IS NULL
    """
    outcome, cause = (ending.outcome, ending.cause) if ending else ("abandoned", None)
    await tx.execute(sql, message_id, number, at, outcome, cause)


async def insert_outcome(
    tx: Tx, message_id: UUID, outcome: str, reason: str | None, *, at: datetime
) -> None:
    """Note what became of a message, for good."""
    sql = """
        INSERT INTO outcomes (message_id, outcome, reason, concluded_at)
        VALUES ($1, $2, $3, $4)
    """
    await tx.execute(sql, message_id, outcome, reason, at)
