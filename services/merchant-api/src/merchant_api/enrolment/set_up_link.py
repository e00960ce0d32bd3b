"""The link that lets somebody set a merchant up: told to whoever runs the machine, and no log."""

import sys
from datetime import datetime

from chassis.db import Pool
from chassis.ids import digest, new_secret

from merchant_api.enrolment import set_up_store
from merchant_api.people.links import SET_UP, SET_UP_LASTS


async def draw_link(pool: Pool, public_url: str, *, is_first: bool, now: datetime) -> str:
    """Return a link that works once, for a day; a first one as long as there is no merchant."""
    secret = new_secret()
    async with pool.transaction() as tx:
        await set_up_store.insert_link(
            tx, digest(secret), is_first=is_first, now=now, expires_at=now + SET_UP_LASTS
        )
    return f"{public_url}{SET_UP}{secret}"


async def offer_set_up(pool: Pool, public_url: str, *, now: datetime) -> None:
    """On an empty database, print a link to the terminal. Each process that starts has its own.

    It is printed and not logged: whoever reads it may move in.
    """
    if await set_up_store.has_merchant(pool):
        return
    link = await draw_link(pool, public_url, is_first=True, now=now)
    print(  # noqa: T201  for people
        "\n"
        "  Renvoi n’a pas encore de commerce. Créez le premier ici, dans les 24 heures :\n"
        "  Renvoi has no merchant yet. Set up the first one here, within 24 hours:\n"
        f"\n    {link}\n",
        file=sys.stderr,
        flush=True,
    )
