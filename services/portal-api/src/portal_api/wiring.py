"""What the edges are given with each request: the pool, the files, the settings, the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.networks import network_of
from fastapi import Depends, Request

from portal_api.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """What `app.py` opened. `clock` gives the time, aware and in UTC."""

    pool: Pool
    blobs: Blobs
    settings: Settings
    clock: Callable[[], datetime]


# Coroutines all: FastAPI would run plain functions in threads.


async def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


async def _pool(request: Request) -> Pool:
    return (await _parts(request)).pool


async def _settings(request: Request) -> Settings:
    return (await _parts(request)).settings


async def _blobs(request: Request) -> Blobs:
    return (await _parts(request)).blobs


async def _now(request: Request) -> datetime:
    return (await _parts(request)).clock()


async def _network(request: Request) -> str:
    return network_of(request, (await _settings(request)).trusted_proxies)


PoolDep = Annotated[Pool, Depends(_pool)]
SettingsDep = Annotated[Settings, Depends(_settings)]
BlobsDep = Annotated[Blobs, Depends(_blobs)]
Now = Annotated[datetime, Depends(_now)]
ClientNetwork = Annotated[str, Depends(_network)]
