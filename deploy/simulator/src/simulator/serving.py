"""Serving over a socket, with the one thing a simulator of bad days needs: hanging up.

ASGI has no message for closing a connection without an answer, and uvicorn answers 500 for an
application that stays silent. So each connection's state carries its transport's `abort`.
"""

import asyncio
import signal
import socket
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

STOP_SECONDS = 3


def listen(host: str, port: int) -> socket.socket:
    """Take the address. Raises OSError when it is taken."""
    return socket.create_server((host, port))


def serve(app: Starlette, listening: socket.socket) -> None:
    """Serve until told to stop, then end the process with 0 (uvicorn alone would say 143)."""
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, _stop)
    config = uvicorn.Config(
        app,
        http=_AbortableProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


class _AbortableProtocol(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "hang_up": transport.abort}
