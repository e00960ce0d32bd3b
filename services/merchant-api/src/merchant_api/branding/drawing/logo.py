"""A logo: as it was given, without loss, no larger than any screen shows it."""

import io
from typing import Final

from PIL import Image

from merchant_api.branding.image_kinds import ImageRefused

BOX: Final = (800, 800)


def draw_logo(image: Image.Image) -> bytes:
    """Write it as a PNG that fits into `BOX`: mails can show those too. Raises ImageRefused."""
    if image.mode == "RGBA":
        most_opaque = max(image.getchannel("A").tobytes())
        if most_opaque == 0:
            raise ImageRefused(why="blank")
    image.thumbnail(BOX, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
