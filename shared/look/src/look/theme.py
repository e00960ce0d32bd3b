"""A merchant's brand on our paper: from one colour, six; from one picture, a landscape."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from look.colour import Oklch, contrast, from_oklch, parse_colour, to_oklch
from look.files import url

PAPER: Final = "#ffffff"
INK: Final = "#14201d"
BLACK: Final = "#000000"

TEXT_CONTRAST: Final = 4.5
LINK_CONTRAST: Final = 5.0
EDGE_CONTRAST: Final = 3.0

# Lightness below which nothing darker is seen, and above which nothing lighter is.
NEARLY_BLACK: Final = 0.12
NEARLY_WHITE: Final = 0.93

# A stock background and its average colour, which fills the page until the picture is there.
BACKGROUNDS: Final = MappingProxyType(
    {
        "aurore": "#19454c",
        "collines": "#7893a5",
        "bouleau": "#d3c9b9",
        "relief": "#215951",
        "plis": "#abc0cb",
        "fleuve": "#678896",
        "brique": "#774a3d",
        "neige": "#9fa7be",
    }
)


_ADDRESS: Final = re.compile(r"/(?!/)[A-Za-z0-9/._-]{1,300}")


class UnknownBackground(LookupError):
    """The background is none of the eight."""


class UnsafeAddress(ValueError):
    """The address could mean more than one inside a stylesheet."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The six accent properties, each `#rrggbb`."""

    accent: str
    on_accent: str
    hover: str
    ink: str
    edge: str
    wash: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the slip lies on: the addresses of both crops, and the colour until they are there."""

    wide: str
    tall: str
    tint: str


def stock_scene(background: str) -> Scene:
    """Return one of the eight. Raises UnknownBackground."""
    if background not in BACKGROUNDS:
        raise UnknownBackground(background)
    wide, tall = (url(f"backgrounds/{background}-{crop}.webp") for crop in ("wide", "tall"))
    return Scene(wide, tall, BACKGROUNDS[background])


def theme_css(accent: str, scene: Scene) -> str:
    """Write a centre's own stylesheet, linked after ours. Raises NotAColour, UnsafeAddress."""
    theme = theme_of(accent)
    for address in (scene.wide, scene.tall):
        if not _ADDRESS.fullmatch(address):
            raise UnsafeAddress(address)
    properties = {
        "--accent": theme.accent,
        "--on-accent": theme.on_accent,
        "--accent-hover": theme.hover,
        "--accent-ink": theme.ink,
        "--accent-edge": theme.edge,
        "--accent-wash": theme.wash,
        "--scene": f'url("{scene.wide}")',
        "--scene-tall": f'url("{scene.tall}")',
        "--scene-tint": parse_colour(scene.tint),
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{lines}}}\n"


def theme_of(accent: str) -> Theme:
    """Work out what must be legible on, beside and instead of `accent`. Raises NotAColour."""
    accent = parse_colour(accent)
    on_accent = _text_on(accent)
    wash = _wash_of(accent)
    ink = _ink_of(accent, wash)
    return Theme(
        accent=accent,
        on_accent=on_accent,
        hover=_hover_of(accent, on_accent),
        ink=ink,
        edge=accent if contrast(accent, PAPER) >= EDGE_CONTRAST else ink,
        wash=wash,
    )


def _text_on(accent: str) -> str:
    # Black closes the gap that mid greys leave between white and ink.
    readable = (text for text in (PAPER, INK) if contrast(accent, text) >= TEXT_CONTRAST)
    return next(readable, BLACK)


def _wash_of(accent: str) -> str:
    # A breath: with more chroma, a red brand's choice would look like an error.
    _, chroma, hue = to_oklch(accent)
    return from_oklch(Oklch(0.965, min(chroma * 0.2, 0.010), hue))


def _ink_of(accent: str, wash: str) -> str:
    lightness, chroma, hue = to_oklch(accent)
    # Darkened by more than this, a pale yellow turns to mud; ink is more honest.
    for hundredths in range(21):
        darker = Oklch(lightness - hundredths / 100, chroma * 0.96, hue)
        ink = from_oklch(darker) if hundredths else accent
        if contrast(ink, PAPER) >= LINK_CONTRAST and contrast(ink, wash) >= TEXT_CONTRAST:
            return ink
    return INK


def _hover_of(accent: str, on_accent: str) -> str:
    """Move the fill away from its text, so that hovering never costs contrast."""
    lightness, chroma, hue = to_oklch(accent)
    if lightness < NEARLY_BLACK:
        return from_oklch(Oklch(lightness + 0.10, chroma, hue))
    if on_accent == PAPER or lightness > NEARLY_WHITE:
        return from_oklch(Oklch(lightness - 0.06, chroma, hue))
    return from_oklch(Oklch(min(lightness + 0.05, 0.98), chroma, hue))
