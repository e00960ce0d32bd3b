"""Rules of the parcels that a store usually sends: add, edit, remove, and one default."""

from typing import Final
from uuid import UUID

from contracts.values import Parcel

from merchant_api.centre.centre_settings import CentreSettings, ParcelPreset, with_changes
from merchant_api.centre.errors import (
    DefaultNeeded,
    ParcelTooLarge,
    PresetNameTaken,
    PresetNotFound,
    TooManyPresets,
)

MOST_PRESETS: Final = 50
MOST_GIRTH_MM: Final = 3_000
"""Length and girth together, as Canada Post's parcel specifications have it."""


def length_and_girth_mm(parcel: Parcel) -> int:
    """Add the longest side and twice each of the others; 0 while a side is not known."""
    sides = (parcel.length_mm, parcel.width_mm, parcel.height_mm)
    if not all(sides):
        return 0
    longest, *others = sorted((side for side in sides if side), reverse=True)
    return longest + 2 * sum(others)


def add_preset(settings: CentreSettings, preset: ParcelPreset) -> CentreSettings:
    """Add a parcel; the first is the default. The same one again is not added twice.

    Raises ParcelTooLarge, PresetNameTaken, TooManyPresets.
    """
    if any((it.name, it.parcel) == (preset.name, preset.parcel) for it in settings.parcels):
        return settings
    _check(settings, preset)
    if len(settings.parcels) >= MOST_PRESETS:
        raise TooManyPresets
    return with_changes(
        settings,
        parcels=(*settings.parcels, preset),
        default_parcel_id=settings.default_parcel_id or preset.preset_id,
    )


def edit_preset(settings: CentreSettings, preset: ParcelPreset) -> CentreSettings:
    """Change a parcel. Raises PresetNotFound, ParcelTooLarge, PresetNameTaken."""
    require_preset(settings, preset.preset_id)
    _check(settings, preset)
    parcels = tuple(preset if it.preset_id == preset.preset_id else it for it in settings.parcels)
    return with_changes(settings, parcels=parcels)


def choose_default_preset(settings: CentreSettings, preset_id: UUID) -> CentreSettings:
    """Make one parcel the default. Raises PresetNotFound."""
    require_preset(settings, preset_id)
    return with_changes(settings, default_parcel_id=preset_id)


def remove_preset(
    settings: CentreSettings, preset_id: UUID, successor_id: UUID | None = None
) -> CentreSettings:
    """Remove a parcel; the default only together with `successor_id`, unless it is the last.

    Raises PresetNotFound, also of the successor, and DefaultNeeded.
    """
    require_preset(settings, preset_id)
    left = tuple(it for it in settings.parcels if it.preset_id != preset_id)
    default_id = settings.default_parcel_id
    if default_id == preset_id:
        default_id = _successor(left, successor_id)
    return with_changes(settings, parcels=left, default_parcel_id=default_id)


def require_preset(settings: CentreSettings, preset_id: UUID) -> ParcelPreset:
    """Return one of the parcels. Raises PresetNotFound."""
    found = next((it for it in settings.parcels if it.preset_id == preset_id), None)
    if found is None:
        raise PresetNotFound
    return found


def _check(settings: CentreSettings, preset: ParcelPreset) -> None:
    if length_and_girth_mm(preset.parcel) > MOST_GIRTH_MM:
        raise ParcelTooLarge
    others = {it.name.casefold() for it in settings.parcels if it.preset_id != preset.preset_id}
    if preset.name.casefold() in others:
        raise PresetNameTaken


def _successor(left: tuple[ParcelPreset, ...], successor_id: UUID | None) -> UUID | None:
    if not left:
        return None
    if successor_id is None:
        raise DefaultNeeded
    if successor_id not in {it.preset_id for it in left}:
        raise PresetNotFound
    return successor_id
