"""The two shapes of a background: for screens that lie, and for screens that stand."""

from collections.abc import Callable
from typing import Final

import numpy as np

from artwork.canvas import Canvas, Pixels, ease, mix

WIDE: Final = Canvas(1920, 1200)
TALL: Final = Canvas(1080, 1920)

_BAND: Final = Canvas(TALL.width, 520)
_MELTS: Final = 90
"""Over so many pixels the foot of the band turns into ground."""

Draw = Callable[[Canvas], Pixels]


def whole(draw: Draw, canvas: Canvas) -> Pixels:
    """Let it fill the sheet."""
    return draw(canvas)


def banded(draw: Draw) -> Pixels:
    """Draw the whole of a landscape at the top of the tall sheet, and let its ground run on.

    A phone shows little more than the top 120 pixels, and two margins beside the slip.
    """
    band = draw(_BAND)
    ground = band[-_MELTS // 3 :].mean(axis=(0, 1))
    melting = ease(_BAND.height - _MELTS, _BAND.height - 1, _BAND.y)
    below = np.arange(TALL.height - _BAND.height, dtype=float)[:, None] + np.zeros(TALL.width)
    deeper = np.clip(ground * (0.93 if ground.mean() > 0.5 else 0.80), 0, 1)  # noqa: PLR2004  half light
    low = np.broadcast_to(ground, (*below.shape, 3))
    return np.concatenate(
        [
            mix(band, np.broadcast_to(ground, band.shape), melting),
            mix(low, np.broadcast_to(deeper, low.shape), ease(0, float(below.max()), below)),
        ]
    )
