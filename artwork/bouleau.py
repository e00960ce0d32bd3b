"""Bouleau: bark with its dark pores, and the peach skin where it peels."""

from typing import Final

import numpy as np

from artwork.canvas import Canvas, Field, Pixels, Random, colour, ease, fractal, mix, ramp, seeded

_BARK: Final = [(0.0, "#c9beac"), (0.35, "#d9d0c0"), (0.65, "#e6dfd2"), (1.0, "#f1ece2")]
_PEACH: Final = "#f6dcc4"
_PORE: Final = "#4a4038"
_PIXELS_A_PORE: Final = 5_200
_UNIT: Final = 1200.0


def draw(canvas: Canvas) -> Pixels:
    """Draw the bark, where it peels, and the pores on both."""
    chance = seeded(31)
    streaks = fractal(chance, canvas, 90, gain=0.55, stretch=(9, 0.35))
    broad = fractal(chance, canvas, _UNIT * 0.6, octaves=3)
    bark = ramp(np.clip(0.5 + (streaks - 0.5) * 0.9 + (broad - 0.5) * 0.5, 0, 1), _BARK)
    peeled = ease(0.60, 0.68, fractal(chance, canvas, _UNIT * 0.42, stretch=(1.6, 0.7)))
    bark = mix(bark, bark * colour(_PEACH), peeled * 0.75)
    shown: Pixels = mix(bark, colour(_PORE), _pores(canvas) * 0.82) * 0.97
    return shown


def _pores(canvas: Canvas) -> Field:
    chance = seeded(77)
    dark = np.zeros((canvas.height, canvas.width))
    for _ in range(canvas.width * canvas.height // _PIXELS_A_PORE):
        _cut(canvas, dark, chance)
    return dark


def _cut(canvas: Canvas, dark: Field, chance: Random) -> None:
    """Cut one pore: a lens, long and thin, most of them short."""
    across, down = chance.uniform(0, canvas.width), chance.uniform(0, canvas.height)
    long = chance.gamma(2.0, _UNIT * 0.017)
    thick = 1.1 + chance.random() * 1.9 * (long / 40 + 0.4)
    if chance.random() < 0.05:  # noqa: PLR2004  one in twenty is a scar
        long, thick = long * 2.4, thick * 2.2
    here = (
        slice(int(max(0, down - thick * 3)), int(min(canvas.height, down + thick * 3))),
        slice(int(max(0, across - long)), int(min(canvas.width, across + long))),
    )
    x, y = canvas.x[here] - across, canvas.y[here] - down
    if x.size == 0:
        return
    bent = y - 2.2 * np.sin(canvas.x[here] / 90 + down)
    half = thick * np.sqrt(np.clip(1 - (x / long) ** 2, 0, 1))
    lens = ease(0.9, -0.6, np.abs(bent) - half) * chance.uniform(0.35, 0.95)
    dark[here] = np.maximum(dark[here], lens)
