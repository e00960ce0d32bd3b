"""Plis: a sheet that was folded nine times and laid flat again."""

from typing import Final

import numpy as np

from artwork.canvas import Canvas, Pixels, fractal, ramp, seeded

_PAPER: Final = [(0.0, "#6f8fa3"), (0.5, "#a9bfca"), (1.0, "#dde7ea")]
_UNIT: Final = 1200.0


def draw(canvas: Canvas) -> Pixels:
    """Let each crease shade one side of itself, less and less far away."""
    chance = seeded(3)
    shade = np.zeros((canvas.height, canvas.width))
    crease = np.zeros_like(shade)
    for _ in range(9):
        turn = chance.uniform(0, np.pi)
        offset = chance.uniform(-0.62, 0.62) * np.hypot(canvas.width, canvas.height) / 2
        along = (canvas.x - canvas.width / 2) * np.cos(turn)
        along = along + (canvas.y - canvas.height / 2) * np.sin(turn)
        away = (along - offset) / _UNIT
        side = chance.choice([-1, 1])
        fading = np.exp(-np.abs(away) / chance.uniform(0.16, 0.5))
        shade += side * 0.5 * np.tanh(away / 0.006) * fading
        crease += np.exp(-((away / 0.0016) ** 2)) * chance.uniform(0.4, 1)
    broad = fractal(seeded(4), canvas, _UNIT * 0.8, octaves=2)
    light = 0.5 + 0.20 * np.tanh(shade) + 0.18 * (broad - 0.5) + 0.10 * (0.5 - canvas.down)
    shown: Pixels = ramp(np.clip(light, 0, 1), _PAPER) + (crease * 0.035)[..., None]
    return shown
