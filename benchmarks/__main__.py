"""`python -m benchmarks`: a PostgreSQL and a Kafka of its own, the measurements, one table."""

import asyncio
import gc
import os
import tempfile
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from chassis.db import open_pool
from chassis.migrate import migrate
from local_stack.ports import free_ports
from local_stack.stack import Stack
from rich.console import Console
from rich.table import Table

from benchmarks.fairness import compare_pools
from benchmarks.imports import compare_imports
from benchmarks.measuring import ROUNDS, Comparison
from benchmarks.outbox import compare_relays
from benchmarks.staging import compare_staging

CACHE = Path(__file__).parents[1] / ".renvoi/cache"


def main() -> None:
    """Measure and show."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="renvoi-benchmarks-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL may run as another user
        with (
            console.status("Starting PostgreSQL and Kafka…"),
            Stack(
                Path(folder), ports=free_ports(), only={"postgres", "kafka"}, cache=CACHE
            ) as stack,
        ):
            console.print(_about_the_machine())
            admin_url = stack.env("roles")["ADMIN_DATABASE_URL"]
            servers = stack.env("topics")["KAFKA_BOOTSTRAP_SERVERS"]
            comparisons = asyncio.run(_measure(admin_url, servers, console))
    console.print(_table(comparisons))


async def _measure(admin_url: str, servers: str, console: Console) -> list[Comparison]:
    url = await _make_database(admin_url)
    gc.freeze()  # as a serving process does
    async with open_pool(url) as pool:
        console.print("Pools…")
        pools = await compare_pools(url)
        console.print("Staging…")
        staging = await compare_staging(pool)
        console.print("Relays…")
        relays = await compare_relays(pool, servers)
    url = await _make_merchants_database(admin_url)
    async with open_pool(url) as pool:
        console.print("Imports…")
        imports = await compare_imports(pool, url)
    return [relays, staging, *imports, *pools]


async def _make_database(admin_url: str) -> str:
    """Make a database with the plumbing tables and nothing else; return its address."""
    parts = urlsplit(admin_url)
    admin = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")))
    await admin.execute("CREATE DATABASE benchmarks")
    await admin.close()
    url = urlunsplit(parts._replace(path="/benchmarks"))
    connection = await asyncpg.connect(url)
    await connection.execute((resources.files("chassis") / "plumbing.sql").read_text("utf-8"))
    await connection.close()
    return url


async def _make_merchants_database(admin_url: str) -> str:
    """Make a database with the tables of merchant-api; return its address."""
    parts = urlsplit(admin_url)
    admin = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")))
    await admin.execute("CREATE DATABASE merchants")
    await admin.close()
    url = urlunsplit(parts._replace(path="/merchants"))
    await migrate(url, "merchant_api")
    return url


def _about_the_machine() -> str:
    return (
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; generator, database and broker "
        f"share them, so only the ratios travel. Medians of {ROUNDS} interleaved rounds."
    )


def _table(comparisons: list[Comparison]) -> Table:
    table = Table()
    table.add_column("what")
    table.add_column("how")
    table.add_column("measured", justify="right")
    table.add_column("× baseline", justify="right")
    for comparison in comparisons:
        baseline = comparison.figures[0]
        for figure in comparison.figures:
            table.add_row(
                comparison.name if figure is baseline else "",
                figure.way,
                f"{figure.value:,.{1 if figure.unit == 'ms' else 0}f} {figure.unit}",
                f"{figure.times_better_than(baseline):.1f}",
                end_section=figure is comparison.figures[-1],
            )
    return table


if __name__ == "__main__":
    main()
