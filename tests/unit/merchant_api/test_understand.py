"""Texts are read with good will, and refused field by field where that fails."""

from datetime import date

import pytest
from contracts.values import Parcel
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.measures import DayOrder, day, grams, millimetres, orders_of
from merchant_api.shipments.provinces import province_of
from merchant_api.shipments.records import ShipmentContent
from merchant_api.shipments.understand import Units, understand

TEXTS = {
    "tracking_number": "7023 2101-9483 7261",
    "name": " Camille\u00a0 Exemple\u200b ",
    "line_1": "25, rue Imaginaire",
    "city": "Sherbrooke",
    "province": "Québec",
    "postal_code": "j1h1a1",
}


def told(units: Units | None = None, **changes: str) -> Told:
    read = understand({**TEXTS, **changes}, units or Units(), is_partial=True)
    assert isinstance(read, Told), read
    # What was made without being checked would also have been made with it.
    assert ShipmentContent.model_validate(read.content.model_dump()) == read.content
    return read


def faults(**changes: str) -> dict[str, str]:
    read = understand({**TEXTS, **changes}, Units(), is_partial=True)
    assert not isinstance(read, Told)
    return {name: fault.word for name, fault in read.items()}


def test_a_line_as_shops_export_it() -> None:
    read = told(
        Units(weight="g", days="mdy"),
        email=" camille@example.com ",
        language="Français",
        order_number="#1042",
        shipped_on="11/20/2026",
        delivered_on="2026-11-23T10:00:00-05:00",
        weight="1,250",
        length="30",
        width="20",
        height="10,5",
    )

    content = read.content
    assert read.tracking_number == "7023210194837261"
    assert (content.recipient.name, content.recipient.postal_code) == ("Camille Exemple", "J1H1A1")
    assert (content.language, content.order_number) == ("fr", "#1042")
    assert content.shipped_on == date(2026, 11, 20)
    assert content.delivered_on == date(2026, 11, 23)
    assert content.parcel == Parcel(weight_grams=1250, length_mm=300, width_mm=200, height_mm=105)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert faults(
        tracking_number="1",
        name="\u0007 ",
        line_1="",
        city="x" * 41,
        province="Vermont",
        postal_code="05401",
        email="camille",
        language="es",
        order_number="x" * 61,
        delivered_on="yesterday",
        weight="heavy",
        length="-1",
    ) == {
        "tracking_number": "shipment-number-malformed",
        "name": "shipment-name-missing",
        "line_1": "address-line-1-missing",
        "city": "address-city-long",
        "province": "shipment-province-unknown",
        "postal_code": "address-postal-code-malformed",
        "email": "shipment-email-malformed",
        "language": "shipment-language-unknown",
        "order_number": "shipment-order-long",
        "delivered_on": "shipment-delivered-malformed",
        "weight": "parcel-weight-malformed",
        "length": "parcel-length-malformed",
    }


def test_a_name_may_come_in_two_parts() -> None:
    assert told(name="", first_name="Noé", last_name="Modèle").content.recipient.name == (
        "Noé Modèle"
    )


def test_a_missing_province_is_read_off_the_postal_code() -> None:
    assert told(province="").content.recipient.province == "QC"
    assert faults(province="", postal_code="X0A 0A0") == {"province": "address-province-missing"}


def test_a_long_street_goes_on_in_the_second_line() -> None:
    street = "1200, boulevard de l’Université Ouest, appartement 304"

    to = told(line_1=street).content.recipient

    assert (to.line_1, to.line_2) == ("1200, boulevard de l’Université Ouest", "appartement 304")
    assert faults(line_1=street, line_2="Sonnez") == {"line_1": "address-line-1-long"}
    assert faults(line_1="x" * 89) == {"line_1": "address-line-1-long"}


def test_no_weight_and_a_weight_of_zero_are_no_parcel() -> None:
    assert told(length="30", width="20", height="10").content.parcel is None
    assert told(weight="0.00").content.parcel is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.2", 1200),
        ("1,2 kg", 1200),
        ("1 200 g", 1200),
        ("2 lb", 907),
        ("8oz", 227),
        ("1,234.5g", 1234),
        ("0.0001", 1),
        ("1.2.3", None),
        ("1 m", None),
        ("", None),
        ("٣", None),
    ],
)
def test_weights(text: str, read: int | None) -> None:
    assert grams(text, "kg") == read


def test_lengths() -> None:
    assert [millimetres(it, "cm") for it in ("30", "1,5", '12"', "12 po", "300mm", "a")] == [
        300,
        15,
        305,
        305,
        300,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "order", "read"),
    [
        ("2026-11-20", "mdy", date(2026, 11, 20)),
        ("2026/1/2 14:42", "mdy", date(2026, 1, 2)),
        ("02/01/2026", "dmy", date(2026, 1, 2)),
        ("02-01-2026", "mdy", date(2026, 2, 1)),
        ("20.11.2026", "mdy", None),
        ("46346", "dmy", date(2026, 11, 20)),
        ("31/02/2026", "dmy", None),
        ("20/11/1926", "dmy", None),
        ("20/11/26", "dmy", None),
    ],
)
def test_days(text: str, order: DayOrder, read: date | None) -> None:
    assert day(text, order) == read


def test_only_some_days_leave_open_what_is_the_month() -> None:
    assert orders_of("02/01/2026") == {"dmy", "mdy"}
    assert orders_of("20/11/2026") == {"dmy"}
    assert orders_of("11/20/2026") == {"mdy"}
    assert orders_of("2026-01-02") == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("qc", "QC"),
        ("Qc", "QC"),
        ("Québec", "QC"),
        ("CA-QC", "QC"),
        ("C.-B.", "BC"),
        ("Î.-P.-É.", "PE"),
        ("Terre-Neuve-et-Labrador", "NL"),
        ("N.-É.", "NS"),
        ("T.N.-O.", "NT"),
        ("Vermont", None),
        ("CA", None),
        ("", None),
    ],
)
def test_provinces(text: str, code: str | None) -> None:
    assert province_of(text) == code
