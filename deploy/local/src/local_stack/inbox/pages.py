"""The inbox for people: the list, and one message as its reader, or its sender, sees it."""

from datetime import datetime

import look
from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from local_stack.inbox.mail import Mail, Piece, shown_html
from local_stack.inbox.mailbox import Mailbox
from local_stack.inbox.words import Language, catalogue

# A message is somebody else's page: it may show pictures and open links beside itself, no more.
MESSAGE_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
    "img-src 'self' data: http: https:; style-src 'unsafe-inline'; frame-ancestors 'self'"
)
MESSAGE_HEADERS = {"Content-Security-Policy": MESSAGE_POLICY, "Referrer-Policy": "no-referrer"}

# A browser may show these; anything else is downloaded.
SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"}


def page_routes(mailbox: Mailbox) -> list[Route]:
    """List the routes for a browser."""

    async def index(request: Request) -> Response:
        return _page(request, "index.html", mails=mailbox.list())

    async def mails(request: Request) -> Response:
        return _page(request, "list.html", mails=mailbox.list())

    async def message(request: Request) -> Response:
        mail = _find(request)
        if mail is None:
            return _page(request, "index.html", mails=mailbox.list(), gone=True, status=404)
        view = request.query_params.get("view", "html" if mail.html else "text")
        source = mailbox.source(mail.id).decode("utf-8", "replace") if view == "source" else ""
        return _page(
            request, "message.html", mails=mailbox.list(), mail=mail, view=view, source=source
        )

    async def formatted(request: Request) -> Response:
        mail = _find(request)
        if mail is None:
            return PlainTextResponse("", status_code=404)
        shown = shown_html(mail, lambda piece: f"/messages/{mail.id}/pieces/{piece.number}")
        return HTMLResponse(shown, headers=MESSAGE_HEADERS)

    async def piece(request: Request) -> Response:
        mail = _find(request)
        number = request.path_params["number"]
        found = [piece for piece in mail.pieces if piece.number == number] if mail else []
        return _download(found[0]) if found else PlainTextResponse("", status_code=404)

    async def forget(_: Request) -> Response:
        mailbox.empty()
        return RedirectResponse("/", status_code=303)

    def _find(request: Request) -> Mail | None:
        return mailbox.find(request.path_params["id"])

    return [
        Route("/", index),
        Route("/mails", mails),
        Route("/messages/{id}", message),
        Route("/messages/{id}/html", formatted),
        Route("/messages/{id}/pieces/{number:int}", piece),
        Route("/forget", forget, methods=["POST"]),
    ]


def _page(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    asked = request.query_params.get("lang") or request.cookies.get("lang")
    language: Language = "en" if asked == "en" else "fr"
    text = TEMPLATES.get_template(template).render(
        say=catalogue(language),
        lang=language,
        other="fr" if language == "en" else "en",
        other_name="Français" if language == "en" else "English",
        **values,
    )
    response = HTMLResponse(text, status_code=status)
    if "lang" in request.query_params:
        response.set_cookie("lang", language, samesite="lax", httponly=True)
    return response


def _download(piece: Piece) -> Response:
    shown = piece.media_type in SHOWN
    name = piece.name.encode("ascii", "replace").decode().replace('"', "'")
    kind = "inline" if shown else "attachment"
    return Response(
        piece.content,
        media_type=piece.media_type if shown else "application/octet-stream",
        headers={
            "Content-Disposition": f'{kind}; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


def _moment(iso: str) -> str:
    """Write a moment in this computer's time, day first as in an ISO date."""
    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return iso


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1000))}\u00a0kB"


TEMPLATES = Environment(
    loader=PackageLoader("local_stack.inbox"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.globals["look"] = look.url
TEMPLATES.globals["htmx_config"] = look.HTMX_CONFIG
TEMPLATES.filters["moment"] = _moment
TEMPLATES.filters["size"] = _size
