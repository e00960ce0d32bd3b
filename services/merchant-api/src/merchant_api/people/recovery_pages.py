"""Mot de passe oublié: ask for a link, and set another password with it."""

from typing import Annotated

from chassis.errors import Outage
from chassis.networks import network_of
from chassis.words import Language
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.centre.typed import Fault
from merchant_api.console.doorstep import doorstep_page, language_for
from merchant_api.console.visiting import SIGN_IN, take_session
from merchant_api.console.words import words_of
from merchant_api.people.errors import LinkDead, TooManyTries
from merchant_api.people.links import FORGOTTEN, RESET
from merchant_api.people.recover_password import ask_recovery, find_by_link, reset_password
from merchant_api.people.typed_person import LEAST_PASSWORD, fault_of_password, read_email
from merchant_api.workplace import At

router = APIRouter()


@router.get(FORGOTTEN)
async def get_forgotten(request: Request, lang: str = "") -> Response:
    """Ask for the e-mail."""
    return _ask(language_for(request, lang), "")


@router.post(FORGOTTEN)
async def post_forgotten(
    request: Request,
    at: At,
    email: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
) -> Response:
    """Promise a mail if the e-mail is known. Known or not, the same is done and said."""
    language = language_for(request, lang)
    address = read_email(email)
    if address is None:
        return _ask(language, email, Fault("email-malformed"), status=422)
    network = network_of(request, at.trusted_proxies)
    try:
        await ask_recovery(at.pool, address, network, now=at.now())
    except TooManyTries as refusal:
        answer = _ask(language, email, Fault("recovery-too-often"), status=429)
        answer.headers["retry-after"] = str(refusal.retry_after_s)
        return answer
    return doorstep_page("people/oublie-envoye.html", language, FORGOTTEN, email=address)


@router.get("/mot-de-passe/{secret}")
async def get_reset(request: Request, at: At, secret: str, lang: str = "") -> Response:
    """Ask for the new password, if the link works."""
    try:
        user = await find_by_link(at.pool, secret, now=at.now())
    except LinkDead:
        return _dead(language_for(request, lang), secret)
    return _choose(language_for(request, lang or user.language), secret, user.email)


@router.post("/mot-de-passe/{secret}")
async def post_reset(
    request: Request,
    at: At,
    secret: str,
    password: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
) -> Response:
    """Set it, and lead to the way in. All sessions have ended, also one of this browser's."""
    language = language_for(request, lang)
    try:
        user = await find_by_link(at.pool, secret, now=at.now())
        fault = fault_of_password(password, user.email)
        if fault:
            return _choose(language, secret, user.email, fault, status=422)
        await reset_password(
            at.pool, at.sealing.passwords, at.letters, secret, password, now=at.now()
        )
    except LinkDead:
        return _dead(language, secret)
    except Outage:
        busy = Fault("password-busy")
        return _choose(language, secret, user.email, busy, status=503)
    response = RedirectResponse(f"{SIGN_IN}?avis=mot-de-passe&lang={language}", 303)
    take_session(response, at)
    return response


def _ask(
    language: Language, typed: str, fault: Fault | None = None, *, status: int = 200
) -> Response:
    errors = {"email": words_of(language)(fault.word, **fault.values)} if fault else {}
    return doorstep_page(
        "people/oublie.html",
        language,
        FORGOTTEN,
        status=status,
        email=typed,
        errors=errors,
        lang=language,
    )


def _choose(
    language: Language, secret: str, email: str, fault: Fault | None = None, *, status: int = 200
) -> Response:
    errors = {"password": words_of(language)(fault.word, **fault.values)} if fault else {}
    return doorstep_page(
        "people/nouveau-mot-de-passe.html",
        language,
        f"{RESET}{secret}",
        status=status,
        email=email,
        errors=errors,
        lang=language,
        least=LEAST_PASSWORD,
    )


def _dead(language: Language, secret: str) -> Response:
    return doorstep_page(
        "people/lien-mort.html",
        language,
        f"{RESET}{secret}",
        status=404,
        hint="dead-reset",
        way=FORGOTTEN,
        way_word="ask-another-link",
    )
