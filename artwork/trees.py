"""Spruces far away: the outline of a wood, as a height for each column."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from artwork.canvas import Canvas, Field, Random


@dataclass(frozen=True)
class Wood:
    """Heights and distances are in units of the canvas. `slim` is width over height."""

    heights: tuple[float, float]
    gaps: tuple[float, float]
    slim: tuple[float, float]
    tiers: float
    """Branches that show at the edge: more of them are finer."""


def skyline(
    chance: Random,
    canvas: Canvas,
    ground: Field,
    wood: Wood,
    grows: Callable[[int], float] = lambda _: 1.0,
) -> Field:
    """Return where the tops are, given where the ground is; below the sheet where no tree stands.

    `grows` tells for a column how tall trees are there; 0 is a clearing.
    """
    columns = np.arange(canvas.width, dtype=float)
    top = np.full(canvas.width, 2.0 * canvas.height)
    place = -0.02 * canvas.unit
    while place < canvas.width + 0.02 * canvas.unit:
        share = grows(int(np.clip(place, 0, canvas.width - 1)))
        height = chance.uniform(*wood.heights) * canvas.unit * share
        reach = height * chance.uniform(*wood.slim)
        if reach > 0:
            away = np.abs(columns - place) / reach
            branches = (np.abs((away * wood.tiers) % 1 - 0.5)) * height * 0.06
            tree = ground - height * (1 - away) + branches
            top = np.where(away < 1, np.minimum(top, tree), top)
        place += chance.uniform(*wood.gaps) * canvas.unit
    return top
