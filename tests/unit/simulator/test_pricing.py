from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulator.pricing import Tax, price

PERCENT = st.decimals(min_value=0, max_value=40, places=3)


# base, discount %, fuel %, tax %: discount, fuel, tax, due, from the carrier's published samples.
@pytest.mark.parametrize(
    ("base", "discount", "fuel", "hst", "expected"),
    [
        ("10.97", "3", "9.25", "12", ("-0.33", "0.98", "1.39", "13.01")),
        ("30.61", "3", "14.25", "12", ("-0.92", "4.23", "4.07", "37.99")),
        ("18.07", "3", "14.25", "12", ("-0.54", "2.50", "2.40", "22.43")),
        ("18.10", None, "7.5", "13", (None, "1.36", "2.53", "21.99")),
        ("25.07", None, "11.5", "13", (None, "2.88", "3.63", "31.58")),
    ],
)
def test_published_samples_come_out_to_the_cent(
    base: str,
    discount: str | None,
    fuel: str,
    hst: str,
    expected: tuple[str | None, str, str, str],
) -> None:
    made = price(
        Decimal(base),
        fuel_percent=Decimal(fuel),
        tax_percents={"hst": Decimal(hst)},
        discount_percent=Decimal(discount) if discount else None,
    )

    told = None if made.discount is None else str(made.discount)
    assert (told, str(made.fuel), str(made.taxes["hst"]), str(made.due)) == expected


def test_halves_go_up_and_each_tax_is_rounded_by_itself() -> None:
    taxes: dict[Tax, Decimal] = {"gst": Decimal(5), "pst": Decimal("9.975")}

    made = price(Decimal("10.10"), fuel_percent=Decimal(0), tax_percents=taxes)

    assert made.taxes == {"gst": Decimal("0.51"), "pst": Decimal("1.01")}
    assert made.due == Decimal("11.62")


def test_options_are_taxed_and_bear_no_fuel() -> None:
    made = price(
        Decimal("10.00"),
        fuel_percent=Decimal(10),
        tax_percents={"hst": Decimal(10)},
        options=Decimal("2.00"),
    )

    assert (made.fuel, made.taxes["hst"], made.due) == (
        Decimal("1.00"),
        Decimal("1.30"),
        Decimal("14.30"),
    )


@given(st.decimals(min_value="0.01", max_value=999, places=2), PERCENT, PERCENT, PERCENT)
def test_the_parts_always_add_up_in_whole_cents(
    base: Decimal, fuel: Decimal, gst: Decimal, pst: Decimal
) -> None:
    taxes: dict[Tax, Decimal] = {"gst": gst, "pst": pst}

    made = price(base, fuel_percent=fuel, tax_percents=taxes, discount_percent=Decimal(3))

    parts = [base, made.discount or Decimal(0), made.fuel, *made.taxes.values()]
    assert made.due == sum(parts)
    assert all(part == part.quantize(Decimal("0.01")) for part in parts)
