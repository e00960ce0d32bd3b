"""Centres as their merchants have set them up."""

import re
from typing import Final

from chassis.db import Pool
from contracts.centres import CentreConfigured

_SLUG: Final = re.compile(r"[a-z0-9-]{1,60}")


async def find_centre(pool: Pool, slug: str) -> CentreConfigured | None:
    """Return the centre that has the address `/<slug>/`."""
    if not is_slug(slug):
        return None
    row = await pool.fetchrow("SELECT snapshot FROM centres WHERE slug = $1", slug)
    return read_centre(row["snapshot"]) if row else None


async def find_only_slug(pool: Pool) -> str | None:
    """Return the address of the centre if there is exactly one."""
    rows = await pool.fetch("SELECT slug FROM centres LIMIT 2")
    return rows[0]["slug"] if len(rows) == 1 else None


def is_slug(text: str) -> bool:
    """Tell whether `text` can be an address at all, so that nothing else reaches the database."""
    return _SLUG.fullmatch(text) is not None


def read_centre(snapshot: object) -> CentreConfigured:
    """Read a stored snapshot, which a newer version of us may have written."""
    return CentreConfigured.model_validate(snapshot, extra="ignore", strict=False)
