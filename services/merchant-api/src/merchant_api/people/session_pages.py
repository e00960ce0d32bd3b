"""Ouvrir une session, la fermer: the pages around a session."""

from typing import Annotated

from chassis.errors import Outage
from chassis.networks import network_of
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.console.doorstep import doorstep_page
from merchant_api.console.visiting import (
    SIGN_IN,
    renew_session,
    session_secret,
    take_session,
    way_on,
)
from merchant_api.console.words import read_language
from merchant_api.people.errors import SignInRefused, TooManyTries
from merchant_api.people.sign_in import Credentials, sign_in, sign_out
from merchant_api.workplace import At

router = APIRouter()

_NOTICES = {
    "expiree": "session-ended",
    "fermee": "session-closed",
    "mot-de-passe": "password-set",
}


@router.get("/connexion")
async def get_sign_in(lang: str = "", suite: str = "", avis: str = "") -> Response:
    """Ask who it is."""
    return _page(lang, suite, notice=_NOTICES.get(avis, ""))


@router.post("/connexion")
async def post_sign_in(
    request: Request,
    at: At,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
    suite: Annotated[str, Form()] = "",
) -> Response:
    """Open a session, or say kindly why not. A session from before is closed first."""
    try:
        secret = await sign_in(
            at.pool,
            at.sealing.passwords,
            Credentials(email, password, network_of(request, at.trusted_proxies)),
            language=read_language(lang),
            now=at.now(),
        )
    except SignInRefused:
        return _page(lang, suite, email=email, error="sign-in-refused", status=422)
    except TooManyTries as refusal:
        answer = _page(lang, suite, email=email, error="too-many-tries", status=429)
        answer.headers["retry-after"] = str(refusal.retry_after_s)
        return answer
    except Outage:
        return _page(lang, suite, email=email, error="sign-in-busy", status=503)
    response = RedirectResponse(way_on(suite), 303)
    await renew_session(request, response, at, secret)
    return response


@router.post("/session/fermer")
async def post_sign_out(request: Request, at: At) -> Response:
    """Close the session, here and on the server."""
    secret = session_secret(request, at)
    if secret:
        await sign_out(at.pool, secret)
    response = RedirectResponse(f"{SIGN_IN}?avis=fermee", 303)
    take_session(response, at)
    return response


def _page(
    lang: str,
    suite: str,
    *,
    email: str = "",
    error: str = "",
    notice: str = "",
    status: int = 200,
) -> Response:
    return doorstep_page(
        "people/connexion.html",
        read_language(lang) or "fr",
        SIGN_IN,
        kept={"suite": suite},
        status=status,
        lang=read_language(lang) or "",
        suite=suite,
        email=email,
        error=error,
        notice=notice,
    )
