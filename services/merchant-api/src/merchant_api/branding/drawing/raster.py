"""From the bytes of a PNG, JPEG or WebP to upright pixels in sRGB, and nothing besides."""

import io
import warnings
from collections.abc import Callable
from typing import Final

from PIL import (
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ImageFile import ImageFile

from merchant_api.branding.image_header import check_size
from merchant_api.branding.image_kinds import MAX_PIXELS, Format, ImageKind, ImageRefused

_READERS: Final[dict[Format, Callable[[io.BytesIO], ImageFile]]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}

# What Pillow would import when it is first needed has to be there before no file can be opened:
# whatever `save` looks at, and the reader of EXIF.
Image.preinit()
_READS_EXIF: Final = TiffImagePlugin.ImageFileDirectory_v2

_ORIENTATION: Final = 0x0112
# How to turn an image upright. Source: EXIF 2.32, 4.6.4 A, "Orientation".
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB: Final = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def open_raster(
    content: bytes, image_format: Format, kind: ImageKind, *, at_least: tuple[int, int]
) -> Image.Image:
    """Decode to RGB or RGBA, not much larger than `at_least` if it can be helped.

    Raises ImageRefused.
    """
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        image = _READERS[image_format](io.BytesIO(content))
        check_size(*image.size, kind)
        _check_stillness(image)
        image.draft("RGB", at_least)  # a JPEG can be decoded at an eighth of its size
        image.load()
    except (ImageRefused, MemoryError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ImageRefused(why="pixels") from None
    except Exception:  # noqa: BLE001  decoders fail in every way there is
        raise ImageRefused(why="broken") from None
    orientation, profile = _orientation_of(image), image.info.get("icc_profile")
    shown = _in_srgb(_plain(_smaller(image, at_least)), profile)
    turn = _UPRIGHT.get(orientation)
    upright = shown if turn is None else shown.transpose(turn)
    upright.info.clear()  # or what it carries would be written again
    return upright


def _check_stillness(image: Image.Image) -> None:
    if getattr(image, "is_animated", False):
        raise ImageRefused(why="animated")


def _orientation_of(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  a sloppy camera is no reason to refuse its picture
        return 1


def _smaller(image: Image.Image, at_least: tuple[int, int]) -> Image.Image:
    """Halve, or more, while it stays larger than needed: the rest of the work needs less memory."""
    if image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return image
    # Either side may become the width, once it stands upright.
    factor = min(image.size) // max(at_least)
    return image.reduce(factor) if factor > 1 else image


def _plain(image: Image.Image) -> Image.Image:
    """Bring it to RGB, RGBA or CMYK."""
    if image.mode in ("RGBA", "CMYK"):
        return image
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    has_alpha = image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Mean the same colours without a profile: a phone's photo would turn pale."""
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes) and profile:
        try:
            described = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(image, described, _SRGB, outputMode=wanted)
        except Exception:  # noqa: BLE001  of another colour space, or damaged
            return image.convert(wanted)
        if shown is not None:
            return shown
    return image.convert(wanted)
