"""What people see when a page cannot be given: the same statuses as programs get, in words."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import quote, urlencode

from chassis.words import Language
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.console.rendering import page
from merchant_api.console.visiting import NotSignedIn, OwnersOnly, on_not_signed_in
from merchant_api.console.words import read_language

Explain = Callable[[Request, Exception], Awaitable[Response]]

_FOR_PROGRAMS: Final = ("/api/", "/livez", "/readyz", "/look/")
_TOLD: Final = {
    404: "error-not-found",
    405: "error-not-found",
    413: "error-too-large",
    422: "error-invalid",
    503: "error-outage",
}
_KEPT: Final = ("retry-after", "allow")


def explain_errors(app: FastAPI) -> None:
    """Wrap what `app` answers to errors so far: people get a page instead of a problem.

    To be called when everything else is registered.
    """
    for kind, explain in list(app.exception_handlers.items()):
        app.add_exception_handler(kind, _for_people(explain))  # type: ignore[arg-type]  # all are async
    app.add_exception_handler(NotSignedIn, on_not_signed_in)
    app.add_exception_handler(OwnersOnly, _on_owners_only)


def _for_people(explain: Explain) -> Explain:
    async def tell(request: Request, error: Exception) -> Response:
        answer = await explain(request, error)
        if request.url.path.startswith(_FOR_PROGRAMS):
            return answer
        told = _TOLD.get(answer.status_code, "error-bug")
        made = _explained(request, answer.status_code, told)
        for name in _KEPT:
            if name in answer.headers:
                made.headers[name] = answer.headers[name]
        return made

    return tell


async def _on_owners_only(request: Request, _: Exception) -> Response:
    return _explained(request, 403, "error-owners-only")


def _explained(request: Request, status: int, told: str) -> Response:
    """Say what is the matter; a page that was only asked for can be had in the other language."""
    language = _language(request)
    other = urlencode({"lang": "en" if language == "fr" else "fr"})
    other_url = f"{_own_path(request)}?{other}" if request.method == "GET" else ""
    return page("console/erreur.html", language, status=status, told=told, other_url=other_url)


def _own_path(request: Request) -> str:
    """Write the path so that it leads nowhere else: `//elsewhere.example` would name a host."""
    return "/" + quote(request.url.path.lstrip("/\\"), safe="/%")


def _language(request: Request) -> Language:
    """Take the language asked for, the visitor's if they are known, or what the browser reads."""
    asked = read_language(request.query_params.get("lang"))
    known: str | None = getattr(request.state, "language", None)
    wanted = request.headers.get("accept-language", "")[:2]
    return asked or read_language(known) or read_language(wanted) or "fr"
