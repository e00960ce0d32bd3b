"""Composition root: the only place where pool, blobs and mail server meet."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import NoReturn
from uuid import UUID

from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.roles import Service, run_migrate, run_work
from chassis.settings import ProcessSettings
from chassis.work import Perform
from contracts.topics import read_by

from notifier import consumer
from notifier.compose_mail import Desk
from notifier.kinds import SEND
from notifier.send_message import send_message
from notifier.settings import Settings
from notifier.smtp import our_name

SERVICE = Service(
    name="notifier",
    topics=[topic.name for topic in read_by("notifier")],
    events=consumer.events,
)


def work() -> NoReturn:
    """Run relay, consumer and the sending of messages."""
    settings = Settings()
    desk = Desk(
        server=replace(settings.mail_server, our_name=our_name()),
        blobs=Blobs(settings.blob_url),
        private_key=settings.notifier_private_key.get_secret_value(),
        sender=settings.sender,
        console_url=settings.console_url,
    )

    def jobs(pool: Pool) -> dict[str, Perform]:
        async def send(key: str) -> None:
            await send_message(pool, desk, UUID(key), clock=_now)

        return {SEND: send}

    run_work(SERVICE, settings, jobs)


def migrate() -> NoReturn:
    """Bring the schema up to date."""
    run_migrate(SERVICE, ProcessSettings())


def _now() -> datetime:
    return datetime.now(UTC)
