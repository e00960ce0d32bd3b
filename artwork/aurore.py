"""Aurore: three curtains of light over a far ridge and near spruces."""

from collections.abc import Callable
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
from artwork.trees import Wood, skyline

_NIGHT: Final = [(0.0, "#06131f"), (0.45, "#0b2a35"), (0.78, "#15494d"), (1.0, "#1d5a57")]
_SPRUCES: Final = Wood((0.03, 0.10), (0.007, 0.028), (0.16, 0.22), tiers=4)


@dataclass(frozen=True)
class _Curtain:
    """Hangs from `hem`, which sways by `sway`; its light fades over `length`. Shares of height."""

    seed: int
    hem: float
    sway: float
    strength: float
    foot: str
    head: str
    length: float


_CURTAINS: Final = (
    _Curtain(40, 0.60, 0.26, 0.62, "#43d6a0", "#3a6fd0", 0.34),
    _Curtain(41, 0.44, 0.22, 0.42, "#6fe3b4", "#8a5ad0", 0.28),
    _Curtain(42, 0.70, 0.16, 0.30, "#2fae9a", "#2c62b8", 0.20),
)


def draw(canvas: Canvas) -> Pixels:
    """Draw the night, then what stands before it."""
    glow = sum((_glow(canvas, it) for it in _CURTAINS), np.zeros((canvas.height, canvas.width, 3)))
    sky = 1 - (1 - ramp(canvas.down, _NIGHT)) * (1 - np.clip(glow, 0, 1))
    return _with_shore(canvas, _with_stars(canvas, sky))


def _glow(canvas: Canvas, curtain: _Curtain) -> Pixels:
    chance = seeded(curtain.seed)
    waves = profile(chance, canvas, canvas.unit * 0.75, octaves=3, gain=0.4)
    hem = curtain.hem + curtain.sway * (waves - 0.5) * 1.6
    fine = profile(chance, canvas, canvas.unit * 0.038, gain=0.62)
    rays = 0.35 + 0.65 * fine**1.3 * 1.35
    presence = ease(0.25, 0.75, profile(chance, canvas, canvas.unit * 0.5, octaves=2)) * 0.9 + 0.25
    uneven = profile(chance, canvas, canvas.unit * 0.1, octaves=3)
    length = curtain.length * (0.6 + 0.8 * uneven)[None, :]
    above = hem[None, :] - canvas.down
    light = np.where(above > 0, np.exp(-above / length), np.exp(above / 0.018))
    lit = curtain.strength * light * (rays * presence)[None, :]
    tone = mix(colour(curtain.foot), colour(curtain.head), np.clip(above / (length * 2.2), 0, 1))
    glow: Pixels = lit[..., None] * tone
    return glow


def _with_stars(canvas: Canvas, sky: Pixels) -> Pixels:
    chance = seeded(5)
    for _ in range(canvas.width * canvas.height // 16_000):
        across = chance.integers(1, canvas.width - 1)
        down = chance.integers(1, int(canvas.height * 0.7))
        sky[down, across] += chance.random() * 0.5
    return sky


def _with_shore(canvas: Canvas, sky: Pixels) -> Pixels:
    far = profile(seeded(8), canvas, canvas.unit * 0.35) - 0.5
    ridge = canvas.height * (0.86 + 0.1 * far)
    near = profile(seeded(21), canvas, canvas.unit * 0.42, octaves=2) - 0.5
    ground = canvas.height * (0.93 + 0.08 * near)
    tops = skyline(seeded(22), canvas, ground, _SPRUCES, _stands(canvas))
    shown = mix(sky, colour("#0a2229"), below(canvas, ridge))
    return mix(shown, colour("#04131a"), below(canvas, np.minimum(tops, ground)))


def _stands(canvas: Canvas) -> Callable[[int], float]:
    tall: Field = 0.85 + 0.65 * np.sin(np.arange(canvas.width) / canvas.width * 9) ** 2
    return lambda column: float(tall[column])
