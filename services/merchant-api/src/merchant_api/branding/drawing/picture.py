"""A background of the merchant's own: two crops, light enough for a phone, and their tint."""

import io
from typing import Final

from PIL import Image, ImageFilter, ImageOps

from merchant_api.branding.drawing.answer import Drawn

WIDE: Final = (1920, 1200)
TALL: Final = (1080, 1920)
AT_LEAST: Final = (1920, 1920)
"""What both crops can be cut from without being enlarged."""

MAX_BYTES: Final = 250_000
_ATTEMPTS: Final = ((82, 0), (74, 0), (66, 0), (58, 0), (46, 0), (46, 1), (40, 2), (30, 4), (20, 8))
"""Quality, and radius of a blur, which is what helps with noise."""


def draw_picture(image: Image.Image) -> Drawn:
    """Cut and write the crops of an RGB or RGBA image."""
    if image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, "#ffffff")
        image = Image.alpha_composite(paper, image).convert("RGB")
    wide = ImageOps.fit(image, WIDE, Image.Resampling.LANCZOS)
    # A phone shows the top of it, above the slip.
    tall = ImageOps.fit(image, TALL, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    return Drawn({"wide": _write(wide), "tall": _write(tall)}, _average(wide))


def _average(image: Image.Image) -> str:
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def _write(image: Image.Image) -> bytes:
    """Write as well as fits into `MAX_BYTES`."""
    content, at = b"", 0
    while at < len(_ATTEMPTS):
        content = _as_webp(image, *_ATTEMPTS[at])
        if len(content) <= MAX_BYTES:
            break
        at += 3 if len(content) > 2 * MAX_BYTES else 1  # every attempt takes a third of a second
    return content


def _as_webp(image: Image.Image, quality: int, blur: int) -> bytes:
    written = io.BytesIO()
    shown = image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
    shown.save(written, "WEBP", quality=quality, method=4)
    return written.getvalue()
