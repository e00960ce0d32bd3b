"""What a part does, told to whoever watches."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Happening:
    """One change: a part is prepared, started, ready, or has ended."""

    part: str
    what: Literal["preparing", "starting", "ready", "ended"]
    seconds: float = 0.0
    detail: str = ""


Tell = Callable[[Happening], None]


def tell_nobody(_: Happening) -> None:
    """Watch nothing."""
