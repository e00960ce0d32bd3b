"""Installation: the page behind the link with which a merchant is set up."""

from typing import Annotated

from chassis.errors import Outage
from chassis.words import Language
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.centre.provinces import PROVINCES
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.console.doorstep import doorstep_page, language_for
from merchant_api.console.visiting import SIGN_IN, renew_session
from merchant_api.console.words import read_language, words_of
from merchant_api.enrolment.errors import SlugTaken
from merchant_api.enrolment.set_up_form import (
    SetUpForm,
    faults_of_set_up,
    propose_slug,
    set_up_of,
)
from merchant_api.enrolment.set_up_merchant import check_link, set_up_by_link
from merchant_api.people.errors import EmailTaken, LinkDead
from merchant_api.people.links import SET_UP
from merchant_api.people.typed_person import LEAST_PASSWORD
from merchant_api.workplace import At, Workplace

router = APIRouter()


class SentForm(SetUpForm):
    """The form with the button that was pressed: `read_in` asks for the page in that language."""

    read_in: str = ""


@router.get("/installation/{secret}")
async def get_set_up(request: Request, at: At, secret: str, lang: str = "") -> Response:
    """Ask who moves in, if the link works."""
    language = language_for(request, lang)
    try:
        await check_link(at.pool, secret, now=at.now())
    except LinkDead:
        return _dead(language, secret)
    return _form(at, SetUpForm(language=language), language, secret)


@router.post("/installation/{secret}")
async def post_set_up(
    request: Request, at: At, secret: str, typed: Annotated[SentForm, Form()]
) -> Response:
    """Move in: merchant, centre and owner are made, and the owner is signed in."""
    asked = read_language(typed.read_in)
    language = asked or language_for(request, typed.language)
    try:
        await check_link(at.pool, secret, now=at.now())
        if asked is not None:
            return _form(at, typed.model_copy(update={"language": asked}), language, secret)
        faults = faults_of_set_up(typed)
        if faults:
            return _form(at, typed, language, secret, faults)
        moved_in = await set_up_by_link(
            at.pool, at.sealing.passwords, secret, set_up_of(typed), now=at.now()
        )
    except LinkDead:
        return _dead(language, secret)
    except (SlugTaken, EmailTaken, Outage) as refusal:
        status = 503 if isinstance(refusal, Outage) else 422
        return _form(at, typed, language, secret, _faults_of(refusal, typed), status=status)
    response = RedirectResponse("/", 303)
    await renew_session(request, response, at, moved_in.session)
    return response


def _faults_of(refusal: SlugTaken | EmailTaken | Outage, typed: SetUpForm) -> Faults:
    match refusal:
        case SlugTaken():
            slug = set_up_of(typed).settings.slug
            return {"slug": Fault("setup-slug-taken", {"slug": slug})}
        case EmailTaken():
            return {"email": Fault("setup-email-taken")}
        case _:
            return {"password": Fault("password-busy")}


def _form(
    at: Workplace,
    form: SetUpForm,
    language: Language,
    secret: str,
    faults: Faults | None = None,
    *,
    status: int = 422,
) -> Response:
    return doorstep_page(
        "enrolment/installation.html",
        language,
        f"{SET_UP}{secret}",
        status=status if faults else 200,
        form=form,
        secret=secret,
        provinces=PROVINCES,
        portal=at.portal_url.partition("://")[2],
        least=LEAST_PASSWORD,
        proposed=propose_slug(form.store_name),
        errors=told(faults or {}, words_of(language)),
    )


def _dead(language: Language, secret: str) -> Response:
    return doorstep_page(
        "people/lien-mort.html",
        language,
        f"{SET_UP}{secret}",
        status=404,
        hint="dead-setup",
        way=SIGN_IN,
        way_word="to-sign-in",
    )
