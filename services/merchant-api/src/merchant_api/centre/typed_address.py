"""An address as a form sends it: what is wrong with it, or the address."""

from typing import Final

from contracts.values import PostalAddress
from pydantic import BaseModel

from merchant_api.centre.provinces import PROVINCES
from merchant_api.centre.typed import Fault, Faults, line, postal_code, too_long

# Canada Post's, for a label: its schema of authorized returns.
MOST_LINE: Final = 44
MOST_CITY: Final = 40

_LIMITS: Final = (
    ("name", MOST_LINE),
    ("company", MOST_LINE),
    ("line_1", MOST_LINE),
    ("line_2", MOST_LINE),
    ("city", MOST_CITY),
)
_REQUIRED: Final = frozenset({"name", "line_1", "city"})


class AddressForm(BaseModel):
    """The fields of the form, as they were typed."""

    name: str = ""
    company: str = ""
    line_1: str = ""
    line_2: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""

    @classmethod
    def of(cls, address: PostalAddress) -> "AddressForm":
        """Fill the form in."""
        code = f"{address.postal_code[:3]} {address.postal_code[3:]}"
        known = address.model_dump(exclude={"postal_code"})
        return cls(**{name: text or "" for name, text in known.items()}, postal_code=code)


def faults_of(form: AddressForm) -> Faults:
    """Find what keeps the form from being an address; nothing is ever cut to fit."""
    found: Faults = {}
    for name, most in _LIMITS:
        text = line(getattr(form, name))
        word = f"address-{name.replace('_', '-')}"
        if name in _REQUIRED and not text:
            found[name] = Fault(f"{word}-missing")
        elif fault := too_long(text, most, f"{word}-long"):
            found[name] = fault
    if form.province not in PROVINCES:
        found["province"] = Fault("address-province-missing")
    if not line(form.postal_code):
        found["postal_code"] = Fault("address-postal-code-missing")
    elif postal_code(form.postal_code) is None:
        found["postal_code"] = Fault("address-postal-code-malformed")
    return found


def address_of(form: AddressForm) -> PostalAddress:
    """Return the address of a form without faults."""
    return PostalAddress.model_validate(
        {
            "name": line(form.name),
            "company": line(form.company) or None,
            "line_1": line(form.line_1),
            "line_2": line(form.line_2) or None,
            "city": line(form.city),
            "province": form.province,
            "postal_code": postal_code(form.postal_code),
        }
    )
