"""Puts the inbox together: SMTP on one port, pages and JSON on another, one folder below both."""

import logging
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import look
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from local_stack.inbox.answers import Answers
from local_stack.inbox.api import api_routes
from local_stack.inbox.mailbox import Mailbox
from local_stack.inbox.pages import page_routes
from local_stack.inbox.receiving import listen
from local_stack.inbox.walls import Walls

STOP_WITHIN_S = 3


def main(environment: Mapping[str, str] = os.environ) -> None:
    """Serve until told to stop: HOST, PORT, SMTP_PORT, INBOX_DIR."""
    logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
    host = environment.get("HOST", "127.0.0.1")
    app = create_app(
        Path(environment["INBOX_DIR"]), host=host, smtp_port=int(environment["SMTP_PORT"])
    )
    uvicorn.run(
        app,
        host=host,
        port=int(environment["PORT"]),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN_S,
    )


def create_app(folder: Path, *, host: str, smtp_port: int) -> Starlette:
    """Build the application, which receives mail as long as it runs."""
    mailbox, answers = Mailbox(folder), Answers()

    @asynccontextmanager
    async def receive(_: Starlette) -> AsyncIterator[None]:
        server = await listen(host, smtp_port, mailbox, answers)
        yield
        server.close()

    async def ready(_: Request) -> Response:
        return PlainTextResponse("ok")

    static = StaticFiles(packages=[("local_stack.inbox", "static")])
    app = Starlette(
        routes=[
            *api_routes(mailbox, answers),
            *page_routes(mailbox),
            Route("/livez", ready),
            Route("/readyz", ready),
            Mount("/static", static),
        ],
        lifespan=receive,
    )
    look.mount(app)
    app.add_middleware(Walls)
    return app
