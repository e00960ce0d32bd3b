"""The merchant's queue at a million returns: `python -m benchmarks.queue [returns]`.

Prints what each kind of view costs (list and counts, as a page asks for them), and with `--plans`
how PostgreSQL goes about it.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import asyncpg
from chassis.db import Pool, open_pool
from chassis.migrate import migrate
from local_stack.ports import free_ports
from local_stack.stack import Stack
from merchant_api.queue import queue_store
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.view import View
from rich.console import Console
from rich.table import Table

from benchmarks.measuring import percentile
from tests.integration.merchant_api.many import ADDRESS, MERCHANT, explain, seed

CACHE = Path(__file__).parents[1] / ".renvoi/cache"
_PAGE = 51
_TIMES = 200

_VIEWS = {
    "to decide": View(),
    "in transit": View(tab="in_transit"),
    "closed, the newest": View(tab="closed"),
    "closed, some page far down": View(tab="closed"),
    "search: a number": View(tab=None, words="RV-0077"),
    "search: a tracking number": View(tab=None, words="7000 0000 0007 7"),
    "search: an e-mail": View(tab=None, words="camille.exemple77"),
    "search: a rare name": View(tab=None, words="Zoé Rarissime"),
    "search: a name that 1 in 200 has": View(tab=None, words="Prénombh"),
    "search: two such words": View(tab=None, words="prenombh nomd"),
    "search: letters that everyone has": View(tab=None, words="pr"),
    "search: a postal code": View(tab=None, words="H2X 1"),
    "closed, a common reason": View(tab="closed", reason="damaged"),
    "closed, a rare reason": View(tab="closed", reason="rare"),
    "closed, one day two years ago": View(
        tab="closed", from_on=date(2024, 11, 20), to_on=date(2024, 11, 20)
    ),
    "to decide, a method and a reason": View(method="qr_code", reason="damaged"),
    "closed, one of two addresses": View(tab="closed", address_id=ADDRESS),
}


def main() -> None:
    """Seed, measure, show."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    returns = numbers[0] if numbers else 1_000_000
    console = Console(width=120)
    with tempfile.TemporaryDirectory(prefix="renvoi-benchmarks-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL may run as another user
        with Stack(Path(folder), ports=free_ports(), only={"postgres"}, cache=CACHE) as stack:
            admin_url = stack.env("roles")["ADMIN_DATABASE_URL"]
            asyncio.run(_measure(admin_url, returns, console))


async def _measure(admin_url: str, returns: int, console: Console) -> None:
    url = await _make_database(admin_url)
    await migrate(url, "merchant_api")
    async with open_pool(url) as pool:
        began = time.perf_counter()
        await seed(url, returns)
        console.print(f"{returns:,} returns in {time.perf_counter() - began:.0f} s")
        table = Table("view", "rows", "p50 ms", "p99 ms", title=f"{returns:,} returns")
        for name, view in _VIEWS.items():
            table.add_row(name, *await _ask(pool, view, far="far down" in name))
        console.print(table)
        if "--plans" in sys.argv:
            for name, view in _VIEWS.items():
                console.rule(name)
                console.print(await explain(pool, view, limit=_PAGE), highlight=False, markup=False)


async def _make_database(admin_url: str) -> str:
    parts = urlsplit(admin_url)
    admin = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")))
    await admin.execute("CREATE DATABASE benchmarks")
    await admin.close()
    return urlunsplit(parts._replace(path="/benchmarks"))


async def _ask(pool: Pool, view: View, *, far: bool) -> tuple[str, str, str]:
    times: list[float] = []
    rows = 0
    end = time.perf_counter() + 20
    while len(times) < _TIMES and time.perf_counter() < end:
        after = _somewhere() if far else None
        began = time.perf_counter()
        async with queue_store.viewing(pool) as tx:
            lines = await queue_store.list_view(tx, MERCHANT, view, after=after, limit=_PAGE)
            await queue_store.count_tabs(tx, MERCHANT, view)
        times.append((time.perf_counter() - began) * 1000)
        rows = len(lines)
    return str(rows), f"{statistics.median(times):.1f}", f"{percentile(times, 99):.1f}"


def _somewhere() -> Cursor:
    at = datetime(2026, 11, 20, tzinfo=UTC) - timedelta(days=random.uniform(1, 1000))  # noqa: S311
    return Cursor(at, UUID(int=0))


if __name__ == "__main__":
    main()
