"""Composition root: the only place where pool, pages, API and jobs meet."""

from datetime import timedelta
from typing import NoReturn

import look
from chassis.blobs import Blobs
from chassis.db import Pool, patiently
from chassis.health import Health
from chassis.roles import Service, run_migrate, run_serve, run_work
from chassis.settings import ProcessSettings
from chassis.web import harden
from chassis.work import Perform
from contracts.topics import read_by
from fastapi import FastAPI

from merchant_api import consumer
from merchant_api.api.idempotency import IdempotentRequests
from merchant_api.approval import approve_by_rule
from merchant_api.branding.take_image import Gallery
from merchant_api.bulk import begin_bulk_run
from merchant_api.bulk.perform_bulk_run import perform_bulk_run
from merchant_api.carrier.seal_account import Sealing
from merchant_api.clock import Clock, utc_now
from merchant_api.edges import ROOMY, include_edges
from merchant_api.enrolment.set_up_link import offer_set_up
from merchant_api.imports import forget_import, run_import
from merchant_api.opening import open_return
from merchant_api.people import recover_password
from merchant_api.people.letters import Letters
from merchant_api.people.passwords import Passwords
from merchant_api.queue.live import Live
from merchant_api.settings import Settings
from merchant_api.workplace import Workplace

_WAIT_S = 60.0
"""How long a database that comes and goes is waited for before the edge opens."""

SERVICE = Service(
    name="merchant-api",
    topics=[topic.name for topic in read_by("merchant-api")],
    events=consumer.events,
)


def serve() -> NoReturn:
    """Run the console and the JSON API."""
    settings = Settings()
    run_serve(
        SERVICE,
        settings,
        lambda pool, health: make_app(settings, pool, health),
        before=lambda pool: patiently(
            lambda: offer_set_up(pool, settings.public_url, now=utc_now()), _WAIT_S
        ),
    )


def work() -> NoReturn:
    """Run relay, consumer, the approvals by rule, and what forgotten passwords need."""
    settings = Settings()
    run_work(SERVICE, settings, lambda pool: jobs(pool, settings))


def migrate() -> NoReturn:
    """Bring the schema up to date."""
    run_migrate(SERVICE, ProcessSettings())


def make_app(settings: Settings, pool: Pool, health: Health, *, clock: Clock = utc_now) -> FastAPI:
    """Put the HTTP edge together."""
    app = FastAPI(
        title="Renvoi, merchant API",
        summary="Shipments in; returns listed, estimated, approved, declined.",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        routes=[*health.routes()],
    )
    app.state.workplace = Workplace(
        pool=pool,
        clock=clock,
        gallery=Gallery(pool, Blobs(settings.blob_url)),
        sealing=Sealing(settings.labeler_public_key, Passwords()),
        live=Live(pool, health),
        letters=_letters(settings),
        public_url=settings.public_url,
        portal_url=settings.portal_url,
        trusted_proxies=settings.trusted_proxies,
    )
    app.add_middleware(IdempotentRequests, of=app)  # inside of what hardens: added before it
    harden(app, public_url=settings.public_url, roomy=ROOMY)
    look.mount(app)
    include_edges(app)
    return app


def jobs(pool: Pool, settings: Settings) -> dict[str, Perform]:
    """Name what the work role does."""
    letters = _letters(settings)

    async def approve_opened(key: str) -> None:
        await open_return.approve_opened(pool, key, clock=utc_now)

    async def approve(key: str) -> None:
        await approve_by_rule.approve_by_rule(pool, key, clock=utc_now)

    async def act_on_many(key: str) -> timedelta | None:
        return await perform_bulk_run(pool, key, clock=utc_now)

    async def recover(key: str) -> None:
        await recover_password.answer_recovery(pool, letters, key, clock=utc_now)

    async def read_file(key: str) -> timedelta | None:
        return await run_import.run_import(pool, key, clock=utc_now)

    async def forget_file(key: str) -> timedelta | None:
        return await forget_import.forget_import(pool, key, clock=utc_now)

    return {
        begin_bulk_run.JOB: act_on_many,
        open_return.JOB: approve_opened,
        approve_by_rule.JOB: approve,
        recover_password.JOB: recover,
        run_import.JOB: read_file,
        forget_import.JOB: forget_file,
    }


def _letters(settings: Settings) -> Letters:
    return Letters(settings.public_url, settings.notifier_public_key)
