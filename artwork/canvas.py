"""What every recipe draws with: a sheet with coordinates, colours, ramps and noise.

Pixels are arrays of height × width × 3, from 0 to 1 in sRGB; a field has no third dimension.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

Field = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.float64]
Random = np.random.Generator

_GAMMA: Final = 2.2


@dataclass(frozen=True)
class Canvas:
    """A sheet of `width` × `height` pixels. `unit` is the length that shapes are measured in."""

    width: int
    height: int

    @property
    def unit(self) -> float:
        return float(self.height if self.width > self.height else 1200)

    @cached_property
    def x(self) -> Field:
        return np.broadcast_to(np.arange(self.width, dtype=float), (self.height, self.width))

    @cached_property
    def y(self) -> Field:
        column = np.arange(self.height, dtype=float)[:, None]
        return np.broadcast_to(column, (self.height, self.width))

    @property
    def down(self) -> Field:
        """How far down, from 0 to 1."""
        return self.y / self.height


def seeded(seed: int) -> Random:
    """Return a source of chance that always says the same."""
    return np.random.default_rng(seed)


def colour(written: str) -> Field:
    """Read `#rrggbb`."""
    return np.array([int(written[at : at + 2], 16) for at in (1, 3, 5)], dtype=float) / 255


def mix(one: Pixels, other: Pixels, share: Field | float) -> Pixels:
    """Go from `one` to `other` by `share`, which may be a field."""
    along = share[..., None] if isinstance(share, np.ndarray) else share
    mixed: Pixels = one + (other - one) * along
    return mixed


def ease(start: float, end: float, at: Field) -> Field:
    """Go from 0 to 1 between `start` and `end`, gently; backwards if `end` is less."""
    share = np.clip((at - start) / (end - start), 0, 1)
    eased: Field = share * share * (3 - 2 * share)
    return eased


def ramp(at: Field, stops: Sequence[tuple[float, str]]) -> Pixels:
    """Colour a field by stops, mixed as light mixes."""
    places = [place for place, _ in stops]
    lights = np.array([colour(written) ** _GAMMA for _, written in stops])
    parts = [np.interp(at, places, lights[:, part]) for part in range(3)]
    mixed: Pixels = np.stack(parts, axis=-1) ** (1 / _GAMMA)
    return mixed


def fractal(
    chance: Random,
    canvas: Canvas,
    cell: float,
    *,
    octaves: int = 4,
    gain: float = 0.5,
    stretch: tuple[float, float] = (1, 1),
) -> Field:
    """Draw smooth noise about .5: spots of `cell` pixels, with ever finer ones on them."""
    total = np.zeros((canvas.height, canvas.width))
    weight, weights = 1.0, 0.0
    for octave in range(octaves):
        columns = max(1, round(canvas.width / (cell * stretch[0]) * 2**octave))
        rows = max(1, round(canvas.height / (cell * stretch[1]) * 2**octave))
        total += weight * _spots(chance, canvas, columns, rows)
        weights += weight
        weight *= gain
    noise: Field = total / weights
    return noise


def profile(
    chance: Random, canvas: Canvas, cell: float, *, octaves: int = 4, gain: float = 0.5
) -> Field:
    """Draw a line of noise about .5, a value for each column."""
    strip = Canvas(canvas.width, 8)
    lines = fractal(chance, strip, cell, octaves=octaves, gain=gain, stretch=(1, 1e9))
    line: Field = lines[4]
    return line


def below(canvas: Canvas, line: Field, softness: float = 1.0) -> Field:
    """Tell what lies below `line`, a height for each column: 1 there, 0 above."""
    return ease(-softness, softness, canvas.y - line[None, :])


def _spots(chance: Random, canvas: Canvas, columns: int, rows: int) -> Field:
    grid = chance.random((rows + 3, columns + 3)).astype("f4")
    size = (
        int(canvas.width * (columns + 3) / columns),
        int(canvas.height * (rows + 3) / rows),
    )
    spread = np.asarray(Image.fromarray(grid).resize(size, Image.Resampling.BICUBIC))
    top, left = int(canvas.height / rows), int(canvas.width / columns)
    spots: Field = spread[top : top + canvas.height, left : left + canvas.width].astype(float)
    return spots
