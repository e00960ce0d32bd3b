"""Files of shipments, as shops export them, and how they are read to their end."""

from uuid import UUID

import httpx
from chassis.db import Pool, Row
from merchant_api.imports.run_import import run_import

from tests.integration.merchant_api.story import NOON, Shop

PATH = "/envois/importer"
HEADINGS = "Suivi;Nom;Adresse;Ville;Code postal;Courriel;No de commande;Poids (kg)"


def a_line(number: int, **changes: str) -> str:
    cells = {
        "tracking": f"7023{number:012}",
        "name": "Éloïse Exemple",
        "street": "1200, rue Exemple",
        "city": "Sherbrooke",
        "code": "J1H 1A1",
        "email": "eloise@example.com",
        "order": f"RB-{number}",
        "weight": "1,2",
    }
    return ";".join((cells | changes).values())


def a_file(*lines: str, headings: str = HEADINGS) -> bytes:
    return "\r\n".join((headings, *lines, "")).encode("cp1252")


async def given(person: httpx.AsyncClient, content: bytes, name: str = "envois.csv") -> str:
    """Give a file; return the path of its import."""
    answer = await person.post(PATH, files={"fichier": (name, content, "text/csv")})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def begun(person: httpx.AsyncClient, content: bytes) -> str:
    """Give a file and have it read as it is understood."""
    path = await given(person, content)
    answer = await person.post(path, data={"faire": "importer"})
    assert answer.status_code == 303, answer.text
    return path


def key_of(shop: Shop, path: str) -> str:
    return f"{shop.merchant_id}/{path.rpartition('/')[2]}"


async def read_to_its_end(shop: Shop, path: str, *, at_a_stretch_s: float = 30) -> None:
    key = key_of(shop, path)
    while (
        await run_import(shop.pool, key, clock=lambda: NOON, at_a_stretch_s=at_a_stretch_s)
        is not None
    ):
        pass


async def imported(person: httpx.AsyncClient, shop: Shop, content: bytes) -> str:
    path = await begun(person, content)
    await read_to_its_end(shop, path)
    return path


async def row_of(pool: Pool, path: str) -> Row:
    row = await pool.fetchrow(
        "SELECT * FROM imports WHERE import_id = $1", UUID(path.rpartition("/")[2])
    )
    assert row is not None
    return row


async def counts(pool: Pool, path: str) -> tuple[int, int, int, int]:
    row = await row_of(pool, path)
    names = ("count_new", "count_changed", "count_unchanged", "count_refused")
    new, changed, unchanged, refused = (row[name] for name in names)
    return new, changed, unchanged, refused
