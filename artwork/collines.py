"""Collines: seven ridges from haze to night, lit from the left, with snow on the far peaks."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from artwork.canvas import (
    Canvas,
    Field,
    Pixels,
    below,
    colour,
    ease,
    mix,
    profile,
    ramp,
    seeded,
)

_SKY: Final = [(0.0, "#7fa3bd"), (0.22, "#b9cdd2"), (0.42, "#f0e3c2"), (0.6, "#f6d9a8")]
_SUN: Final = (0.68, 0.33)
_SNOW: Final = "#f4efe4"
_HAZE: Final = "#d7dcd6"
# From far to near: lit side, shaded side.
_RIDGES: Final = (
    ("#b8c9d4", "#8fa9bf"),
    ("#93b0c4", "#6b8dab"),
    ("#6f95b1", "#4a7196"),
    ("#4b7797", "#2f557b"),
    ("#2f5c7e", "#1d4263"),
    ("#1d4563", "#12304c"),
    ("#12324c", "#0a2036"),
)
_PEAKED: Final = (1, 2)


@dataclass(frozen=True)
class _Ridge:
    """One of them: its place among the others, its crest, and how far below that a pixel lies."""

    index: int
    nearness: float
    crest: Field
    depth: Field

    @property
    def is_peaked(self) -> bool:
        return self.index in _PEAKED


def draw(canvas: Canvas) -> Pixels:
    """Draw the sky, then ridge after ridge."""
    shown = ramp(canvas.down, _SKY)
    across, down = _SUN[0] * canvas.width, _SUN[1] * canvas.height
    away = np.hypot(canvas.x - across, canvas.y - down) / canvas.unit
    shown = shown + np.exp(-((away / 0.22) ** 2))[..., None] * colour("#fff0cc") * 0.22
    for index in range(len(_RIDGES)):
        ridge = _ridge(canvas, index)
        shown = mix(shown, _slopes(canvas, ridge), below(canvas, ridge.crest, 0.9))
    return shown


def _ridge(canvas: Canvas, index: int) -> _Ridge:
    nearness = index / (len(_RIDGES) - 1)
    cell = canvas.unit * (0.30 + 0.32 * nearness)
    line = profile(seeded(100 + index), canvas, cell, octaves=3, gain=0.32)
    is_peaked = index in _PEAKED
    if is_peaked:  # folded about its middle, a wave becomes a peak
        line = 0.5 + (0.5 - np.abs(line - 0.5) * 1.7) * 0.9
    base = 0.40 + 0.55 * nearness**1.05
    height = (0.20 if is_peaked else 0.12) * (1 - 0.25 * nearness)
    crest = canvas.height * (base - height * (line - 0.5) * 1.9)
    return _Ridge(index, nearness, crest, (canvas.y - crest[None, :]) / canvas.unit)


def _slopes(canvas: Canvas, ridge: _Ridge) -> Pixels:
    lit, shaded = (colour(written) for written in _RIDGES[ridge.index])
    folds = _folds(canvas, ridge)
    facing = ease(0.35, -0.35, np.gradient(ridge.crest))[None, :]
    light = np.clip(0.55 * folds + 0.45 * facing, 0, 1) * np.exp(-np.maximum(ridge.depth, 0) / 0.30)
    shown = mix(shaded, lit, light)
    if ridge.is_peaked:
        snow = ease(0.085, 0.03, ridge.depth + 0.05 * (folds - 0.5)) * ease(0.2, 0.8, light)
        shown = mix(shown, colour(_SNOW), snow * 0.85)
    haze = 0.16 * (1 - ridge.nearness) * ease(0, 0.22, ridge.depth)
    return mix(shown, colour(_HAZE), haze)


def _folds(canvas: Canvas, ridge: _Ridge) -> Field:
    """Divide the slope into planes that run down aslant, some of them in the light."""
    lean = -0.4 if ridge.index % 2 else 0.55
    along = canvas.x / canvas.unit + lean * ridge.depth + 0.05 * ridge.index
    double = Canvas(2 * canvas.width, canvas.height)
    relief = profile(seeded(200 + ridge.index), double, canvas.unit * 0.16, octaves=2, gain=0.35)
    planes = ease(-0.55, 0.55, np.gradient(relief) * canvas.unit * 0.5)
    last = len(planes) - 1
    places = (along + 1) / (canvas.width / canvas.unit + 2) * last
    folds: Field = planes[np.clip(places, 0, last).astype(int)]
    return folds
