"""The simple types that the carrier's requests are made of.

Facts from the schema files of its XML web services (common, read 2026-08).
"""

import re
from datetime import date
from decimal import Decimal

from simulator.schema import All, Child, Facet, Text

_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?")


def matching(expression: str) -> Facet:
    """Demand that the whole value matches."""
    pattern = re.compile(expression)

    def facet(value: str) -> str | None:
        if pattern.fullmatch(value):
            return None
        return f"cvc-pattern-valid: '{value}' does not match the pattern '{expression}'"

    return facet


def at_least(characters: int) -> Facet:
    """Demand a length."""

    def facet(value: str) -> str | None:
        if len(value) >= characters:
            return None
        return f"cvc-minLength-valid: '{value}' is shorter than minLength {characters}"

    return facet


def at_most(characters: int) -> Facet:
    """Limit a length."""

    def facet(value: str) -> str | None:
        if len(value) <= characters:
            return None
        return f"cvc-maxLength-valid: '{value}' is longer than maxLength {characters}"

    return facet


def one_of(*values: str) -> Text:
    """Describe a closed list."""

    def facet(value: str) -> str | None:
        if value in values:
            return None
        return f"cvc-enumeration-valid: '{value}' is not one of [{', '.join(values)}]"

    return Text("preserve", (facet,))


def positive_decimal(up_to: str, places: int) -> Text:
    """Describe a decimal above zero; zeros at the end of a fraction do not count as places."""
    most = Decimal(up_to)

    def facet(value: str) -> str | None:
        if not _DECIMAL.fullmatch(value):
            return f"cvc-datatype-valid.1.2.1: '{value}' is not a decimal"
        number = Decimal(value)
        fraction = value.partition(".")[2].rstrip("0")
        if number <= 0:
            return f"cvc-minExclusive-valid: '{value}' is not above 0"
        if number > most:
            return f"cvc-maxInclusive-valid: '{value}' is above {most}"
        if len(fraction) > places:
            return f"cvc-fractionDigits-valid: '{value}' has more than {places} fraction digits"
        return None

    return Text("collapse", (facet,))


def line(most: int, least: int = 0) -> Text:
    """Describe a normalised string of limited length."""
    return Text("replace", (at_least(least), at_most(most)))


def _boolean(value: str) -> str | None:
    if value in {"true", "false", "1", "0"}:
        return None
    return f"cvc-datatype-valid.1.2.1: '{value}' is not a boolean"


def _date(value: str) -> str | None:
    written = _DATE.fullmatch(value)
    try:
        if written:
            date.fromisoformat(written.group(1))
            return None
    except ValueError:
        pass
    return f"cvc-datatype-valid.1.2.1: '{value}' is not a date"


BOOLEAN = Text("collapse", (_boolean,))
BOOLEAN_WITH_DEFAULT = Text("collapse", (_boolean,), has_default=True)
ONLY_TRUE = Text("collapse", (_boolean, matching("true")))
DATE = Text("collapse", (_date,))
POSTAL_CODE = Text("preserve", (matching(r"[A-Z]\d[A-Z]\d[A-Z]\d"),))
ZIP_CODE = Text("preserve", (matching(r"\d{5}(-\d{4})?"),))
COUNTRY_CODE = Text("preserve", (matching(r"[a-zA-Z][a-zA-Z]"),))
CUSTOMER = Text("preserve", (matching(r"\d{1,10}"),))
CONTRACT = CUSTOMER
SERVICE_CODE = line(32, least=1)
PROVINCE = line(2, least=1)
PHONE = line(25)
_ATOM = r"['_A-Za-z0-9\-\+]+"
EMAIL = Text(
    "replace",
    (
        matching(rf"({_ATOM})(\.{_ATOM})*@([A-Za-z0-9-]+)(\.[A-Za-z0-9-]+)*(\.[A-Za-z]{{2,5}})"),
        at_most(60),
    ),
)
CENTIMETRES = positive_decimal("999.9", places=1)
DIMENSIONS = All(
    (Child("length", CENTIMETRES), Child("width", CENTIMETRES), Child("height", CENTIMETRES))
)
