"""What goes wrong at an HTTP edge, told as RFC 9457 says (`application/problem+json`)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

import structlog
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import compile_path

log = structlog.get_logger()


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


async def on_http(request: Request, error: Exception) -> Response:
    """No such path, no such method, too large: what Starlette found wrong."""
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it
    headers = error.headers
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"allow": ", ".join(sorted(_methods_of(request)))}
    return problem(error.status_code, error.detail, headers=headers)


def _methods_of(request: Request) -> set[str]:
    """Collect the methods of all routes of this path: Starlette names the first one's alone."""
    return {
        method
        for route in iter_route_contexts(request.app.routes)
        if route.path and compile_path(route.path)[0].fullmatch(request.url.path)
        for method in route.methods or ()
    }


async def on_invalid(_: Request, error: Exception) -> Response:
    """Say which field is wrong and why; never repeat what was sent."""
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for it
    errors = [
        {"pointer": pointer(found["loc"][1:]), "detail": found["msg"]} for found in error.errors()
    ]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )


def pointer(parts: Sequence[object]) -> str:
    """Write a JSON pointer (RFC 6901)."""
    escaped = (str(part).replace("~", "~0").replace("/", "~1") for part in parts)
    return "".join(f"/{part}" for part in escaped)


async def on_outage(_: Request, error: Exception) -> Response:
    """Nothing happened; the same request may work in a moment."""
    log.warning("request met an outage", error=type(error).__name__)
    return problem(
        503, "Not possible at the moment", kind="/problems/outage", headers={"retry-after": "2"}
    )


async def on_bug(_: Request, error: Exception) -> Response:
    """Admit it, and tell the log alone what it was."""
    log.error("request failed", exc_info=error)
    return problem(500, "Something went wrong on our side")
