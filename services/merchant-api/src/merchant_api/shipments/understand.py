"""From texts to a shipment: read with good will, refused field by field where that fails."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from contracts.values import Language, Parcel, PostalAddress, Province

from merchant_api.centre.provinces import provinces_of
from merchant_api.centre.typed import Fault, Faults, email, line, postal_code, too_long
from merchant_api.centre.typed_address import MOST_CITY, MOST_LINE
from merchant_api.centre.typed_parcel import MOST_KILOGRAMS, MOST_SIDE_CM
from merchant_api.shipments.fields import Texts
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.measures import (
    DayOrder,
    SideUnit,
    WeightUnit,
    day,
    grams,
    millimetres,
)
from merchant_api.shipments.provinces import province_of
from merchant_api.shipments.records import ShipmentContent
from merchant_api.shipments.search_terms import fold

MOST_CODE: Final = 60
_NUMBER: Final = re.compile(r"[A-Z0-9]{8,40}")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SIDES: Final = ("length", "width", "height")
_LANGUAGES: Final[dict[str, Language]] = {"f": "fr", "e": "en", "a": "en", "anglais": "en"}


@dataclass(frozen=True, slots=True)
class Units:
    """In which units numbers are told, and in which order day and month."""

    weight: WeightUnit = "kg"
    sides: SideUnit = "cm"
    days: DayOrder = "dmy"


def understand(texts: Texts, units: Units, *, is_partial: bool) -> Told | Faults:
    """Read a shipment, or find everything that keeps the texts from being one."""
    reader = _Reader({name: _tidy(text) for name, text in texts.items()}, units)
    number, recipient = reader.tracking_number(), reader.recipient()
    content = {
        "email": reader.email(),
        "language": reader.language(),
        "parcel": reader.parcel(),
        "reference": reader.code("reference", "shipment-reference-long"),
        "order_number": reader.code("order_number", "shipment-order-long"),
        "shipped_on": reader.day("shipped_on", "shipment-shipped-malformed"),
        "delivered_on": reader.day("delivered_on", "shipment-delivered-malformed"),
    }
    if reader.faults or number is None or recipient is None:
        return reader.faults
    told = ShipmentContent.model_validate({**content, "recipient": recipient})
    return Told(number, told, is_partial=is_partial)


class _Reader:
    """Reads one field after the other and remembers what is wrong."""

    def __init__(self, texts: Texts, units: Units) -> None:
        self._texts = texts
        self._units = units
        self.faults: Faults = {}

    def tracking_number(self) -> str | None:
        typed = self._texts.get("tracking_number", "")
        plain = re.sub(r"[\s-]", "", typed).upper()
        if not plain:
            self._refuse("tracking_number", Fault("shipment-number-missing"))
            return None
        if not _NUMBER.fullmatch(plain):
            self._refuse("tracking_number", Fault("shipment-number-malformed"))
            return None
        return plain

    def recipient(self) -> PostalAddress | None:
        line_1, line_2 = self._streets()
        code = self._postal_code()
        address = {
            "name": self._name(),
            "company": self._line("company", "address-company"),
            "line_1": line_1,
            "line_2": line_2,
            "city": self._line("city", "address-city", MOST_CITY, is_required=True),
            "province": self._province(code),
            "postal_code": code,
        }
        return None if self.faults else PostalAddress.model_validate(address)

    def email(self) -> str | None:
        typed = self._texts.get("email", "")
        read = email(typed) if typed else None
        if typed and read is None:
            self._refuse("email", Fault("shipment-email-malformed"))
            return None
        return read

    def language(self) -> Language | None:
        typed = fold(self._texts.get("language", ""))
        if not typed:
            return None
        begins: dict[str, Language] = {"fr": "fr", "en": "en"}
        read = begins.get(typed[:2]) or _LANGUAGES.get(typed)
        if read is None:
            self._refuse("language", Fault("shipment-language-unknown"))
        return read

    def code(self, name: str, word: str) -> str | None:
        typed = self._texts.get(name, "")
        if fault := too_long(typed, MOST_CODE, word):
            self._refuse(name, fault)
            return None
        return typed or None

    def day(self, name: str, word: str) -> date | None:
        typed = self._texts.get(name, "")
        read = day(typed, self._units.days) if typed else None
        if typed and read is None:
            self._refuse(name, Fault(word))
        return read

    def parcel(self) -> Parcel | None:
        """Read weight and sides. A weight of zero is none: exports are full of them."""
        sides = {f"{name}_mm": self._side(name) for name in _SIDES}
        typed = self._texts.get("weight", "")
        read = grams(typed, self._units.weight) if typed else 0
        if read is None:
            self._refuse("weight", Fault("parcel-weight-malformed"))
            return None
        if read > MOST_KILOGRAMS * 1000:
            self._refuse("weight", Fault("parcel-weight-heavy", {"most": MOST_KILOGRAMS}))
            return None
        if not read or not all(sides.values()):
            sides = {}
        return Parcel(weight_grams=read, **sides) if read else None

    def _side(self, name: str) -> int | None:
        typed = self._texts.get(name, "")
        read = millimetres(typed, self._units.sides) if typed else 0
        if read is None:
            self._refuse(name, Fault(f"parcel-{name}-malformed"))
            return None
        if read > MOST_SIDE_CM * 10:
            self._refuse(name, Fault(f"parcel-{name}-long", {"most": MOST_SIDE_CM}))
            return None
        return read

    def _name(self) -> str | None:
        whole = self._texts.get("name", "")
        parts = (self._texts.get("first_name", ""), self._texts.get("last_name", ""))
        name = whole or " ".join(filter(None, parts))
        if not name:
            self._refuse("name", Fault("shipment-name-missing"))
            return None
        if fault := too_long(name, MOST_LINE, "shipment-name-long"):
            self._refuse("name", fault)
            return None
        return name

    def _streets(self) -> tuple[str | None, str | None]:
        """Read the two lines. A long first one goes on in the second, if that is free."""
        first, second = self._texts.get("line_1", ""), self._texts.get("line_2", "")
        if len(first) > MOST_LINE and not second:
            head, tail = _broken(first)
            if len(tail) <= MOST_LINE:
                return head, tail
        return (
            self._line("line_1", "address-line-1", is_required=True),
            self._line("line_2", "address-line-2"),
        )

    def _line(
        self, name: str, word: str, most: int = MOST_LINE, *, is_required: bool = False
    ) -> str | None:
        typed = self._texts.get(name, "")
        if is_required and not typed:
            self._refuse(name, Fault(f"{word}-missing"))
            return None
        if fault := too_long(typed, most, f"{word}-long"):
            self._refuse(name, fault)
            return None
        return typed or None

    def _postal_code(self) -> str | None:
        typed = self._texts.get("postal_code", "")
        if not typed:
            self._refuse("postal_code", Fault("address-postal-code-missing"))
            return None
        read = postal_code(typed)
        if read is None:
            self._refuse("postal_code", Fault("address-postal-code-malformed"))
        return read

    def _province(self, code: str | None) -> Province | None:
        """Read the province; where none is told, the postal code may say it."""
        typed = self._texts.get("province", "")
        if typed:
            read = province_of(typed)
            if read is None:
                self._refuse("province", Fault("shipment-province-unknown"))
            return read
        possible = provinces_of(code) if code else ()
        if code and len(possible) != 1:
            self._refuse("province", Fault("address-province-missing"))
        return possible[0] if possible else None

    def _refuse(self, name: str, fault: Fault) -> None:
        self.faults[name] = fault


def _broken(text: str) -> tuple[str, str]:
    """Break a line where a word ends, so that the first part fits."""
    at = max(text.rfind(" ", 0, MOST_LINE + 1), 1)
    return text[:at].rstrip(" ,"), text[at:].strip()


def _tidy(text: str) -> str:
    """Return one line of text without what nobody sees; nothing else is changed."""
    if not text.isprintable():
        text = line(text.translate(_UNSEEN))
    return " ".join(text.split())
