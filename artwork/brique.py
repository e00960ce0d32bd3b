"""Brique: a wall in running bond, its bricks of four reds, lit from the upper left."""

from typing import Final

import numpy as np

from artwork.canvas import Canvas, Field, Pixels, colour, ease, fractal, mix, ramp, seeded

_LONG: Final = 150.0
_HIGH: Final = 52.0
_REDS: Final = [(0.0, "#6e3429"), (0.45, "#8c4636"), (0.8, "#a55a45"), (1.0, "#b56f58")]
_MORTAR: Final = [(0.0, "#8f8279"), (1.0, "#b2a79c")]
_GREYED: Final = 0.86
"""Above it, one brick in seven lost some of its red."""


def draw(canvas: Canvas) -> Pixels:
    """Lay bricks into mortar."""
    chance = seeded(17)
    row = np.floor(canvas.y / _HIGH).astype(int)
    shifted = canvas.x + (row % 2) * _LONG / 2
    column = np.floor(shifted / _LONG).astype(int)
    across, down = shifted - column * _LONG, canvas.y - row * _HIGH
    is_brick = _bricks(across, down, fractal(chance, canvas, 26, octaves=3) * 4.2)
    kinds = seeded(5).random((row.max() + 2, column.max() + 2))
    fired = seeded(6).random(kinds.shape)
    uneven = fractal(chance, canvas, 60)
    reds = ramp(np.clip(kinds[row, column] * 0.75 + 0.25 * uneven, 0, 1), _REDS)
    reds = mix(reds, reds * colour("#b9a6a0"), (fired[row, column] > _GREYED) * 0.6)
    rough = 0.93 + 0.12 * fractal(chance, canvas, 14, octaves=2)
    shade = 1 - ease(_HIGH - 9, _HIGH - 3, down) * 0.18
    mortar = ramp(fractal(chance, canvas, 300, octaves=3), _MORTAR)
    sandy = 0.9 + 0.15 * fractal(chance, canvas, 9, octaves=2)
    wall = mix(mortar * sandy[..., None] * 0.86, reds * (rough * shade)[..., None], is_brick)
    lit: Pixels = wall * _light(canvas)[..., None]
    return lit


def _bricks(across: Field, down: Field, wear: Field) -> Field:
    """Tell bricks from joints, which are worn to uneven widths."""
    sides = [
        across - 3.2 - wear * 0.5,
        _LONG - across - 3.2 - wear * 0.5,
        down - 3.0 - wear * 0.4,
        _HIGH - down - 3.0 - wear * 0.4,
    ]
    return ease(0, 2.4, np.minimum.reduce(sides))


def _light(canvas: Canvas) -> Field:
    away = np.hypot(
        (canvas.x - canvas.width * 0.3) / (canvas.width * 1.1),
        (canvas.y - canvas.height * 0.2) / (canvas.height * 1.1),
    )
    light: Field = 1.02 - 0.34 * np.clip(away, 0, 1)
    return light
