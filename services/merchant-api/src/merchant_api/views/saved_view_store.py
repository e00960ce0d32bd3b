"""The rows of saved views."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.queue.view import View


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name. `query` is what the address of its page says."""

    view_id: UUID
    name: str
    query: str
    owner_kind: str
    owner_id: str
    saved_at: datetime

    @property
    def view(self) -> View:
        return View.read(dict(parse_qsl(self.query)))


async def list_views(pool: Pool | Tx, merchant_id: UUID) -> list[SavedView]:
    """List the views of a merchant by their names."""
    sql = """
        SELECT view_id, name, query, owner_kind, owner_id, saved_at
          FROM saved_views
         WHERE merchant_id = $1
         ORDER BY lower(name), view_id
    """
    return [SavedView(**dict(row)) for row in await pool.fetch(sql, merchant_id)]


async def find_view(tx: Tx, merchant_id: UUID, view_id: UUID) -> SavedView | None:
    """Find a view of the merchant, and lock it."""
    sql = """
        SELECT view_id, name, query, owner_kind, owner_id, saved_at
          FROM saved_views
         WHERE merchant_id = $1
           AND view_id = $2
           FOR UPDATE
    """
    row = await tx.fetchrow(sql, merchant_id, view_id)
    return SavedView(**dict(row)) if row else None


async def count_views(tx: Tx, merchant_id: UUID) -> int:
    """Count the views of a merchant."""
    sql = "SELECT count(*) FROM saved_views WHERE merchant_id = $1"
    count: int = await tx.fetchval(sql, merchant_id)
    return count


async def insert_view(tx: Tx, merchant_id: UUID, saved: SavedView) -> None:
    """Add a view. Raises UniqueViolationError if the name is taken."""
    sql = """
        INSERT INTO saved_views (view_id, merchant_id, name, query, owner_kind, owner_id, saved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    """
    await tx.execute(
        sql,
        saved.view_id,
        merchant_id,
        saved.name,
        saved.query,
        saved.owner_kind,
        saved.owner_id,
        saved.saved_at,
    )


async def delete_view(tx: Tx, merchant_id: UUID, view_id: UUID) -> None:
    """Forget a view."""
    sql = "DELETE FROM saved_views WHERE merchant_id = $1 AND view_id = $2"
    await tx.execute(sql, merchant_id, view_id)
