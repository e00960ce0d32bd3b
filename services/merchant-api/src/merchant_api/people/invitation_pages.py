"""Invitation: what somebody sees who was invited by mail."""

from typing import Annotated

from chassis.errors import Outage
from chassis.words import Language
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.centre import centre_store
from merchant_api.centre.typed import Fault
from merchant_api.console.doorstep import doorstep_page, language_for
from merchant_api.console.visiting import SIGN_IN, renew_session
from merchant_api.console.words import words_of
from merchant_api.people.accept_invitation import accept_invitation, find_invitation
from merchant_api.people.errors import EmailTaken, LinkDead
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.links import INVITATION
from merchant_api.people.typed_person import LEAST_PASSWORD, fault_of_password
from merchant_api.workplace import At, Workplace

router = APIRouter()


@router.get("/invitation/{secret}")
async def get_invitation(request: Request, at: At, secret: str, lang: str = "") -> Response:
    """Ask for a password, if the link works."""
    try:
        invitation = await find_invitation(at.pool, secret, now=at.now())
    except (LinkDead, EmailTaken) as refusal:
        return _refused(refusal, language_for(request, lang), secret)
    return await _choose(at, invitation, language_for(request, lang or invitation.language), secret)


@router.post("/invitation/{secret}")
async def post_invitation(
    request: Request,
    at: At,
    secret: str,
    password: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
) -> Response:
    """Come in."""
    language = language_for(request, lang)
    try:
        invitation = await find_invitation(at.pool, secret, now=at.now())
        fault = fault_of_password(password, invitation.email)
        if fault:
            return await _choose(at, invitation, language, secret, fault, status=422)
        session = await accept_invitation(
            at.pool, at.sealing.passwords, secret, password, language=language, now=at.now()
        )
    except (LinkDead, EmailTaken) as refusal:
        return _refused(refusal, language, secret)
    except Outage:
        return await _choose(at, invitation, language, secret, Fault("password-busy"), status=503)
    response = RedirectResponse("/", 303)
    await renew_session(request, response, at, session)
    return response


async def _choose(
    at: Workplace,
    invitation: Invitation,
    language: Language,
    secret: str,
    fault: Fault | None = None,
    *,
    status: int = 200,
) -> Response:
    words = words_of(language)
    settings = await centre_store.get_settings(at.pool, invitation.merchant_id)
    return doorstep_page(
        "people/invitation.html",
        language,
        f"{INVITATION}{secret}",
        status=status,
        invitation=invitation,
        store_name=settings.store_name,
        errors={"password": words(fault.word, **fault.values)} if fault else {},
        lang=language,
        least=LEAST_PASSWORD,
    )


def _refused(refusal: LinkDead | EmailTaken, language: Language, secret: str) -> Response:
    """Say kindly that nothing comes of it; never which other store knows the e-mail."""
    is_dead = isinstance(refusal, LinkDead)
    return doorstep_page(
        "people/lien-mort.html",
        language,
        f"{INVITATION}{secret}",
        status=404 if is_dead else 409,
        hint="dead-invitation" if is_dead else "taken-invitation",
        way=SIGN_IN,
        way_word="to-sign-in",
    )
