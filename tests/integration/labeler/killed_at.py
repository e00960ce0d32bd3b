"""A worker that is killed at a named place while it obtains a label."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import NoReturn
from uuid import UUID

from chassis.blobs import Blobs
from chassis.db import open_pool
from labeler import buy_label, fetch_label
from labeler.canada_post import CanadaPost, Pace, open_http
from labeler.carrier import Carrier
from labeler.clock import utc_now
from labeler.create_label import create_label

PLACE, RETURN_ID = sys.argv[1], UUID(sys.argv[2])


def die() -> NoReturn:
    """End as a crash would."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def dies_before(_: object) -> Callable[..., Awaitable[object]]:
    """Replace a step by death."""

    async def dead(*_: object, **__: object) -> object:
        die()

    return dead


def dies_after(step: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
    """Let a step happen, and die on the next line."""

    async def last(*args: object, **kwargs: object) -> object:
        await step(*args, **kwargs)
        die()

    return last


PLACES = {
    "before the attempt": (buy_label, "_begin", dies_before),
    "after the attempt row": (buy_label, "_begin", dies_after),
    "after the call": (CanadaPost, "create_authorized_return", dies_after),
    "after the purchase row": (buy_label, "_record", dies_after),
    "after the files": (fetch_label, "_store", dies_after),
}


def arm() -> None:
    """Put the death where it was asked for."""
    owner, step, death = PLACES[PLACE]
    setattr(owner, step, death(getattr(owner, step)))


async def main() -> None:
    """Do the job once."""
    arm()
    async with (
        open_pool(os.environ["DATABASE_URL"], size=2) as pool,
        open_http(os.environ["CANADA_POST_URL"]) as http,
    ):
        key = os.environ["LABELER_PRIVATE_KEY"]
        carrier = Carrier(http=http, pace=Pace(), private_key=key, timeout_s=5)
        blobs = Blobs(os.environ["BLOB_URL"])
        await create_label(pool, carrier, blobs, RETURN_ID, clock=utc_now)


asyncio.run(main())
