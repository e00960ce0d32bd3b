"""Rules of a centre's looks: what is chosen, and what follows from a colour."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from contracts.centres import Picture
from contracts.values import BlobRef
from look.colour import contrast
from look.theme import BLACK, INK, PAPER, Theme, theme_of

from merchant_api.centre.centre_settings import CentreSettings, with_changes, with_saved

_SHORT: Final = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")
_LONG: Final = re.compile(r"#?([0-9a-f]{6})")
_TEXTS: Final[dict[str, Literal["white", "ink", "black"]]] = {
    PAPER: "white",
    INK: "ink",
    BLACK: "black",
}


@dataclass(frozen=True, slots=True)
class Looks:
    """All that a person chooses at once. A picture takes the place of the background."""

    accent: str
    background: str
    logo: BlobRef | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Readability:
    """How text is read on a colour, with what contrast, and what becomes of links beside it."""

    text: Literal["white", "ink", "black"]
    ratio: float
    links: Literal["same", "darker", "ink"]


def save_looks(settings: CentreSettings, looks: Looks) -> CentreSettings:
    """Choose everything."""
    return with_saved(
        settings,
        "branding",
        accent=looks.accent,
        background=looks.background,
        logo=looks.logo,
        picture=looks.picture,
    )


def save_colours(settings: CentreSettings, accent: str, background: str) -> CentreSettings:
    """Choose colour and background; logo and picture stay."""
    return with_saved(settings, "branding", accent=accent, background=background)


def put_logo(settings: CentreSettings, logo: BlobRef | None) -> CentreSettings:
    """Show a logo, or the name. That alone does not open a centre: the colour is not chosen yet."""
    return with_changes(settings, logo=logo)


def put_picture(settings: CentreSettings, picture: Picture | None) -> CentreSettings:
    """Show a picture of the merchant's own, or the background again."""
    return with_changes(settings, picture=picture)


def read_accent(typed: str) -> str | None:
    """Read a colour as people write it: `#23504A`, `23504a`, `#fff`. None if it is none."""
    plain = typed.strip().lower()
    if found := _SHORT.fullmatch(plain):
        return "#" + "".join(digit * 2 for digit in found.groups())
    found = _LONG.fullmatch(plain)
    return f"#{found[1]}" if found else None


def readability_of(accent: str) -> Readability:
    """Tell what our pages make of a colour."""
    theme = theme_of(accent)
    ratio = round(contrast(theme.accent, theme.on_accent), 1)
    return Readability(_TEXTS[theme.on_accent], ratio, _links_of(theme))


def _links_of(theme: Theme) -> Literal["same", "darker", "ink"]:
    if theme.ink == theme.accent:
        return "same"
    return "ink" if theme.ink == INK else "darker"
