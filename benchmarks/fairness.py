"""Waiting for a connection: our pool against asyncpg's own, when many tasks share few."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

import asyncpg
from chassis.db import Pool, open_pool

from benchmarks.measuring import ROUNDS, Comparison, Figure, percentile

_CONNECTIONS = 8
_TASKS = 64
_QUERIES_PER_TASK = 60
_SQL = "SELECT id, topic FROM outbox WHERE id = $1"

Query = Callable[[], Awaitable[object]]


async def compare_pools(url: str) -> list[Comparison]:
    """Measure how long 64 tasks wait for a small query over 8 connections, and how many they do."""
    bare_waits: list[list[float]] = []
    our_waits: list[list[float]] = []
    bare_rates: list[float] = []
    our_rates: list[float] = []
    async with (
        asyncpg.create_pool(url, min_size=_CONNECTIONS, max_size=_CONNECTIONS) as bare,
        open_pool(url, _CONNECTIONS) as ours,
    ):
        for _ in range(1 + ROUNDS):
            await _load(lambda: bare.fetchrow(_SQL, 1), bare_waits, bare_rates)
            await _load(lambda: _ask(ours), our_waits, our_rates)
    return [
        Comparison(
            f"{_TASKS} tasks, {_CONNECTIONS} connections: {name}",
            (
                Figure("asyncpg's pool", of(bare_waits[1:]), "ms"),
                Figure("ours: in line, no reset", of(our_waits[1:]), "ms"),
            ),
        )
        for name, of in (("median wait", _median), ("99th percentile", _p99), ("longest", _longest))
    ] + [
        Comparison(
            f"{_TASKS} tasks, {_CONNECTIONS} connections: throughput",
            (
                Figure("asyncpg's pool", statistics.median(bare_rates[1:]), "queries/s"),
                Figure("ours: in line, no reset", statistics.median(our_rates[1:]), "queries/s"),
            ),
        )
    ]


async def _ask(pool: Pool) -> object:
    return await pool.fetchrow(_SQL, 1)


async def _load(query: Query, waits: list[list[float]], rates: list[float]) -> None:
    found: list[float] = []

    async def task() -> None:
        for _ in range(_QUERIES_PER_TASK):
            began = time.perf_counter()
            await query()
            found.append((time.perf_counter() - began) * 1000)

    began = time.perf_counter()
    await asyncio.gather(*(task() for _ in range(_TASKS)))
    rates.append(len(found) / (time.perf_counter() - began))
    waits.append(found)


def _median(rounds: list[list[float]]) -> float:
    return statistics.median(statistics.median(waits) for waits in rounds)


def _p99(rounds: list[list[float]]) -> float:
    return statistics.median(percentile(waits, 99) for waits in rounds)


def _longest(rounds: list[list[float]]) -> float:
    return statistics.median(max(waits) for waits in rounds)
