"""What every request needs at hand, and how a route gets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from chassis.db import Pool
from chassis.networks import Network
from fastapi import Depends, Request

from merchant_api.branding.take_image import Gallery
from merchant_api.carrier.seal_account import Sealing
from merchant_api.clock import Clock
from merchant_api.people.letters import Letters
from merchant_api.queue.live import Live


@dataclass(frozen=True, slots=True)
class Workplace:
    """The same for all requests of a process. `public_url` is how browsers reach it.

    `portal_url` is how customers reach the portal. `trusted_proxies` are those whose word on who
    asks counts.
    """

    pool: Pool
    clock: Clock
    gallery: Gallery
    sealing: Sealing
    live: Live
    letters: Letters
    public_url: str
    portal_url: str
    trusted_proxies: Sequence[Network]

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")

    def now(self) -> datetime:
        return self.clock()


def _workplace(request: Request) -> Workplace:
    workplace: Workplace = request.app.state.workplace
    return workplace


At = Annotated[Workplace, Depends(_workplace)]
