"""Paramètres, Apparence: logo, colour and background, seen before they are saved."""

from dataclasses import replace
from typing import Final

from chassis.hardening import CONTENT_POLICY, content_policy
from fastapi import APIRouter, Request, Response
from look.theme import BACKGROUNDS

from merchant_api.actors import Visitor
from merchant_api.branding import image_store
from merchant_api.branding.branding import Looks, read_accent, readability_of, save_looks
from merchant_api.branding.image_kinds import DEMANDS
from merchant_api.branding.looks_form import OWN, LooksForm, form_of, read_form
from merchant_api.branding.uploads import take_uploads
from merchant_api.carrier import account_store
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.readiness import missing_of
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter()

PATH: Final = "/parametres/apparence"
MAX_FORM_BYTES: Final = 32_000_000
"""More than may be kept: a photo that is too large gets a sentence, not a broken connection."""

_OPENED: Final = "portail"
_FOCUS: Final = {"remove-logo": "logo-file", "remove-picture": "picture-file"}
"""Where one goes on when the button that was pressed is gone."""


@router.get(PATH)
async def get_looks(request: Request, at: At, visitor: Owner) -> Response:
    """Show how the centre looks."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await _page(request, at, visitor, form_of(settings))


@router.post(PATH)
async def post_looks(request: Request, at: At, visitor: Owner) -> Response:
    """Save; or, for the other buttons, take uploads in and show what it would look like."""
    async with request.form(max_files=2, max_fields=20) as sent:
        settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
        form, errors = await take_uploads(at.gallery, visitor, sent, read_form(sent), now=at.now())
        act = sent.get("act", "")
    if act:
        form = _acted(form, str(act), settings)
        focus = _FOCUS.get(str(act), "")
        return await _page(request, at, visitor, form, errors=errors, is_draft=True, focus=focus)
    looks, faults = await _looks_of(at, visitor, form)
    errors |= faults
    if errors or looks is None:
        return await _page(request, at, visitor, form, errors=errors, is_draft=True, status=422)
    has_opened = await _save(at, visitor, looks)
    return see_other(PATH, _OPENED if has_opened else "saved-branding")


def _acted(form: LooksForm, act: str, settings: CentreSettings) -> LooksForm:
    """Press one of the buttons inside of the form."""
    if act == "remove-logo":
        return replace(form, logo="")
    if act == "remove-picture":
        background = settings.background if form.background == OWN else form.background
        return replace(form, picture="", background=background)
    return form


async def _looks_of(
    at: Workplace, visitor: Visitor, form: LooksForm
) -> tuple[Looks | None, dict[str, str]]:
    """Read the form whole, or say what is wrong with it."""
    words = words_of(visitor.language)
    merchant_id = visitor.merchant_id
    errors: dict[str, str] = {}
    accent = read_accent(form.accent)
    if accent is None:
        errors["accent"] = words("accent-invalid")
    picture = None
    if form.background == OWN:
        picture = await image_store.find_picture(at.pool, merchant_id, form.picture)
        if picture is None:
            errors["picture-file"] = words("picture-missing")
    if accent is None or errors:
        return None, errors
    settings = await centre_store.get_settings(at.pool, merchant_id)
    logo = await image_store.find_logo(at.pool, merchant_id, form.logo)
    background = settings.background if picture else form.background
    return Looks(accent, background, logo, picture), errors


async def _save(at: Workplace, visitor: Visitor, looks: Looks) -> bool:
    """Save, and tell whether that was the last thing that the centre waited for."""
    before = await centre_store.find_centre(at.pool, visitor.merchant_id)
    await change_centre(
        at.pool,
        visitor.merchant_id,
        lambda settings: save_looks(settings, looks),
        actor=visitor.actor,
        now=at.now(),
        act="centre.branding",
    )
    after = await centre_store.find_centre(at.pool, visitor.merchant_id)
    return bool(after and after.is_open and not (before and before.is_open))


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: LooksForm,
    *,
    errors: dict[str, str] | None = None,
    is_draft: bool = False,
    focus: str = "",
    status: int = 200,
) -> Response:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    accent = read_accent(form.accent)
    made = await console_page(
        request,
        at,
        visitor,
        "branding/apparence.html",
        status=status,
        form=form,
        own=OWN,
        backgrounds=tuple(BACKGROUNDS),
        demands=DEMANDS,
        readability=readability_of(accent) if accent else None,
        swatch=accent or settings.accent,
        is_draft=is_draft,
        focus=focus,
        errors=errors or {},
        has_opened=request.query_params.get("avis") == _OPENED,
        **await _standing(at, visitor, settings),
    )
    made.headers[CONTENT_POLICY] = content_policy(frame_src="'self'")
    return made


async def _standing(at: Workplace, visitor: Visitor, settings: CentreSettings) -> dict[str, object]:
    """Tell whether customers are let in, whether saving would let them in, and where."""
    centre = await centre_store.find_centre(at.pool, visitor.merchant_id)
    has_account = await account_store.find_account(at.pool, visitor.merchant_id) is not None
    missing = missing_of(settings, has_account=has_account)
    return {
        "is_open": centre is not None and centre.is_open,
        "opens": missing == ("branding",) and not settings.is_paused,
        "portal": f"{at.portal_url}/{settings.slug}/",
    }
