"""Requests that may be repeated, and the answers that their callers alone can read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool


@dataclass(frozen=True, slots=True)
class Claim:
    """What is kept of a request. `sealed_answer` is None until there is an answer."""

    request_digest: bytes
    claimed_at: datetime
    sealed_answer: bytes | None


async def claim_request(
    pool: Pool,
    merchant_id: UUID,
    key_digest: bytes,
    request_digest: bytes,
    *,
    at: datetime,
    forget_before: datetime,
) -> Claim | None:
    """Claim the key for one request; None if that worked, otherwise what holds it.

    Old claims are forgotten on the way, a bounded number at a time.
    """
    forget = """
        DELETE FROM idempotent_requests
         WHERE (merchant_id, key_digest) IN (
               SELECT merchant_id, key_digest
                 FROM idempotent_requests
                WHERE claimed_at < $1
                ORDER BY claimed_at
                LIMIT 100
                  FOR UPDATE SKIP LOCKED)
    """
    claim = """
        INSERT INTO idempotent_requests (merchant_id, key_digest, request_digest, claimed_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (merchant_id, key_digest) DO NOTHING
     RETURNING TRUE
    """
    find = """
        SELECT request_digest, claimed_at, sealed_answer
          FROM idempotent_requests
         WHERE merchant_id = $1
           AND key_digest = $2
    """
    async with pool.transaction() as tx:
        await tx.execute(forget, forget_before)
        if await tx.fetchval(claim, merchant_id, key_digest, request_digest, at):
            return None
        row = await tx.fetchrow(find, merchant_id, key_digest)
    # Released between the two statements: as good as still busy.
    return Claim(**row) if row else Claim(request_digest, at, None)


async def keep_answer(
    pool: Pool, merchant_id: UUID, key_digest: bytes, sealed_answer: bytes
) -> None:
    """Keep the answer for whoever repeats the request."""
    sql = """
        UPDATE idempotent_requests
           SET sealed_answer = $3
         WHERE merchant_id = $1
           AND key_digest = $2
    """
    await pool.execute(sql, merchant_id, key_digest, sealed_answer)


async def release_request(pool: Pool, merchant_id: UUID, key_digest: bytes) -> None:
    """Give the key back: nothing has happened under it."""
    sql = """
        DELETE FROM idempotent_requests
         WHERE merchant_id = $1
           AND key_digest = $2
    """
    await pool.execute(sql, merchant_id, key_digest)
