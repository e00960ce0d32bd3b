"""A parcel as a form sends it, in kilograms and centimetres: its faults, or the parcel."""

from decimal import Decimal
from typing import Final
from uuid import UUID

from chassis.words import Words
from contracts.values import Parcel
from pydantic import BaseModel

from merchant_api.centre.centre_settings import ParcelPreset
from merchant_api.centre.change_parcels import MOST_GIRTH_MM, length_and_girth_mm
from merchant_api.centre.typed import Fault, Faults, line, thousandths, too_long

MOST_NAME: Final = 40
# Canada Post's, for parcels without a special agreement.
MOST_KILOGRAMS: Final = 30
MOST_SIDE_CM: Final = 200
_SIDES: Final = ("length", "width", "height")


class ParcelForm(BaseModel):
    """The fields of the form, as they were typed."""

    name: str = ""
    weight: str = ""
    length: str = ""
    width: str = ""
    height: str = ""

    @classmethod
    def of(cls, preset: ParcelPreset, words: Words) -> "ParcelForm":
        """Fill the form in, as one writes numbers in that language."""
        parcel = preset.parcel
        sides = {name: getattr(parcel, f"{name}_mm") for name in _SIDES}
        return cls(
            name=preset.name,
            weight=words.decimal(Decimal(parcel.weight_grams) / 1000),
            **{name: words.decimal(Decimal(mm) / 10) if mm else "" for name, mm in sides.items()},
        )


def faults_of(form: ParcelForm) -> Faults:
    """Find what keeps the form from being a parcel that Canada Post takes."""
    found: Faults = {}
    name = line(form.name)
    if not name:
        found["name"] = Fault("parcel-name-missing")
    elif fault := too_long(name, MOST_NAME, "parcel-name-long"):
        found["name"] = fault
    if fault := _weight_fault(form.weight):
        found["weight"] = fault
    for side in _SIDES:
        if fault := _side_fault(form, side):
            found[side] = fault
    if not found and length_and_girth_mm(_parcel_of(form)) > MOST_GIRTH_MM:
        found["length"] = Fault("parcel-girth", {"most": MOST_GIRTH_MM // 10})
    return found


def preset_of(form: ParcelForm, preset_id: UUID) -> ParcelPreset:
    """Return the parcel of a form without faults."""
    return ParcelPreset(preset_id=preset_id, name=line(form.name), parcel=_parcel_of(form))


def _parcel_of(form: ParcelForm) -> Parcel:
    return Parcel(
        weight_grams=thousandths(form.weight, "kg") or 1,
        length_mm=_millimetres(form.length),
        width_mm=_millimetres(form.width),
        height_mm=_millimetres(form.height),
    )


def _millimetres(typed: str) -> int | None:
    """Read centimetres: the carrier takes one decimal. None if nothing is told."""
    read = thousandths(typed, "cm")
    return (read + 50) // 100 if read else None


def _weight_fault(typed: str) -> Fault | None:
    grams = thousandths(typed, "kg")
    if not line(typed):
        return Fault("parcel-weight-missing")
    if not grams:
        return Fault("parcel-weight-malformed")
    most = {"most": MOST_KILOGRAMS}
    return Fault("parcel-weight-heavy", most) if grams > MOST_KILOGRAMS * 1000 else None


def _side_fault(form: ParcelForm, side: str) -> Fault | None:
    """Without any side the price goes by weight alone; two sides say nothing."""
    typed = line(getattr(form, side))
    if not typed:
        is_begun = any(line(getattr(form, other)) for other in _SIDES)
        return Fault(f"parcel-{side}-missing") if is_begun else None
    millimetres = _millimetres(typed)
    if not millimetres:
        return Fault(f"parcel-{side}-malformed")
    most = {"most": MOST_SIDE_CM}
    return Fault(f"parcel-{side}-long", most) if millimetres > MOST_SIDE_CM * 10 else None
