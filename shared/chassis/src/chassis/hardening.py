"""What stands in front of every HTTP edge: headers, one origin, bounded bodies, no bare failure."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.problems import problem
from chassis.trace import continue_trace

MAX_BODY_BYTES = 256 * 1024
CONTENT_POLICY = "content-security-policy"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_SOURCES: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def content_policy(**changed: str) -> str:
    """Write the policy of a page; `frame_src="'self'"` changes or adds one directive of it."""
    sources = {**_SOURCES, **{name.replace("_", "-"): it for name, it in changed.items()}}
    return "; ".join(f"{name} {it}" for name, it in sources.items())


_HEADERS: Mapping[str, str] = {
    CONTENT_POLICY: content_policy(),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    # Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


UPLOADED: Mapping[str, str] = MappingProxyType(
    {
        # Whatever it may turn out to be, it runs nothing and reaches nothing.
        CONTENT_POLICY: "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "content-disposition": "inline",
        "x-content-type-options": "nosniff",
    }
)
"""The headers of a file that somebody uploaded."""


class Guard:
    """ASGI around an app: two `BaseHTTPMiddleware` would more than halve the throughput.

    `roomy` names the paths, with all below them, whose requests may be larger than the others.
    """

    def __init__(self, app: ASGIApp, public_url: str, roomy: Mapping[str, int]) -> None:
        self._app = app
        self._roomy = roomy
        self._own = urlsplit(public_url).netloc
        self._https = public_url.startswith("https://")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        continue_trace(headers.get("traceparent"))
        is_head = scope["method"] == "HEAD"
        has_begun = False

        async def send_hardened(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                self._add_headers(MutableHeaders(scope=message))
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        room = self._room_of(scope["path"])
        refusal = self._refuse(scope["method"], headers, room)
        if refusal is not None:
            await refusal(scope, receive, send_hardened)
            return
        # FastAPI's routes know no HEAD, which every GET has to answer.
        asked = {**scope, "method": "GET"} if is_head else scope
        try:
            await self._app(asked, _bounded(receive, room), send_hardened)
        except ClientDisconnect:
            return  # in the middle of its own request: nobody is there to answer
        except Exception as error:  # Starlette's own catcher is outside of us: no headers there
            if has_begun:
                raise  # the server cuts the connection, or half an answer would look whole
            answer = await scope["app"].exception_handlers[Exception](Request(scope), error)
            await answer(scope, receive, send_hardened)

    def _room_of(self, path: str) -> int:
        """Return how many bytes a request to `path` may have."""
        roomy = (
            size for at, size in self._roomy.items() if path == at or path.startswith(f"{at}/")
        )
        return max(roomy, default=MAX_BODY_BYTES)

    def _refuse(self, method: str, headers: Headers, room: int) -> Response | None:
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdecimal()):
            return problem(400, "The length of the request is no number")
        if int(length) > room:
            return problem(413, "The request is too large")
        if method in _SAFE or _is_of_a_program(headers) or self._is_same_origin(headers):
            return None
        return problem(403, "The request comes from another site", kind="/problems/cross-origin")

    def _is_same_origin(self, headers: Headers) -> bool:
        """Trust the browser's own word; programs that send neither header carry no cookies.

        The rule of Go 1.25's `http.CrossOriginProtection`.
        """
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            host = urlsplit(origin).netloc
        except ValueError:
            return False
        return bool(host) and host in (self._own, headers.get("host"))

    def _add_headers(self, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if self._https:
            headers.setdefault("strict-transport-security", "max-age=31536000")


def _is_of_a_program(headers: Headers) -> bool:
    """Tell whether the request carries a key of its own.

    Basic credentials are none: a browser adds those by itself, to other sites' requests as well.
    """
    return headers.get("authorization", "").lower().startswith("bearer ")


def _bounded(receive: Receive, room: int) -> Receive:
    """Cut a body off that is longer than it said, or may be."""
    seen = 0

    async def receive_bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > room:
            raise HTTPException(413, "The request is too large")
        return message

    return receive_bounded
