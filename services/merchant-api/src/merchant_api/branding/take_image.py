"""Take an upload in: draw it anew, store its files, remember whose it is. Nobody sees it yet."""

import hashlib
from datetime import datetime
from uuid import UUID

import structlog
from chassis.blobs import Blobs
from chassis.db import Pool
from contracts.centres import Picture
from contracts.values import BlobRef

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.branding import image_store
from merchant_api.branding.draw_apart import Studio
from merchant_api.branding.image_kinds import ImageKind

log = structlog.get_logger()


class Gallery:
    """Where images are drawn and where they are kept."""

    def __init__(self, pool: Pool, blobs: Blobs) -> None:
        self.pool = pool
        self.blobs = blobs
        self._studio = Studio()

    async def take_logo(
        self, merchant_id: UUID, content: bytes, *, actor: Actor, now: datetime
    ) -> BlobRef:
        """Return the logo that was made of `content`. Raises ImageRefused, Outage."""
        drawn = await self._studio.draw(content, "logo")
        logo = await self._keep(merchant_id, drawn.files["logo"], "png")
        await self._remember(merchant_id, "logo", logo.sha256, logo, actor=actor, now=now)
        return logo

    async def take_picture(
        self, merchant_id: UUID, content: bytes, *, actor: Actor, now: datetime
    ) -> Picture:
        """Return the picture that was made of `content`. Raises ImageRefused, Outage."""
        drawn = await self._studio.draw(content, "picture")
        wide = await self._keep(merchant_id, drawn.files["wide"], "webp")
        tall = await self._keep(merchant_id, drawn.files["tall"], "webp")
        picture = Picture(wide=wide, tall=tall, tint=drawn.tint or "#ffffff")
        await self._remember(merchant_id, "picture", wide.sha256, picture, actor=actor, now=now)
        return picture

    async def _keep(self, merchant_id: UUID, content: bytes, suffix: str) -> BlobRef:
        """Store a file under what is in it: a crash leaves one that nobody names, and no harm."""
        digest = hashlib.sha256(content).hexdigest()
        key = f"branding/{merchant_id}/{digest}.{suffix}"
        stored = await self.blobs.put(key, content, f"image/{suffix}")
        return BlobRef(
            key=stored.key,
            media_type=stored.media_type,
            size_bytes=stored.size_bytes,
            sha256=stored.sha256,
        )

    async def _remember(
        self,
        merchant_id: UUID,
        kind: ImageKind,
        digest: str,
        image: BlobRef | Picture,
        *,
        actor: Actor,
        now: datetime,
    ) -> None:
        async with self.pool.transaction() as tx:
            is_new = await image_store.insert_image(tx, merchant_id, kind, digest, image, now)
            if is_new:
                await audit_store.insert_act(
                    tx, merchant_id, f"{kind}.uploaded", digest, actor=actor, at=now
                )
        if is_new:
            log.info("image taken in", merchant_id=str(merchant_id), kind=kind)
