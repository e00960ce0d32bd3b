"""`python -I -m merchant_api.branding.drawing logo|picture png|jpeg|webp|svg`: bytes in, bytes out.

Started by `draw_apart.py` for one upload. It holds no secret, and once it has begun to read it can
open nothing: what a file makes of it stays inside.
"""

import sys
from typing import Final

from merchant_api.branding.drawing.answer import Drawn, write_answer, write_refusal
from merchant_api.branding.drawing.logo import BOX, draw_logo
from merchant_api.branding.drawing.picture import AT_LEAST, draw_picture
from merchant_api.branding.drawing.raster import open_raster
from merchant_api.branding.drawing.vector import rasterise
from merchant_api.branding.drawing.walls import give_up_everything
from merchant_api.branding.image_kinds import Format, ImageRefused

_FORMATS: Final[dict[str, Format]] = {
    "png": "png",
    "jpeg": "jpeg",
    "webp": "webp",
    "svg": "svg",
}


def main() -> None:
    """Read an upload, answer what became of it."""
    kind, image_format = sys.argv[1], _FORMATS[sys.argv[2]]
    give_up_everything()
    content = sys.stdin.buffer.read()
    try:
        draw = _draw_picture if kind == "picture" else _draw_logo
        answer = write_answer(draw(content, image_format))
    except ImageRefused as refusal:
        answer = write_refusal(refusal.why)
    except MemoryError:
        answer = write_refusal("laborious")
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _draw_logo(content: bytes, image_format: Format) -> Drawn:
    if image_format == "svg":
        content, image_format = rasterise(content, max(BOX)), "png"
    return Drawn({"logo": draw_logo(open_raster(content, image_format, "logo", at_least=BOX))})


def _draw_picture(content: bytes, image_format: Format) -> Drawn:
    return draw_picture(open_raster(content, image_format, "picture", at_least=AT_LEAST))


main()
