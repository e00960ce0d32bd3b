"""The shape of `authorized-return`, after Canada Post's schema authreturn-v2 (read 2026-08)."""

from simulator.schema import All, Child, Sequence, optional
from simulator.schema_types import (
    BOOLEAN,
    BOOLEAN_WITH_DEFAULT,
    CONTRACT,
    CUSTOMER,
    DIMENSIONS,
    EMAIL,
    ONLY_TRUE,
    PHONE,
    POSTAL_CODE,
    PROVINCE,
    SERVICE_CODE,
    line,
    one_of,
    positive_decimal,
)

_ADDRESS = All(
    (
        Child("address-line-1", line(44, least=1)),
        optional("address-line-2", line(44)),
        Child("city", line(40, least=1)),
        Child("province", PROVINCE),
        Child("postal-code", POSTAL_CODE),
    )
)
_RETURNER = All(
    (
        Child("name", line(44, least=1)),
        optional("company", line(44, least=1)),
        Child("domestic-address", _ADDRESS),
    )
)
_RECEIVER = All(
    (
        Child("name", line(44, least=1)),
        optional("company", line(44, least=1)),
        optional("email", EMAIL),
        optional("receiver-voice-number", PHONE),
        Child("domestic-address", _ADDRESS),
    )
)
_PARCEL = All(
    (optional("weight", positive_decimal("999.999", 3)), optional("dimensions", DIMENSIONS))
)
_PRINT = All(
    (
        optional("output-format", one_of("8.5x11", "4x6", "3x5")),
        optional("encoding", one_of("PDF", "ZPL")),
        optional("show-packing-instructions", BOOLEAN_WITH_DEFAULT),
    )
)
_SETTLEMENT = All((optional("paid-by-customer", CUSTOMER), optional("contract-id", CONTRACT)))
_REFERENCES = All((optional("customer-ref-1", line(35)), optional("customer-ref-2", line(35))))
_NOTIFICATION = All(
    (
        Child("email", EMAIL),
        Child("on-shipment", BOOLEAN),
        Child("on-exception", BOOLEAN),
        Child("on-delivery", BOOLEAN),
    )
)
_NOTIFICATIONS = Sequence(
    (
        Child("notification", _NOTIFICATION, most=4),
        optional("email-subject", one_of("tracking", "customer-ref-1", "customer-ref-2")),
    )
)

AUTHORIZED_RETURN = All(
    (
        optional("create-public-key", ONLY_TRUE),
        Child("service-code", SERVICE_CODE),
        Child("returner", _RETURNER),
        Child("receiver", _RECEIVER),
        optional("parcel-characteristics", _PARCEL),
        optional("print-preferences", _PRINT),
        optional("settlement-info", _SETTLEMENT),
        optional("references", _REFERENCES),
        optional("notifications", _NOTIFICATIONS),
    )
)
