"""Fleuve: wide water under a warm sky, two low shores, and a path of light."""

from typing import Final

import numpy as np

from artwork.canvas import (
    Canvas,
    Field,
    Pixels,
    below,
    colour,
    ease,
    fractal,
    mix,
    profile,
    ramp,
    seeded,
)

_HORIZON: Final = 0.235
_COLOURS: Final = [
    (0.0, "#c7d6d8"),
    (0.16, "#e7dccb"),
    (0.24, "#dcd6cf"),
    (0.245, "#7fa0ad"),
    (0.55, "#3f7288"),
    (1.0, "#123f57"),
]
_SUN: Final = 0.66


def draw(canvas: Canvas) -> Pixels:
    """Draw sky and water, the shores, then what the wind does."""
    shown = _with_shores(canvas, ramp(canvas.down, _COLOURS))
    is_water = canvas.y >= canvas.height * _HORIZON
    return np.where(is_water[..., None], shown + _light_on_water(canvas), shown)


def _with_shores(canvas: Canvas, shown: Pixels) -> Pixels:
    horizon = canvas.height * _HORIZON
    far = profile(seeded(2), canvas, canvas.unit * 0.25, gain=0.45)
    near = np.clip(profile(seeded(6), canvas, canvas.unit * 0.43, gain=0.45) - 0.38, 0, 1)
    above_water = canvas.y < horizon + 1
    for shore, written in ((far * 0.035 * 1.3, "#6d8b98"), (near * 0.05 * 2.2, "#48697a")):
        crest = horizon - canvas.height * shore
        shown = mix(shown, colour(written), below(canvas, crest, 0.8) * above_water)
    return shown


def _light_on_water(canvas: Canvas) -> Pixels:
    """Return what ripples, troughs and the sun's path add to the colour of the water."""
    horizon = canvas.height * _HORIZON
    near = np.clip((canvas.y - horizon) / (canvas.height - horizon), 1e-4, 1)
    wave, calm = _waves(canvas, near)
    ripples = ease(0.72, 1, wave) * ease(0.35, 0.75, calm)
    spread = canvas.unit * (0.10 + 0.22 * near)
    path = np.exp(-(((canvas.x - canvas.width * _SUN) / spread) ** 2))
    glitter = (ripples * (0.10 + 0.34 * path))[..., None] * colour("#f3ead8")
    shimmer = path * 0.10 * (1 - near) - ease(0.6, 1, -wave) * 0.05
    light: Pixels = glitter + shimmer[..., None]
    return light


def _waves(canvas: Canvas, near: Field) -> tuple[Field, Field]:
    """Lay waves closer together the farther they are, and bend them; tell where it is calm."""
    chance = seeded(14)
    rows = np.log(near * 9 + 0.28) * 15
    small = fractal(chance, canvas, canvas.unit * 0.2, octaves=3, stretch=(2.4, 0.5))
    large = fractal(chance, canvas, canvas.unit * 0.43, octaves=3, stretch=(2.4, 0.7))
    return np.sin(rows * 2.2 + small * 9 + large * 10), large
