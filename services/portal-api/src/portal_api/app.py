"""The composition root: the only place where pools, blobs and keys are opened."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NoReturn
from uuid import UUID

from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.health import Health
from chassis.roles import Service, run_migrate, run_serve, run_work
from chassis.settings import ProcessSettings
from chassis.work import Perform
from contracts.topics import read_by
from fastapi import FastAPI

from portal_api.consumer import events
from portal_api.forget_drafts import forget_drafts
from portal_api.open_return import JOB, open_return
from portal_api.settings import Settings
from portal_api.web import make_app
from portal_api.wiring import Parts

SERVICE = Service(
    name="portal-api",
    topics=[topic.name for topic in read_by("portal-api")],
    events=events,
)


def serve() -> NoReturn:
    """Serve customers."""
    settings = Settings()
    blobs = Blobs(settings.blob_url)

    def make(pool: Pool, health: Health) -> FastAPI:
        return make_app(Parts(pool, blobs, settings, _now), health)

    run_serve(SERVICE, settings, make)


def work() -> NoReturn:
    """Send what was announced, write down what others say, make what stores open, forget."""
    settings = Settings()
    run_work(SERVICE, settings, lambda pool: _jobs(pool, settings))


def migrate() -> NoReturn:
    """Bring the schema up to date."""
    run_migrate(SERVICE, ProcessSettings())


def _jobs(pool: Pool, settings: Settings) -> Mapping[str, Perform]:
    async def forget(_: str) -> timedelta:
        return await forget_drafts(pool, now=_now())

    async def make(key: str) -> None:
        await open_return(pool, settings.reply_line, UUID(key), now=_now())

    return {"forget": forget, JOB: make}


def _now() -> datetime:
    return datetime.now(UTC)
