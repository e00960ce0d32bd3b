"""What may be uploaded: the limits of logo and picture, and why something is refused."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from chassis.errors import Refusal

ImageKind = Literal["logo", "picture"]
Format = Literal["png", "jpeg", "webp", "svg"]
Reason = Literal[
    "heavy",
    "unknown",
    "gif",
    "animated",
    "broken",
    "pixels",
    "small",
    "narrow",
    "blank",
    "laborious",
    "svg-text",
    "svg-picture",
    "svg-definitions",
]
"""Each has a sentence of its own: `refused-image-<reason>`."""

MEGABYTE: Final = 1_000_000
MAX_PIXELS: Final = 25_000_000
"""What a decoder may be asked for: 100 MB of memory at four bytes each."""


class ImageRefused(Refusal):
    """The file is no image that can stand on a page."""

    def __init__(self, *, why: Reason) -> None:
        super().__init__(why)
        self.why: Reason = why


@dataclass(frozen=True, slots=True)
class Demands:
    """What an upload of one kind has to be. A side may be `max_ratio` times the other."""

    formats: frozenset[Format]
    max_bytes: int
    min_width: int
    min_height: int
    max_ratio: int


DEMANDS: Final = MappingProxyType(
    {
        "logo": Demands(
            formats=frozenset({"png", "jpeg", "webp", "svg"}),
            max_bytes=2 * MEGABYTE,
            min_width=1,
            min_height=1,
            max_ratio=20,
        ),
        "picture": Demands(
            formats=frozenset({"png", "jpeg", "webp"}),
            max_bytes=8 * MEGABYTE,
            min_width=1000,
            min_height=600,
            max_ratio=4,
        ),
    }
)
