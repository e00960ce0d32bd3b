"""What every HTTP edge has: problem details, security headers, one origin, a bounded server.

All of it is plain ASGI: two `BaseHTTPMiddleware` more than halve the throughput.
"""

import asyncio
import contextlib
import gc
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import structlog
import uvicorn
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.db import OUTAGES
from chassis.errors import Outage
from chassis.process import Stop
from chassis.trace import continue_trace

log = structlog.get_logger()

MAX_BODY_BYTES = 256 * 1024
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def problem(
    status: int,
    title: str,
    *,
    kind: str = "about:blank",
    detail: str | None = None,
    errors: Sequence[Mapping[str, str]] = (),
    members: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Answer as RFC 9457 says. `kind` names the problem for machines: `/problems/<name>`.

    `members` are what this kind of problem says beyond the standard ones.
    """
    body: dict[str, object] = {"type": kind, "title": title, "status": status, **(members or {})}
    if detail is not None:
        body["detail"] = detail
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def harden(app: FastAPI, *, public_url: str) -> None:
    """Give `app` its headers, limits, same-origin rule and error answers."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    for outage in (Outage, *OUTAGES):
        app.add_exception_handler(outage, on_outage)
    app.add_exception_handler(Exception, _on_bug)
    app.add_middleware(_Guard, public_url=public_url)


class _Guard:
    """Headers on every answer; unsafe requests only from our own pages, and of bounded size."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self._app = app
        self._own = urlsplit(public_url).netloc
        self._https = public_url.startswith("https://")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        continue_trace(headers.get("traceparent"))

        has_begun = False

        async def send_hardened(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                self._add_headers(MutableHeaders(scope=message))
            await send(message)

        refusal = self._refuse(scope["method"], headers)
        if refusal is not None:
            await refusal(scope, receive, send_hardened)
            return
        try:
            await self._app(scope, _bounded(receive), send_hardened)
        except Exception as error:  # Starlette's own catcher is outside of us: no headers there
            if has_begun:
                raise
            answer = await scope["app"].exception_handlers[Exception](Request(scope), error)
            await answer(scope, receive, send_hardened)

    def _refuse(self, method: str, headers: Headers) -> Response | None:
        if int(headers.get("content-length") or 0) > MAX_BODY_BYTES:
            return problem(413, "The request is too large")
        if method in _SAFE or "authorization" in headers or self._is_same_origin(headers):
            return None
        return problem(403, "The request comes from another site", kind="/problems/cross-origin")

    def _is_same_origin(self, headers: Headers) -> bool:
        """Trust the browser's own word; programs that send neither header carry no cookies."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc in (self._own, headers.get("host"))

    def _add_headers(self, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if self._https:
            headers.setdefault("strict-transport-security", "max-age=31536000")


def _bounded(receive: Receive) -> Receive:
    """Cut a body off that is longer than it said."""
    seen = 0

    async def receive_bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MAX_BODY_BYTES:
            raise HTTPException(413, "The request is too large")
        return message

    return receive_bounded


async def _on_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it
    return problem(error.status_code, error.detail, headers=error.headers)


async def _on_invalid(_: Request, error: Exception) -> Response:
    """Say which field is wrong and why; never repeat what was sent."""
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for it
    errors = [
        {
            "pointer": "/".join(["", *(str(part) for part in found["loc"][1:])]),
            "detail": found["msg"],
        }
        for found in error.errors()
    ]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )


async def on_outage(_: Request, error: Exception) -> Response:
    """Nothing happened; the same request may work in a moment."""
    log.warning("request met an outage", error=type(error).__name__)
    return problem(
        503, "Not possible at the moment", kind="/problems/outage", headers={"retry-after": "2"}
    )


async def _on_bug(_: Request, error: Exception) -> Response:
    log.error("request failed", exc_info=error)
    return problem(500, "Something went wrong on our side")


async def serve(app: ASGIApp, host: str, port: int, stop: Stop) -> None:
    """Answer HTTP until `stop`; then take nothing new and finish what was begun."""
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
    finally:
        stopping.cancel()


async def _stop_server(server: uvicorn.Server, stop: Stop) -> None:
    await stop.wait()
    server.should_exit = True


class _Server(uvicorn.Server):
    """Leaves signals to the process, which stops more than a server."""

    def capture_signals(self) -> contextlib.nullcontext[None]:  # type: ignore[override]
        return contextlib.nullcontext()
