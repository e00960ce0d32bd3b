"""The logos and pictures that merchants have uploaded: where their files lie."""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.centres import Picture
from contracts.values import BlobRef

from merchant_api.branding.image_kinds import ImageKind


async def insert_image(
    tx: Tx,
    merchant_id: UUID,
    kind: ImageKind,
    digest: str,
    content: BlobRef | Picture,
    at: datetime,
) -> bool:
    """Keep an image; False if the merchant has it already."""
    sql = """
        INSERT INTO brand_images (merchant_id, kind, digest, content, drawn_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (merchant_id, kind, digest) DO NOTHING
     RETURNING digest
    """
    stored = content.model_dump(mode="json")
    return await tx.fetchval(sql, merchant_id, kind, digest, stored, at) is not None


async def find_logo(tx: Tx | Pool, merchant_id: UUID, digest: str) -> BlobRef | None:
    """Find a logo by the digest of its file."""
    content = await _find_content(tx, merchant_id, "logo", digest)
    return None if content is None else BlobRef.model_validate(content)


async def find_picture(tx: Tx | Pool, merchant_id: UUID, digest: str) -> Picture | None:
    """Find a picture by the digest of its wide crop."""
    content = await _find_content(tx, merchant_id, "picture", digest)
    return None if content is None else Picture.model_validate(content)


async def _find_content(tx: Tx | Pool, merchant_id: UUID, kind: ImageKind, digest: str) -> object:
    sql = """
        SELECT content
          FROM brand_images
         WHERE merchant_id = $1 AND kind = $2 AND digest = $3
    """
    row = await tx.fetchrow(sql, merchant_id, kind, digest)
    return None if row is None else row["content"]
