"""Serving over a socket, with the one thing a simulator of bad days needs: hanging up.

ASGI has no message for closing a connection without an answer, and uvicorn answers 500 for an
application that stays silent. So each connection's state carries its transport's `abort`.
"""

import asyncio

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

STOP_SECONDS = 3


def serve(app: Starlette, host: str, port: int) -> None:
    """Serve until told to stop."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=_AbortableProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(config).run()


class _AbortableProtocol(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "hang_up": transport.abort}
