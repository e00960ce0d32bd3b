"""Colours as numbers: sRGB in hexadecimal, OKLCH to change them, WCAG contrast to judge them."""

import math
import re
from typing import Final, NamedTuple

_HEX: Final = re.compile(r"#[0-9a-f]{6}")

# How far a colour may stray from what was wanted, unseen by the eye.
_LIGHTNESS_SLACK: Final = 0.004
_CHROMA_SLACK: Final = 0.006

# Where the curve of sRGB is straight. Source: IEC 61966-2-1.
_STRAIGHT_ENCODED: Final = 0.04045
_STRAIGHT_LINEAR: Final = 0.0031308


class NotAColour(ValueError):
    """A colour is written as `#` and six hexadecimal digits."""


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma 0 to about .4, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def parse_colour(text: str) -> str:
    """Normalise `text` to `#rrggbb` in lower case. Raises NotAColour."""
    colour = text.strip().lower()
    if not _HEX.fullmatch(colour):
        raise NotAColour(text)
    return colour


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def to_oklch(colour: str) -> Oklch:
    """Describe `colour` as the eye would. Source: Björn Ottosson, "A perceptual color space"."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_oklch(wanted: Oklch) -> str:
    """Give the nearest colour of a screen: chroma is lowered, hue and lightness are kept."""
    chroma = wanted.chroma
    for _ in range(40):
        colour = _clipped(wanted._replace(chroma=chroma))
        shown = to_oklch(colour)
        strayed = abs(shown.lightness - wanted.lightness), abs(shown.chroma - chroma)
        if strayed[0] < _LIGHTNESS_SLACK and strayed[1] < _CHROMA_SLACK:
            return colour
        chroma *= 0.94
    return colour


def _clipped(colour: Oklch) -> str:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return "#" + "".join(
        f"{round(255 * _encode(min(1.0, max(0.0, part)))):02x}"
        for part in (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
    )


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_decode(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _decode(part: float) -> float:
    return part / 12.92 if part <= _STRAIGHT_ENCODED else ((part + 0.055) / 1.055) ** 2.4


def _encode(part: float) -> float:
    return 12.92 * part if part <= _STRAIGHT_LINEAR else 1.055 * part ** (1 / 2.4) - 0.055
