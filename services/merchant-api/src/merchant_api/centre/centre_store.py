"""Merchants, the settings of their centres, and the boxes that hold their carrier accounts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.centre.centre_settings import CentreSettings


@dataclass(frozen=True, slots=True)
class StoredCentre:
    """The settings in force, and how many times they were announced."""

    version: int
    settings: CentreSettings
    is_open: bool


async def insert_merchant(tx: Tx, merchant_id: UUID, slug: str, at: datetime) -> bool:
    """Add a merchant; False if the slug is taken."""
    sql = """
        INSERT INTO merchants (merchant_id, slug, enrolled_at)
        VALUES ($1, $2, $3)
            ON CONFLICT (slug) DO NOTHING
     RETURNING merchant_id
    """
    return await tx.fetchval(sql, merchant_id, slug, at) is not None


async def lock_merchant_of(tx: Tx, slug: str) -> UUID:
    """Return the merchant with this slug; lock the row, so that two enrolments take turns."""
    merchant_id: UUID = await tx.fetchval(
        "SELECT merchant_id FROM merchants WHERE slug = $1 FOR UPDATE", slug
    )
    return merchant_id


async def lock_merchant(tx: Tx, merchant_id: UUID) -> None:
    """Lock the merchant's row: whoever changes the centre or the account waits here."""
    await tx.execute("SELECT 1 FROM merchants WHERE merchant_id = $1 FOR UPDATE", merchant_id)


async def find_centre(tx: Tx | Pool, merchant_id: UUID) -> StoredCentre | None:
    """Find the settings in force."""
    sql = "SELECT version, settings, is_open FROM centres WHERE merchant_id = $1"
    row = await tx.fetchrow(sql, merchant_id)
    if row is None:
        return None
    return StoredCentre(row["version"], _settings(row["settings"]), row["is_open"])


async def get_settings(tx: Tx | Pool, merchant_id: UUID) -> CentreSettings:
    """Return the settings in force. Every merchant has some. Raises LookupError."""
    centre = await find_centre(tx, merchant_id)
    if centre is None:
        cause = f"merchant {merchant_id} has no centre"
        raise LookupError(cause)
    return centre.settings


async def put_centre(
    tx: Tx,
    merchant_id: UUID,
    *,
    version: int,
    settings: CentreSettings,
    is_open: bool,
    at: datetime,
) -> None:
    """Replace the settings. The merchant's row must be locked."""
    sql = """
        INSERT INTO centres (merchant_id, version, settings, is_open, configured_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               settings = excluded.settings,
               is_open = excluded.is_open,
               configured_at = excluded.configured_at
    """
    await tx.execute(sql, merchant_id, version, settings.model_dump(mode="json"), is_open, at)


def _settings(stored: object) -> CentreSettings:
    """Read settings; a newer release may have written more than this one knows."""
    return CentreSettings.model_validate(stored, extra="ignore")
