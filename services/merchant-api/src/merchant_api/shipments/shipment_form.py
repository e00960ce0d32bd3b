"""A shipment as the form of the console sends it: typed texts, or filled in from what is known."""

from datetime import date
from decimal import Decimal
from typing import Final

from chassis.words import Words, spaced_pin
from pydantic import BaseModel, ConfigDict

from merchant_api.centre.typed import Fault, Faults
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.records import Shipment
from merchant_api.shipments.understand import Units, understand

_SIDES: Final = ("length", "width", "height")
# In the order of the page: the summary of mistakes follows it.
_ORDER: Final = (
    "tracking_number",
    "order_number",
    "reference",
    "name",
    "company",
    "line_1",
    "line_2",
    "city",
    "province",
    "postal_code",
    "email",
    "language",
    "shipped_on",
    "delivered_on",
    "weight",
    *_SIDES,
)


class ShipmentForm(BaseModel):
    """The fields of the form, as they were typed. `version` is what the page was made from."""

    model_config = ConfigDict(extra="ignore")

    tracking_number: str = ""
    order_number: str = ""
    reference: str = ""
    name: str = ""
    company: str = ""
    line_1: str = ""
    line_2: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    email: str = ""
    language: str = ""
    shipped_on: str = ""
    delivered_on: str = ""
    weight: str = ""
    length: str = ""
    width: str = ""
    height: str = ""
    version: int = 0

    @classmethod
    def of(cls, shipment: Shipment, words: Words) -> "ShipmentForm":
        """Fill the form in, as one writes numbers in that language."""
        content, to = shipment.content, shipment.recipient
        typed: dict[str, object] = {
            "tracking_number": spaced_pin(shipment.tracking_number),
            "order_number": content.order_number,
            "reference": content.reference,
            **to.model_dump(exclude={"postal_code"}),
            "postal_code": f"{to.postal_code[:3]} {to.postal_code[3:]}",
            "email": content.email,
            "language": content.language,
            "shipped_on": _iso(content.shipped_on),
            "delivered_on": _iso(content.delivered_on),
        }
        if content.parcel is not None:
            typed["weight"] = words.decimal(Decimal(content.parcel.weight_grams) / 1000)
            for side in _SIDES:
                tenths = getattr(content.parcel, f"{side}_mm")
                typed[side] = words.decimal(Decimal(tenths) / 10) if tenths else ""
        filled = {name: value for name, value in typed.items() if value is not None}
        return cls.model_validate({**filled, "version": shipment.version})


def read_form(form: ShipmentForm) -> Told | Faults:
    """Read the form: kilograms, centimetres; or find what is wrong, in the order of the page."""
    texts = form.model_dump(exclude={"version"})
    read = understand(texts, Units(), is_partial=False)
    if isinstance(read, Told):
        return _lacking(texts) or read
    found: Faults = {**_lacking(texts), **read}
    return {name: found[name] for name in _ORDER if name in found}


def _lacking(texts: dict[str, str]) -> Faults:
    """Find what a file may leave out but a person would want to know: half-told parcels."""
    told = [side for side in _SIDES if texts[side].strip()]
    found: Faults = {}
    if told and not texts["weight"].strip():
        found["weight"] = Fault("parcel-weight-missing")
    if told and len(told) < len(_SIDES):
        found |= {it: Fault(f"parcel-{it}-missing") for it in _SIDES if it not in told}
    return found


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
