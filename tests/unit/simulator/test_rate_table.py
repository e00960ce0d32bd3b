from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from simulator.rate_table import RateTable, Zone, cubed_kilograms, load_rates
from simulator.services import SERVICES

RATES = load_rates()


@pytest.mark.parametrize(
    ("origin", "destination", "zone"),
    [
        ("H2X1Y4", "H2X3A1", "area"),
        ("J1H1A1", "H2X1Y4", "province"),
        ("K1A0B1", "H2X1Y4", "neighbour"),
        ("V5K0A1", "H2X1Y4", "far"),
        ("X0A0H0", "H2X1Y4", "north"),
        ("H2X1Y4", "Y1A1A1", "north"),
    ],
)
def test_distance_is_told_by_postal_codes(origin: str, destination: str, zone: Zone) -> None:
    assert RATES.zone(origin, destination) == zone


def test_a_price_covers_its_half_kilogram_to_the_gram() -> None:
    first = RATES.base("DOM.EP", "area", Decimal("0.001"))

    assert RATES.base("DOM.EP", "area", Decimal("0.500")) == first
    assert RATES.base("DOM.EP", "area", Decimal("0.501")) > first
    assert RATES.base("DOM.EP", "area", Decimal(30)) > first


def test_every_service_for_returns_has_prices_that_grow_with_the_weight() -> None:
    assert RATES.services.keys() == SERVICES.keys()
    for service in RATES.services.values():
        for row in service.prices.values():
            assert list(row) == sorted(row)


@pytest.mark.parametrize(
    ("day", "percent"), [(date(2026, 11, 1), "18.00"), (date(2026, 11, 2), "18.75")]
)
def test_the_fuel_surcharge_is_that_of_the_day(day: date, percent: str) -> None:
    assert RATES.fuel_on(day).percents["fuel"] == Decimal(percent)


@pytest.mark.parametrize(
    ("province", "day", "taxes"),
    [
        ("QC", date(2026, 1, 1), {"gst": "5.000", "pst": "9.975"}),
        ("ON", date(2026, 1, 1), {"hst": "13.000"}),
        ("NS", date(2025, 3, 31), {"hst": "15.000"}),
        ("NS", date(2025, 4, 1), {"hst": "14.000"}),
        ("NU", date(2026, 1, 1), {"gst": "5.000"}),
    ],
)
def test_taxes_are_those_of_the_province_and_the_day(
    province: str, day: date, taxes: dict[str, str]
) -> None:
    due = RATES.tax_percents(province, day)

    assert {tax: str(percent) for tax, percent in due.items()} == taxes


def test_before_its_first_day_the_table_says_nothing() -> None:
    with pytest.raises(LookupError, match="1999-12-31"):
        RATES.fuel_on(date(1999, 12, 31))


def test_volume_becomes_weight_rounded_up_to_ten_grams() -> None:
    sides = (Decimal(33), Decimal(16), Decimal(13))

    assert cubed_kilograms(sides, Decimal(5000)) == Decimal("1.38")


@pytest.mark.parametrize(
    ("found", "put", "complaint"),
    [
        ("10.05, ", "", "DOM.RP area has 59 prices"),
        ('id = "demo-1"', "", "'id' is missing"),
    ],
)
def test_a_table_with_gaps_is_refused(tmp_path: Path, found: str, put: str, complaint: str) -> None:
    ours = (files("simulator") / "rates/demo.toml").read_text("utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(ours.replace(found, put, 1), "utf-8")

    with pytest.raises(ValueError, match=complaint):
        load_rates(mine)


def test_a_merchants_own_table_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours = (files("simulator") / "rates/demo.toml").read_text("utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(ours.replace("demo-1", "contract-2026"), "utf-8")

    table: RateTable = load_rates(mine)

    assert table.id == "contract-2026"
