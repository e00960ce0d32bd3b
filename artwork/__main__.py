"""`python -m artwork [name…]`: draw the backgrounds anew, all of them or the named ones."""

import sys
from pathlib import Path

from artwork import aurore, bouleau, brique, collines, fleuve, neige, plis, relief
from artwork.crops import TALL, WIDE, banded, whole
from artwork.saving import average, save

FOLDER = Path(__file__).parents[1] / "shared/look/src/look/static/backgrounds"

LANDSCAPES = {"aurore": aurore, "collines": collines, "fleuve": fleuve, "neige": neige}
"""A phone shows the top of these in a band, whose ground runs on below."""

PATTERNS = {"bouleau": bouleau, "relief": relief, "plis": plis, "brique": brique}
"""These fill whatever there is."""


def main() -> None:
    """Draw, write, and print what `look.theme.BACKGROUNDS` should say."""
    for name in sys.argv[1:] or [*LANDSCAPES, *PATTERNS]:
        recipe = {**LANDSCAPES, **PATTERNS}[name]
        wide = whole(recipe.draw, WIDE)
        tall = banded(recipe.draw) if name in LANDSCAPES else whole(recipe.draw, TALL)
        sizes = [
            save(FOLDER / f"{name}-{crop}.webp", pixels)
            for crop, pixels in (("wide", wide), ("tall", tall))
        ]
        tint = average(FOLDER / f"{name}-wide.webp")
        print(f'"{name}": "{tint}",  # {sizes[0] // 1000} and {sizes[1] // 1000} kB')  # noqa: T201


main()
