"""API keys: what proves them, never the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx

from merchant_api.keys.errors import KeyNotFound
from merchant_api.keys.scopes import Scope, known_scopes


@dataclass(frozen=True, slots=True)
class StoredKey:
    """What a door needs to know of an API key."""

    merchant_id: UUID
    name: str
    secret_digest: bytes
    scopes: frozenset[str]
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What a merchant may know of their key."""

    key_id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


async def insert_key(
    tx: Tx,
    key_id: str,
    secret_digest: bytes,
    merchant_id: UUID,
    *,
    name: str,
    scopes: Sequence[Scope],
    at: datetime,
    form_id: UUID | None = None,
) -> None:
    """Keep what proves a new key; not the key."""
    sql = """
        INSERT INTO api_keys
               (key_id, merchant_id, name, secret_digest, scopes, created_at, form_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    """
    await tx.execute(sql, key_id, merchant_id, name, secret_digest, list(scopes), at, form_id)


async def find_key(pool: Pool, key_id: str) -> StoredKey | None:
    """Find a key that is not revoked."""
    sql = """
        SELECT merchant_id, name, secret_digest, scopes, last_used_at
          FROM api_keys
         WHERE key_id = $1
           AND revoked_at IS NULL
    """
    row = await pool.fetchrow(sql, key_id)
    if row is None:
        return None
    return StoredKey(
        row["merchant_id"],
        row["name"],
        row["secret_digest"],
        frozenset(row["scopes"]),
        row["last_used_at"],
    )


async def mark_used(pool: Pool, key_id: str, at: datetime) -> None:
    """Note that the key served."""
    await pool.execute("UPDATE api_keys SET last_used_at = $2 WHERE key_id = $1", key_id, at)


async def count_keys(tx: Tx, merchant_id: UUID) -> int:
    """Count the keys ever issued to a merchant."""
    count: int = await tx.fetchval(
        "SELECT count(*) FROM api_keys WHERE merchant_id = $1", merchant_id
    )
    return count


async def is_made(tx: Tx, merchant_id: UUID, form_id: UUID) -> bool:
    """Tell whether the form made its key before."""
    sql = "SELECT true FROM api_keys WHERE merchant_id = $1 AND form_id = $2"
    return bool(await tx.fetchval(sql, merchant_id, form_id))


async def list_live(tx: Tx | Pool, merchant_id: UUID) -> list[OwnKey]:
    """List the keys that open something, the oldest first. There are few: `rotation.MOST_LIVE`."""
    sql = """
        SELECT key_id, name, scopes, created_at, last_used_at, revoked_at
          FROM api_keys
         WHERE merchant_id = $1
           AND revoked_at IS NULL
         ORDER BY created_at, key_id
    """
    return [_own(row) for row in await tx.fetch(sql, merchant_id)]


async def list_revoked(pool: Pool, merchant_id: UUID, *, limit: int) -> list[OwnKey]:
    """List the keys that were revoked last."""
    sql = """
        SELECT key_id, name, scopes, created_at, last_used_at, revoked_at
          FROM api_keys
         WHERE merchant_id = $1
           AND revoked_at IS NOT NULL
         ORDER BY revoked_at DESC, key_id
         LIMIT $2
    """
    return [_own(row) for row in await pool.fetch(sql, merchant_id, limit)]


async def find_own_key(tx: Tx | Pool, merchant_id: UUID, key_id: str) -> OwnKey | None:
    """Find a key of this merchant, live or revoked."""
    sql = """
        SELECT key_id, name, scopes, created_at, last_used_at, revoked_at
          FROM api_keys
         WHERE merchant_id = $1
           AND key_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, key_id)
    return _own(row) if row else None


async def get_live(pool: Pool, merchant_id: UUID, key_id: str) -> OwnKey:
    """Return a live key of this merchant. Raises KeyNotFound."""
    key = await find_own_key(pool, merchant_id, key_id)
    if key is None or key.revoked_at is not None:
        raise KeyNotFound
    return key


async def revoke(tx: Tx, merchant_id: UUID, key_id: str, at: datetime) -> bool:
    """Revoke a live key; False if there is none."""
    sql = """
        UPDATE api_keys
           SET revoked_at = $3
         WHERE merchant_id = $1
           AND key_id = $2
           AND revoked_at IS NULL
     RETURNING true
    """
    return bool(await tx.fetchval(sql, merchant_id, key_id, at))


def _own(row: Row) -> OwnKey:
    return OwnKey(
        row["key_id"],
        row["name"],
        known_scopes(row["scopes"]),
        row["created_at"],
        row["last_used_at"],
        row["revoked_at"],
    )
