"""The HTTP server of a process: it stops with the process, and within a bound."""

import asyncio
import contextlib
import gc

import uvicorn
from starlette.types import ASGIApp

from chassis.process import Stop


class CannotListen(Exception):
    """The address is taken, or is not ours."""


async def serve(app: ASGIApp, host: str, port: int, stop: Stop) -> None:
    """Answer HTTP until `stop`; then take nothing new and finish what was begun.

    Raises CannotListen.
    """
    # What start-up made will live as long as the process: the collector need not visit it again.
    gc.collect()
    gc.freeze()
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_config=None,
        lifespan="off",
        timeout_graceful_shutdown=5,
        server_header=False,
        # Its default believes X-Forwarded-For from this very machine. Whom to believe is a setting.
        proxy_headers=False,
    )
    server = _Server(config)
    stopping = asyncio.create_task(_stop_server(server, stop))
    try:
        await server.serve()
    except SystemExit as error:  # uvicorn's way to say it; in a task it would tear the loop apart
        cause = f"{host}:{port}"
        raise CannotListen(cause) from error
    finally:
        stopping.cancel()


async def _stop_server(server: uvicorn.Server, stop: Stop) -> None:
    await stop.wait()
    server.should_exit = True


class _Server(uvicorn.Server):
    """Leaves signals to the process, which stops more than a server."""

    def capture_signals(self) -> contextlib.nullcontext[None]:  # type: ignore[override]
        return contextlib.nullcontext()
