"""Relief: a country seen as its contour lines, every fifth of them stronger."""

from typing import Final

import numpy as np

from artwork.canvas import Canvas, Field, Pixels, colour, ease, fractal, mix, ramp, seeded

_GREENS: Final = [(0.0, "#123c3a"), (0.5, "#1b524c"), (1.0, "#2b6b5e")]


def draw(canvas: Canvas) -> Pixels:
    """Draw the heights, then the lines on them."""
    ground = fractal(seeded(9), canvas, 1200 * 0.62, gain=0.38)
    heights = (ground - ground.min()) / (ground.max() - ground.min())
    shown = ramp(heights, _GREENS)
    shown = mix(shown, colour("#a9cfb9"), _lines(heights, 30, 0.55) * 0.34)
    return mix(shown, colour("#d7ead9"), _lines(heights, 6, 1.15) * 0.5)


def _lines(heights: Field, count: int, half_width: float) -> Field:
    """Draw `count` lines of even width: what is steep would thin them, so its slope is divided."""
    down, across = np.gradient(heights)
    steepness = np.hypot(down, across) + 1e-6
    away = np.abs((heights * count + 0.5) % 1 - 0.5) / (steepness * count)
    return ease(half_width + 0.7, half_width - 0.5, away)
