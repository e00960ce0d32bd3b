"""Colis: the parcels that the store usually sends. Listed, added, edited, removed; the default."""

from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import ParcelPreset
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.centre.change_parcels import (
    MOST_PRESETS,
    add_preset,
    choose_default_preset,
    edit_preset,
    remove_preset,
    require_preset,
)
from merchant_api.centre.errors import DefaultNeeded, PresetNameTaken, TooManyPresets
from merchant_api.centre.parcel_view import preset_view
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.centre.typed_parcel import (
    MOST_KILOGRAMS,
    MOST_SIDE_CM,
    ParcelForm,
    faults_of,
    preset_of,
)
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/colis")

LIST: Final = "/parametres/colis"

Typed = Annotated[ParcelForm, Form()]


@router.get("")
async def get_presets(request: Request, at: At, visitor: Owner) -> Response:
    """List them, the default first."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    presets = [preset_view(it, settings, words) for it in settings.parcels]
    presets.sort(key=lambda it: not it.is_default)
    return await console_page(request, at, visitor, "centre/colis.html", presets=presets, errors={})


@router.get("/nouveau")
async def get_new_preset(request: Request, at: At, visitor: Owner) -> Response:
    """Ask for a parcel."""
    return await _form(request, at, visitor, ParcelForm())


@router.post("/nouveau")
async def post_new_preset(request: Request, at: At, visitor: Owner, typed: Typed) -> Response:
    """Add it."""
    preset_id = new_id()
    faults = faults_of(typed) or await _saved(
        at, visitor, lambda settings: add_preset(settings, preset_of(typed, preset_id))
    )
    if faults:
        return await _form(request, at, visitor, typed, faults=faults)
    return see_other(LIST, "parcel-saved")


@router.get("/{preset_id}")
async def get_preset(request: Request, at: At, visitor: Owner, preset_id: UUID) -> Response:
    """Show one to be edited."""
    known = await _known(at, visitor, preset_id)
    form = ParcelForm.of(known, words_of(visitor.language))
    return await _form(request, at, visitor, form, preset_id)


@router.post("/{preset_id}")
async def post_preset(
    request: Request, at: At, visitor: Owner, preset_id: UUID, typed: Typed
) -> Response:
    """Change it."""
    await _known(at, visitor, preset_id)
    faults = faults_of(typed) or await _saved(
        at, visitor, lambda settings: edit_preset(settings, preset_of(typed, preset_id))
    )
    if faults:
        return await _form(request, at, visitor, typed, preset_id, faults=faults)
    return see_other(LIST, "parcel-saved")


@router.post("/{preset_id}/defaut")
async def post_default(at: At, visitor: Owner, preset_id: UUID) -> Response:
    """Make it the default."""
    await _change(at, visitor, lambda settings: choose_default_preset(settings, preset_id))
    return see_other(LIST, "parcel-default")


@router.get("/{preset_id}/retirer")
async def get_removal(request: Request, at: At, visitor: Owner, preset_id: UUID) -> Response:
    """Say what removing it means, and ask which is to be the default."""
    return await _removal(request, at, visitor, preset_id)


@router.post("/{preset_id}/retirer")
async def post_removal(
    request: Request,
    at: At,
    visitor: Owner,
    preset_id: UUID,
    successor: Annotated[UUID | None, Form()] = None,
) -> Response:
    """Remove it."""
    try:
        await _change(at, visitor, lambda settings: remove_preset(settings, preset_id, successor))
    except DefaultNeeded:
        return await _removal(request, at, visitor, preset_id, is_missing=True)
    return see_other(LIST, "parcel-removed")


async def _saved(at: Workplace, visitor: Visitor, change: Change) -> Faults:
    """Save, or find fault with what only the other parcels show."""
    try:
        await _change(at, visitor, change)
    except PresetNameTaken:
        return {"name": Fault("parcel-name-taken")}
    except TooManyPresets:
        return {"name": Fault("parcels-too-many", {"most": MOST_PRESETS})}
    return {}


async def _change(at: Workplace, visitor: Visitor, change: Change) -> None:
    await change_centre(
        at.pool,
        visitor.merchant_id,
        change,
        actor=visitor.actor,
        now=at.now(),
        act="centre.parcels",
    )


async def _known(at: Workplace, visitor: Visitor, preset_id: UUID) -> ParcelPreset:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return require_preset(settings, preset_id)


async def _form(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: ParcelForm,
    preset_id: UUID | None = None,
    *,
    faults: Faults | None = None,
) -> Response:
    return await console_page(
        request,
        at,
        visitor,
        "centre/un-colis.html",
        status=422 if faults else 200,
        form=form,
        preset_id=preset_id,
        limits={"kilograms": MOST_KILOGRAMS, "side": MOST_SIDE_CM},
        errors=told(faults or {}, words_of(visitor.language)),
    )


async def _removal(
    request: Request, at: Workplace, visitor: Visitor, preset_id: UUID, *, is_missing: bool = False
) -> Response:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    known = preset_view(require_preset(settings, preset_id), settings, words)
    others = [
        preset_view(it, settings, words) for it in settings.parcels if it.preset_id != preset_id
    ]
    errors = {f"successor-{others[0].id}": words("parcel-successor-missing")} if is_missing else {}
    return await console_page(
        request,
        at,
        visitor,
        "centre/colis-retirer.html",
        status=422 if errors else 200,
        preset=known,
        others=others,
        errors=errors,
    )
