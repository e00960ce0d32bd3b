"""Links with which merchants are set up, and whether there is a merchant at all."""

from datetime import datetime

from chassis.db import Pool, Tx


async def has_merchant(tx: Tx | Pool) -> bool:
    """Tell whether anybody has moved in."""
    return await tx.fetchrow("SELECT 1 AS one FROM merchants LIMIT 1") is not None


async def insert_link(
    tx: Tx, link_digest: bytes, *, is_first: bool, now: datetime, expires_at: datetime
) -> None:
    """Keep what proves a link, and forget those that are too old."""
    await tx.execute("DELETE FROM set_up_links WHERE expires_at <= $1", now)
    sql = """
        INSERT INTO set_up_links (link_digest, is_first, expires_at)
        VALUES ($1, $2, $3)
    """
    await tx.execute(sql, link_digest, is_first, expires_at)


async def is_open(pool: Pool, link_digest: bytes, now: datetime) -> bool:
    """Tell whether a link works."""
    sql = "SELECT 1 AS one FROM set_up_links WHERE link_digest = $1 AND expires_at > $2"
    return await pool.fetchrow(sql, link_digest, now) is not None


async def take_link(tx: Tx, link_digest: bytes, now: datetime) -> bool:
    """Use a link up; False if it does not work any more.

    Those who set merchants up take turns until commit, so that of two first links one wins.
    """
    await tx.execute("LOCK TABLE set_up_links IN SHARE ROW EXCLUSIVE MODE")
    sql = "DELETE FROM set_up_links WHERE link_digest = $1 AND expires_at > $2 RETURNING 1"
    return await tx.fetchval(sql, link_digest, now) is not None


async def delete_first_links(tx: Tx) -> None:
    """Have the first merchant's links work no more: there is one."""
    await tx.execute("DELETE FROM set_up_links WHERE is_first")
