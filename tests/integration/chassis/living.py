"""A process of the tests beside it, which lives and ends in the way it is told."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from chassis import logs
from chassis.db import open_pool
from chassis.health import Health, Pulse
from chassis.process import Stop, run, run_loops
from chassis.serving import serve
from chassis.session import open_session
from chassis.work import work
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

HOW, ARGUMENTS = sys.argv[1], sys.argv[2:]


def say(word: str) -> None:
    print(word, flush=True)  # noqa: T201  read by the tests


async def be_told() -> None:
    """Wait until the tests say so."""
    await asyncio.to_thread(sys.stdin.readline)


async def wait_ready(stop: Stop) -> None:
    say("ready")
    await stop.wait()


async def never_end() -> None:
    say("ready")
    sys.stdout.write("and more, which stays in the buffer")
    while True:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            continue


async def end() -> None:
    """End of itself, which no loop may."""


async def fail() -> None:
    raise ZeroDivisionError


async def fail_on(stop: Stop) -> None:
    await stop.wait()
    raise ZeroDivisionError


async def finish(stop: Stop) -> None:
    await stop.wait()
    await asyncio.sleep(0.1)
    say("finished")


async def orderly(stop: Stop) -> None:
    await run_loops(stop, {"one": wait_ready(stop), "two": finish(stop)})


async def endless(stop: Stop) -> None:
    await run_loops(stop, {"one": never_end()})


async def ending(stop: Stop) -> None:
    await run_loops(stop, {"ending": end(), "other": finish(stop)})


async def failing(stop: Stop) -> None:
    await run_loops(stop, {"failing": fail(), "other": finish(stop)})


async def failing_beside_endless(stop: Stop) -> None:
    await run_loops(stop, {"failing": fail(), "other": never_end()})


async def failing_at_stop(stop: Stop) -> None:
    await run_loops(stop, {"one": wait_ready(stop), "failing": fail_on(stop)})


async def broken(_: Stop) -> None:
    raise ZeroDivisionError


async def cancelled(_: Stop) -> None:
    raise asyncio.CancelledError


async def over(_: Stop) -> None:
    """Be done, as a migration is."""


async def with_session(stop: Stop) -> None:
    async with open_session(ARGUMENTS[0]):
        await wait_ready(stop)


async def with_job(stop: Stop) -> None:
    async def perform(_: str) -> None:
        say("ready")
        await be_told()
        say("finished")

    async with open_pool(ARGUMENTS[0], size=2) as pool, open_session(ARGUMENTS[0]) as session:
        await run_loops(stop, {"jobs": work(pool, session, {"kind": perform}, Pulse(60), stop)})


async def serving(stop: Stop) -> None:
    async def slow(_: Request) -> JSONResponse:
        say("asked")
        await be_told()
        return JSONResponse("whole")

    health = Health()
    app = Starlette(routes=[*health.routes(), Route("/slow", slow)])
    loops = {
        "http": serve(app, "127.0.0.1", int(ARGUMENTS[0]), stop),
        "other": finish(stop),
        "draining": health.drain_on(stop),
    }
    await run_loops(stop, loops)


ROLES: dict[str, Callable[[Stop], Awaitable[None]]] = {
    role.__name__: role
    for role in (
        orderly,
        endless,
        ending,
        failing,
        failing_beside_endless,
        failing_at_stop,
        broken,
        cancelled,
        over,
        with_session,
        with_job,
        serving,
    )
}

if __name__ == "__main__":
    logs.configure("chassis", "json")
    run(ROLES[HOW], stop_within_s=1.0 if "endless" in HOW else 10.0)
