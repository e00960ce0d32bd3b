"""The shape of `mailing-scenario`, after Canada Post's schema rate-v4 (read 2026-08)."""

from simulator.schema import All, Child, Choice, Sequence, optional
from simulator.schema_types import (
    BOOLEAN,
    CONTRACT,
    COUNTRY_CODE,
    CUSTOMER,
    DATE,
    DIMENSIONS,
    POSTAL_CODE,
    SERVICE_CODE,
    ZIP_CODE,
    line,
    one_of,
    positive_decimal,
)

_OPTION = All(
    (
        Child("option-code", line(10, least=1)),
        optional("option-amount", positive_decimal("999999.99", 2)),
    )
)
_PARCEL = All(
    (
        Child("weight", positive_decimal("99.999", 3)),
        optional("dimensions", DIMENSIONS),
        optional("unpackaged", BOOLEAN),
        optional("mailing-tube", BOOLEAN),
        optional("oversized", BOOLEAN),
    )
)
_DESTINATION = Choice(
    (
        Child("domestic", All((Child("postal-code", POSTAL_CODE),))),
        Child("united-states", All((Child("zip-code", ZIP_CODE),))),
        Child(
            "international",
            All(
                (
                    Child("country-code", COUNTRY_CODE),
                    optional("postal-code", line(10, least=1)),
                )
            ),
        ),
    )
)

MAILING_SCENARIO = All(
    (
        optional("customer-number", CUSTOMER),
        optional("contract-id", CONTRACT),
        optional("promo-code", line(10, least=1)),
        optional("quote-type", one_of("commercial", "counter")),
        optional("expected-mailing-date", DATE),
        optional("options", Sequence((Child("option", _OPTION, most=20),))),
        Child("parcel-characteristics", _PARCEL),
        optional("services", Sequence((Child("service-code", SERVICE_CODE, most=20),))),
        Child("origin-postal-code", POSTAL_CODE),
        Child("destination", _DESTINATION),
    )
)
