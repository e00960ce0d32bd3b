"""The roles of a process, and how `python -m <service> <role>` starts one."""

import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import structlog
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.types import ASGIApp

from chassis import logs, process
from chassis.db import Pool, open_pool
from chassis.health import Health
from chassis.migrate import migrate
from chassis.process import Stop, run_loops
from chassis.relay import relay
from chassis.serving import serve
from chassis.session import open_session
from chassis.settings import ProcessSettings
from chassis.staging import Events
from chassis.stream import consume
from chassis.waiting import waiting_route
from chassis.work import Perform, work

log = structlog.get_logger()

Role = Callable[[], NoReturn]


@dataclass(frozen=True, slots=True)
class Service:
    """What the roles of a service have in common. `name` is its project's: `portal-api`."""

    name: str
    topics: Sequence[str]
    events: Events

    @property
    def package(self) -> str:
        """The importable name."""
        return self.name.replace("-", "_")


def main(roles: Mapping[str, Role]) -> NoReturn:
    """Run the role named on the command line; explain what there is if it names none."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    role = roles.get(name)
    if role is None:
        sys.exit(f"Name a role: {' | '.join(roles)}")
    try:
        role()
    except ValidationError as error:
        wrong = "\n".join(
            f"  {'.'.join(map(str, found['loc'])).upper()}: {found['msg']}"
            for found in error.errors()
        )
        sys.exit(f"The environment is not complete:\n{wrong}")
    sys.exit(0)


def run_migrate(service: Service, settings: ProcessSettings) -> NoReturn:
    """Bring the service's schema up to date, then exit."""
    logs.configure(service.name, settings.log_format)

    async def role(_: Stop) -> None:
        applied = await migrate(settings.database_url, service.package)
        log.info("schema is up to date", applied=len(applied))

    process.run(role)


def run_work(
    service: Service,
    settings: ProcessSettings,
    jobs: Callable[[Pool], Mapping[str, Perform]],
) -> NoReturn:
    """Run what happens behind the edge: relay, consumer, workers, and their health."""
    logs.configure(service.name, settings.log_format)

    async def role(stop: Stop) -> None:
        async with (
            open_pool(settings.database_url, settings.database_pool_size) as pool,
            open_session(settings.database_url) as session,
        ):
            health = Health()
            health.needs("database", lambda: pool.fetchrow("SELECT 1"))
            servers = settings.kafka_bootstrap_servers
            routes = [*health.routes(), waiting_route(pool)]
            await run_loops(
                stop,
                {
                    "relay": relay(pool, session, servers, health.pulse("relay"), stop),
                    "stream": consume(
                        pool,
                        session,
                        servers,
                        group=f"{service.name}.v1",
                        topics=service.topics,
                        events=service.events,
                        pulse=health.pulse("stream"),
                        stop=stop,
                    ),
                    "jobs": work(pool, session, jobs(pool), health.pulse("jobs"), stop),
                    "health": serve(Starlette(routes=routes), settings.host, settings.port, stop),
                    "draining": health.drain_on(stop),
                },
            )

    process.run(role, settings.stop_within_s)


def run_serve(
    service: Service,
    settings: ProcessSettings,
    make_app: Callable[[Pool, Health], ASGIApp],
    *,
    before: Callable[[Pool], Awaitable[None]] | None = None,
) -> NoReturn:
    """Run the service's HTTP edge, `before` first. It needs the database; Kafka may be away."""
    logs.configure(service.name, settings.log_format)

    async def role(stop: Stop) -> None:
        async with open_pool(settings.database_url, settings.database_pool_size) as pool:
            health = Health()
            health.needs("database", lambda: pool.fetchrow("SELECT 1"))
            if before is not None:
                await before(pool)
            app = make_app(pool, health)
            http = serve(app, settings.host, settings.port, stop)
            await run_loops(stop, {"http": http, "draining": health.drain_on(stop)})

    process.run(role, settings.stop_within_s)
