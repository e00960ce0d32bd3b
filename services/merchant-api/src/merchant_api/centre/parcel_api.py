"""Settings, usual parcels: added, edited, removed, and which is the default."""

from typing import Final
from uuid import UUID

from chassis.ids import new_id
from fastapi import APIRouter, Response

from merchant_api.actors import Program
from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.centre_shapes import Chosen, PresetIn, PresetOut
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.centre.change_parcels import (
    add_preset,
    choose_default_preset,
    edit_preset,
    remove_preset,
    require_preset,
)
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/centre", tags=["settings"])

_NOT_FOUND: Final = documented("There is no such parcel", "/problems/parcel-not-found", 404)
_TAKEN: Final = documented(
    "Another parcel has this name (or `too-many-parcels`, `parcel-too-large`)",
    "/problems/name-taken",
    409,
    detail="People choose parcels by their names.",
)
_DEFAULT_NEEDED: Final = documented(
    "The default needs a successor",
    "/problems/default-needed",
    409,
    detail="Name in `successor_id` which one becomes the default.",
)


@router.post("/parcels", status_code=201, summary="Add a usual parcel", responses={409: _TAKEN})
async def post_preset(
    caller: SettingsWriter, at: At, told: PresetIn, response: Response
) -> PresetOut:
    """Add a parcel; the first is the default. One that is there already is not added twice.

    Canada Post takes 30 kg, 200 cm a side, and 300 cm of length and girth.
    """
    preset = told.preset(new_id())
    settings = await _change(at, caller, lambda known: add_preset(known, preset))
    kept = next(it for it in settings.parcels if it.name == preset.name)
    response.headers["location"] = f"/api/v1/centre/parcels/{kept.preset_id}"
    return PresetOut.of(kept, settings)


@router.get("/parcels/{preset_id}", summary="Read a usual parcel", responses={404: _NOT_FOUND})
async def get_preset(caller: SettingsReader, at: At, preset_id: UUID) -> PresetOut:
    """Return one of the parcels. All of them are in the centre."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    return PresetOut.of(require_preset(settings, preset_id), settings)


@router.put(
    "/parcels/{preset_id}",
    summary="Change a usual parcel",
    responses={404: _NOT_FOUND, 409: _TAKEN},
)
async def put_preset(caller: SettingsWriter, at: At, preset_id: UUID, told: PresetIn) -> PresetOut:
    """Change it. Prices and labels that were asked for already stay as they are."""
    preset = told.preset(preset_id)
    settings = await _change(at, caller, lambda known: edit_preset(known, preset))
    return PresetOut.of(require_preset(settings, preset_id), settings)


@router.delete(
    "/parcels/{preset_id}",
    status_code=204,
    summary="Remove a usual parcel",
    responses={404: _NOT_FOUND, 409: _DEFAULT_NEEDED},
)
async def delete_preset(
    caller: SettingsWriter, at: At, preset_id: UUID, successor_id: UUID | None = None
) -> None:
    """Remove it. `successor_id` becomes the default, if this one was."""
    await _change(at, caller, lambda known: remove_preset(known, preset_id, successor_id))


@router.put("/default-parcel", summary="Choose the default parcel", responses={404: _NOT_FOUND})
async def put_default_preset(caller: SettingsWriter, at: At, told: Chosen) -> PresetOut:
    """Make one of the parcels the one that counts where a shipment does not say."""
    settings = await _change(at, caller, lambda known: choose_default_preset(known, told.id))
    return PresetOut.of(require_preset(settings, told.id), settings)


async def _change(at: Workplace, caller: Program, change: Change) -> CentreSettings:
    return await change_centre(
        at.pool,
        caller.merchant_id,
        change,
        actor=caller.actor,
        now=at.now(),
        act="centre.parcels",
    )
