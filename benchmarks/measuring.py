"""What a measurement is, and how rounds of rivals are interleaved so that both see one machine."""

import statistics
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

Run = Callable[[], Awaitable[None]]

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One way of doing something. The first figure of a comparison is its baseline."""

    way: str
    value: float
    unit: str
    """`/s`, where more is better, or `ms`, where less is."""

    def times_better_than(self, baseline: "Figure") -> float:
        """Return how many times better than `baseline` this is."""
        more_is_better = self.unit.endswith("/s")
        return self.value / baseline.value if more_is_better else baseline.value / self.value


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ways of doing one thing."""

    name: str
    figures: tuple[Figure, ...]


async def rates(ways: Mapping[str, tuple[int, Run]]) -> dict[str, float]:
    """Run each way, which does so many things, once a round; return the median rate of each.

    One round more comes first and does not count: caches and plans are cold in it.
    """
    found: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(1 + ROUNDS):
        for way, (things, run) in ways.items():
            began = time.perf_counter()
            await run()
            found[way].append(things / (time.perf_counter() - began))
    return {way: statistics.median(values[1:]) for way, values in found.items()}


def percentile(values: list[float], percent: int) -> float:
    """Return the value below which so many percent of `values` lie."""
    return statistics.quantiles(values, n=100)[percent - 1]
