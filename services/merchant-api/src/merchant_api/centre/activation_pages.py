"""Activation: whether the portal takes requests, and what customers read when it does not."""

from typing import Annotated, Final

from chassis.words import Words
from contracts.values import Words as Said
from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel

from merchant_api.actors import Visitor
from merchant_api.centre.change_activation import pause, resume
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.centre.read_centre import StandingCentre, read_centre
from merchant_api.centre.steps import path_of
from merchant_api.centre.typed import Fault, Faults, paragraphs, told, too_long
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/activation")

HERE: Final = "/parametres/activation"
MOST_WORDS: Final = 2000


class PauseForm(BaseModel):
    """What customers are to read, as it was typed."""

    paused_fr: str = ""
    paused_en: str = ""


@router.get("")
async def get_activation(request: Request, at: At, visitor: Owner) -> Response:
    """Tell where the centre stands, and what can be done about it."""
    centre = await read_centre(at.pool, visitor.merchant_id)
    return await _page(request, at, visitor, centre, _form_of(centre), {})


@router.post("/pause")
async def post_pause(
    request: Request, at: At, visitor: Owner, typed: Annotated[PauseForm, Form()]
) -> Response:
    """Close for new requests, or change what is read meanwhile."""
    faults = _faults_of(typed)
    centre = await read_centre(at.pool, visitor.merchant_id)
    if faults:
        return await _page(request, at, visitor, centre, typed, faults)
    said = Said(fr=paragraphs(typed.paused_fr), en=paragraphs(typed.paused_en))
    await _change(at, visitor, lambda settings: pause(settings, said))
    return see_other(HERE, "pause-words" if centre.settings.is_paused else "centre-paused")


@router.post("/reprise")
async def post_resumption(at: At, visitor: Owner) -> Response:
    """Open again."""
    await _change(at, visitor, resume)
    return see_other(HERE, "centre-resumed")


async def _change(at: Workplace, visitor: Visitor, change: Change) -> None:
    await change_centre(
        at.pool,
        visitor.merchant_id,
        change,
        actor=visitor.actor,
        now=at.now(),
        act="centre.activation",
    )


def _form_of(centre: StandingCentre) -> PauseForm:
    """Offer the words of last time, or good ones to begin with."""
    said = centre.settings.paused
    if said is None:
        return PauseForm(paused_fr=_offered(words_of("fr")), paused_en=_offered(words_of("en")))
    return PauseForm(paused_fr=said.fr, paused_en=said.en)


def _offered(words: Words) -> str:
    return words("pause-offered")


def _faults_of(form: PauseForm) -> Faults:
    found: Faults = {}
    for language, typed in (("fr", form.paused_fr), ("en", form.paused_en)):
        text = paragraphs(typed)
        if not text:
            found[f"paused_{language}"] = Fault(f"paused-{language}-missing")
        elif fault := too_long(text, MOST_WORDS, f"paused-{language}-long"):
            found[f"paused_{language}"] = fault
    return found


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    centre: StandingCentre,
    form: PauseForm,
    faults: Faults,
) -> Response:
    return await console_page(
        request,
        at,
        visitor,
        "centre/activation.html",
        status=422 if faults else 200,
        standing=centre.standing,
        is_paused=centre.settings.is_paused,
        missing=[(step, path_of(step)) for step in centre.missing],
        portal_address=centre.address_on(at.portal_url),
        form=form,
        errors=told(faults, words_of(visitor.language)),
    )
