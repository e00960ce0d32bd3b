"""A parcel as the settings list it, and any parcel in words."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from chassis.words import Words
from contracts.values import Parcel

from merchant_api.centre.centre_settings import CentreSettings, ParcelPreset

_TIMES: Final = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class PresetView:
    """`lines` tells weight and sides."""

    id: UUID
    title: str
    lines: str
    is_default: bool


def preset_view(preset: ParcelPreset, settings: CentreSettings, words: Words) -> PresetView:
    """Write a parcel for the list."""
    return PresetView(
        id=preset.preset_id,
        title=preset.name,
        lines=parcel_line(preset.parcel, words),
        is_default=preset.preset_id == settings.default_parcel_id,
    )


def parcel_line(parcel: Parcel, words: Words) -> str:
    """Write `1,2 kg, 35 × 25 × 10 cm`; the weight alone if the sides are not known."""
    sides = (parcel.length_mm, parcel.width_mm, parcel.height_mm)
    weight = words.kilograms(parcel.weight_grams)
    if not all(sides):
        return weight
    written = _TIMES.join(words.decimal(Decimal(side) / 10) for side in sides if side)
    return f"{weight}, {words('size', sides=written)}"
