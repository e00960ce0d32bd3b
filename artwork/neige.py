"""Neige: dusk over three drifts, small spruces, flakes of three sizes."""

from collections.abc import Callable
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

_DUSK: Final = [
    (0.0, "#5d6f8e"),
    (0.35, "#8794b2"),
    (0.6, "#b9b3c6"),
    (0.75, "#d8c4c8"),
    (1.0, "#dfe3ec"),
]
# From far to near: where, its crest, its foot, the trees on it.
_DRIFTS: Final = (
    (0.70, "#aab3c9", "#98a5bf", "#7c89a6"),
    (0.78, "#c6cfdf", "#aab8cf", "#5f7090"),
    (0.87, "#e4e9f1", "#bccadd", ""),
)
# Of each size: one on how many pixels, radius, strength.
_FLAKES: Final = ((3_200, 1.2, 0.6), (14_000, 2.4, 0.65), (90_000, 5.5, 0.3))


def draw(canvas: Canvas) -> Pixels:
    """Draw the sky, drift after drift with its trees, then let it snow."""
    shown = ramp(canvas.down, _DUSK)
    for index, (place, crest, foot, trees) in enumerate(_DRIFTS):
        sway = profile(
            seeded(60 + index), canvas, canvas.unit * (0.5 + 0.2 * index), octaves=2, gain=0.3
        )
        line = canvas.height * (place - 0.1 * (sway - 0.5))
        depth = (canvas.y - line[None, :]) / canvas.unit
        drift = mix(colour(crest), colour(foot), np.clip(depth / 0.25, 0, 1))
        shown = mix(shown, drift, below(canvas, line, 1.2))
        if trees:
            tops = skyline(seeded(90 + index), canvas, line, _wood(index), _groves(canvas, index))
            standing = below(canvas, tops) * (canvas.y < line[None, :] + 3)
            shown = mix(shown, colour(trees), standing)
    return _snowing(canvas, shown)


def _wood(index: int) -> Wood:
    size = 0.7 + 0.5 * index
    return Wood((0.025 * size, 0.065 * size), (0.008, 0.05), (0.2, 0.2), tiers=3.5)


def _groves(canvas: Canvas, index: int) -> Callable[[int], float]:
    dense = profile(seeded(70 + index), canvas, canvas.unit * 0.22, octaves=2) > 0.5  # noqa: PLR2004  half of it
    return lambda column: float(dense[column])


def _snowing(canvas: Canvas, shown: Pixels) -> Pixels:
    chance = seeded(23)
    for pixels_each, size, strength in _FLAKES:
        for _ in range(canvas.width * canvas.height // pixels_each):
            across, down = chance.uniform(0, canvas.width), chance.uniform(0, canvas.height)
            radius, share = size * chance.uniform(0.6, 1.4), strength * chance.uniform(0.5, 1)
            _let_fall(canvas, shown, (across, down), radius, share)
    return shown


def _let_fall(
    canvas: Canvas, shown: Pixels, at: tuple[float, float], radius: float, share: float
) -> None:
    reach = int(radius * 2 + 3)
    left, top = int(at[0]) - reach, int(at[1]) - reach
    if not (0 <= left < canvas.width - 2 * reach and 0 <= top < canvas.height - 2 * reach):
        return
    here = (slice(top, top + 2 * reach), slice(left, left + 2 * reach))
    away: Field = np.hypot(canvas.x[here] - at[0], canvas.y[here] - at[1])
    flake = ease(radius * 1.5 + 0.6, radius * 0.4, away) * share
    shown[here] = mix(shown[here], np.ones(3), flake)
