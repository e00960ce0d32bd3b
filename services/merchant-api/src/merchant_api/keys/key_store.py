"""API keys: what proves them, never the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.keys.scopes import Scope


@dataclass(frozen=True, slots=True)
class StoredKey:
    """What is kept of an API key."""

    merchant_id: UUID
    name: str
    secret_digest: bytes
    scopes: frozenset[str]


async def insert_key(
    tx: Tx,
    key_id: str,
    secret_digest: bytes,
    merchant_id: UUID,
    *,
    name: str,
    scopes: Sequence[Scope],
    at: datetime,
) -> None:
    """Keep what proves a new key; not the key."""
    sql = """
        INSERT INTO api_keys (key_id, merchant_id, name, secret_digest, scopes, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    await tx.execute(sql, key_id, merchant_id, name, secret_digest, list(scopes), at)


async def find_key(pool: Pool, key_id: str) -> StoredKey | None:
    """Find a key that is not revoked."""
    sql = """
        SELECT merchant_id, name, secret_digest, scopes
          FROM api_keys
         WHERE key_id = $1
           AND revoked_at IS NULL
    """
    row = await pool.fetchrow(sql, key_id)
    if row is None:
        return None
    return StoredKey(
        row["merchant_id"], row["name"], row["secret_digest"], frozenset(row["scopes"])
    )


async def count_keys(tx: Tx, merchant_id: UUID) -> int:
    """Count the keys ever issued to a merchant."""
    count: int = await tx.fetchval(
        "SELECT count(*) FROM api_keys WHERE merchant_id = $1", merchant_id
    )
    return count
