"""Who visits: the session cookie, and what becomes of those who have none."""

from dataclasses import replace
from typing import Annotated, Final
from urllib.parse import quote

from chassis.errors import Refusal
from fastapi import Depends, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.console.words import read_language
from merchant_api.people import user_store
from merchant_api.people.sign_in import LIFETIME, find_visitor, sign_out
from merchant_api.workplace import At, Workplace

SIGN_IN: Final = "/connexion"
_HOME: Final = "/"
_DOORS: Final = (SIGN_IN, "/session/", "/api/")


class NotSignedIn(Exception):
    """The page is for people who have a session, and there is none, or none any more."""


class OwnersOnly(Refusal):
    """The page is for owners, and an agent asked for it."""


async def _visitor(request: Request, at: At) -> Visitor:
    """Find the visitor, and heed their choice of another language."""
    secret = session_secret(request, at)
    # A page that looks for news by itself asks; what is sent was done by somebody.
    is_a_visit = request.method != "GET" or "hx-request" not in request.headers
    visitor = secret and await find_visitor(at.pool, secret, is_a_visit=is_a_visit, now=at.now())
    if not visitor:
        raise NotSignedIn
    language = read_language(request.query_params.get("lang"))
    if language is not None and language != visitor.language:
        await user_store.change_language(at.pool, visitor.user_id, language)
        visitor = replace(visitor, language=language)
    request.state.language = visitor.language
    return visitor


Guest = Annotated[Visitor, Depends(_visitor)]
"""Anybody who is signed in."""


async def _owner(visitor: Guest) -> Visitor:
    if visitor.role != "owner":
        raise OwnersOnly
    return visitor


Owner = Annotated[Visitor, Depends(_owner)]
"""Somebody who may change settings. Pages that only show them are for owners too."""


def session_secret(request: Request, at: Workplace) -> str | None:
    """Read the secret from the cookie."""
    return request.cookies.get(_cookie_name(at))


def give_session(response: Response, at: Workplace, secret: str) -> None:
    """Put the secret where only our own pages send it back."""
    response.set_cookie(
        _cookie_name(at),
        secret,
        max_age=int(LIFETIME.total_seconds()),
        path="/",
        secure=at.is_https,
        httponly=True,
        samesite="lax",
    )


async def renew_session(request: Request, response: Response, at: Workplace, secret: str) -> None:
    """Put the secret in the place of one from before, whose session ends."""
    before = session_secret(request, at)
    if before:
        await sign_out(at.pool, before)
    give_session(response, at, secret)


def take_session(response: Response, at: Workplace) -> None:
    """Have the browser forget the secret."""
    response.delete_cookie(
        _cookie_name(at), path="/", secure=at.is_https, httponly=True, samesite="lax"
    )


async def on_not_signed_in(request: Request, _: Exception) -> Response:
    """Show the way in; a page that asked by script goes there as a whole."""
    if "hx-request" in request.headers:
        return Response(headers={"hx-redirect": f"{SIGN_IN}?avis=expiree"})
    if "text/event-stream" in request.headers.get("accept", ""):
        return Response(status_code=204)  # by which a browser knows not to ask again
    if request.method != "GET":
        return RedirectResponse(f"{SIGN_IN}?avis=expiree", 303)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    suffix = "" if asked == _HOME else f"?suite={quote(asked, safe='')}"
    return RedirectResponse(SIGN_IN + suffix, 303)


def way_on(asked: str) -> str:
    """Return where to go after signing in: a page of ours that was asked for, or home."""
    is_path = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked
    is_ours = is_path and not asked.startswith(_DOORS)
    return asked if is_ours and asked.isascii() and asked.isprintable() else _HOME


def _cookie_name(at: Workplace) -> str:
    """Name the cookie so that, over HTTPS, no other host and no script can have set it."""
    return "__Host-renvoi" if at.is_https else "renvoi"
