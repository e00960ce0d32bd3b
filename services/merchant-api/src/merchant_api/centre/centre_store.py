"""Merchants, the settings of their centres, and the boxes that hold their carrier accounts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx

from merchant_api.centre_settings import CentreSettings


@dataclass(frozen=True, slots=True)
class StoredCentre:
    """The settings in force, and how many times they were announced."""

    version: int
    settings: CentreSettings


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """What is kept of a carrier account: not the account."""

    version: int
    sealed: str
    sealed_to: str
    fingerprint: str


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
    sql = "SELECT version, settings FROM centres WHERE merchant_id = $1"
    row = await tx.fetchrow(sql, merchant_id)
    return StoredCentre(row["version"], _settings(row["settings"])) if row else None


async def get_settings(tx: Tx | Pool, merchant_id: UUID) -> CentreSettings:
    """Return the settings in force. Every merchant has some. Raises LookupError."""
    centre = await find_centre(tx, merchant_id)
    if centre is None:
        cause = f"merchant {merchant_id} has no centre"
        raise LookupError(cause)
    return centre.settings


async def put_centre(
    tx: Tx, merchant_id: UUID, *, version: int, settings: CentreSettings, at: datetime
) -> None:
    """Replace the settings. The merchant's row must be locked."""
    sql = """
        INSERT INTO centres (merchant_id, version, settings, configured_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               settings = excluded.settings,
               configured_at = excluded.configured_at
    """
    await tx.execute(sql, merchant_id, version, settings.model_dump(mode="json"), at)


async def find_account(tx: Tx | Pool, merchant_id: UUID) -> StoredAccount | None:
    """Find what is kept of the carrier account."""
    sql = """
        SELECT version, sealed, sealed_to, fingerprint
          FROM carrier_accounts
         WHERE merchant_id = $1
    """
    row = await tx.fetchrow(sql, merchant_id)
    return StoredAccount(**row) if row else None


async def put_account(tx: Tx, merchant_id: UUID, account: StoredAccount, at: datetime) -> None:
    """Replace the box. The merchant's row must be locked."""
    sql = """
        INSERT INTO carrier_accounts
               (merchant_id, version, carrier, sealed, sealed_to, fingerprint, sealed_at)
        VALUES ($1, $2, 'canada_post', $3, $4, $5, $6)
            ON CONFLICT (merchant_id) DO UPDATE
           SET version = excluded.version,
               sealed = excluded.sealed,
               sealed_to = excluded.sealed_to,
               fingerprint = excluded.fingerprint,
               sealed_at = excluded.sealed_at
    """
    await tx.execute(
        sql,
        merchant_id,
        account.version,
        account.sealed,
        account.sealed_to,
        account.fingerprint,
        at,
    )


def _settings(stored: object) -> CentreSettings:
    """Read settings; a newer release may have written more than this one knows."""
    return CentreSettings.model_validate(stored, extra="ignore")
