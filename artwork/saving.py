"""From pixels to a file that is light enough for a phone."""

from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from artwork.canvas import Pixels, seeded

MAX_BYTES: Final = 58_000
_GRAIN: Final = 0.006
"""Against bands in what is nearly even."""

_QUALITIES: Final = (62, 54, 46, 38, 30, 22)


def save(path: Path, pixels: Pixels) -> int:
    """Write a WebP of at most `MAX_BYTES`, as good as that allows; return its size."""
    grain = seeded(1).normal(0, _GRAIN, pixels.shape[:2])
    levels = (np.clip(pixels + grain[..., None], 0, 1) * 255 + 0.5).astype(np.uint8)
    for quality in _QUALITIES:
        Image.fromarray(levels).save(path, quality=quality, method=6)
        if path.stat().st_size <= MAX_BYTES:
            break
    return path.stat().st_size


def average(path: Path) -> str:
    """Tell the average colour of a file."""
    with Image.open(path) as image:
        light = np.asarray(image.convert("RGB"), dtype=float).mean(axis=(0, 1))
    return "#" + "".join(f"{round(part):02x}" for part in light)
