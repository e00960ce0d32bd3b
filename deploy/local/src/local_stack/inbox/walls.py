"""Who may speak to the inbox: this computer, and no page of another site open in its browser."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Mails hold secret links: a name that somebody points at this computer must not open them.
HOSTS = {"127.0.0.1", "localhost"}

PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Walls:
    """Refuses strangers, and adds to each answer what it does not say itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not _is_welcome(scope["method"], Headers(scope=scope)):
            await PlainTextResponse("", status_code=403)(scope, receive, send)
            return

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in PAGE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_dressed)


def _is_welcome(method: str, headers: Headers) -> bool:
    if urlsplit(f"//{headers.get('host', '')}").hostname not in HOSTS:
        return False
    return method in {"GET", "HEAD"} or _is_same_origin(headers)


def _is_same_origin(headers: Headers) -> bool:
    """Believe what only a browser sets; without it, it is no browser."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in {"same-origin", "none"}
    return origin is None or urlsplit(origin).netloc == headers.get("host")
