"""Where labeler is put together: the only place that opens what it works with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NoReturn
from uuid import UUID

from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.roles import Service, run_migrate, run_work
from chassis.settings import ProcessSettings
from chassis.work import Perform
from contracts.topics import read_by

from labeler import consumer
from labeler.canada_post import Pace, open_http
from labeler.carrier import Carrier
from labeler.check_account import check_account
from labeler.clock import utc_now
from labeler.create_label import create_label
from labeler.estimate_cost import estimate_cost
from labeler.follow_parcel import follow_parcel
from labeler.kinds import CHECK, ESTIMATE, LABEL, TRACK
from labeler.settings import Settings

SERVICE = Service(
    name="labeler",
    topics=[topic.name for topic in read_by("labeler")],
    events=consumer.events,
)

# A look at a parcel that is not soon its turn comes back later: all lanes full of waiting looks
# would keep labels waiting behind them.
_TRACKING_PATIENCE_S = 1.0


def work() -> NoReturn:
    """Run relay, consumer and the jobs that ask the carrier."""
    settings = Settings()
    blobs = Blobs(settings.blob_url)
    test_url = settings.canada_post_test_url
    carrier = Carrier(
        http=open_http(settings.canada_post_url),
        pace=Pace(calls_per_s=settings.canada_post_calls_per_s),
        private_key=settings.labeler_private_key.get_secret_value(),
        timeout_s=settings.canada_post_timeout_s,
        test_http=open_http(test_url) if test_url else None,
    )
    run_work(SERVICE, settings, lambda pool: jobs(pool, carrier, blobs, settings))


def migrate() -> NoReturn:
    """Bring the schema up to date."""
    run_migrate(SERVICE, ProcessSettings())


def jobs(pool: Pool, carrier: Carrier, blobs: Blobs, settings: Settings) -> Mapping[str, Perform]:
    """Say what is done for each kind of job; keys are ids of trials, estimates and returns."""
    hasty = Pace(calls_per_s=settings.canada_post_calls_per_s, patience_s=_TRACKING_PATIENCE_S)
    onlooker = replace(carrier, pace=hasty)

    async def check(key: str) -> None:
        await check_account(pool, carrier, UUID(key), clock=utc_now)

    async def estimate(key: str) -> None:
        await estimate_cost(pool, carrier, UUID(key), clock=utc_now)

    async def label(key: str) -> None:
        await create_label(pool, carrier, blobs, UUID(key), clock=utc_now)

    async def track(key: str) -> timedelta | None:
        every_s = settings.tracking_interval_s
        return await follow_parcel(pool, onlooker, UUID(key), every_s=every_s, clock=utc_now)

    return {CHECK: check, ESTIMATE: estimate, LABEL: label, TRACK: track}
