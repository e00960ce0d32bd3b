"""A price is told as the carrier told it, whatever it put where a number was to be expected."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from contracts.labels import CostEstimated, TaxLine
from contracts.values import Parcel
from merchant_api.console.words import words_of
from merchant_api.deciding.price_view import cost_of
from merchant_api.returns.records import Estimate

NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
SOME_ID = UUID("019ab000-0000-7000-8000-0000000000a1")


def an_estimate(tax: TaxLine, *, destination: str = "H2X1Y4") -> Estimate:
    price = CostEstimated(
        estimate_id=SOME_ID,
        return_id=SOME_ID,
        merchant_id=SOME_ID,
        service_code="DOM.EP",
        service_name="Colis accélérés",
        base_cents=1000,
        lines=(),
        taxes=(tax,),
        due_cents=1000 + tax.amount_cents,
        quoted_at=NOON,
    )
    return Estimate(
        estimate_id=SOME_ID,
        service_code="DOM.EP",
        origin_postal_code="J1H1A1",
        destination_postal_code=destination,
        parcel=Parcel(weight_grams=1200),
        requested_at=NOON,
        price=price,
        failure=None,
    )


@pytest.mark.parametrize(
    ("rate", "written"), [("9.975", "9,975"), ("13.00", "13"), ("env. 13", "env. 13"), ("", "")]
)
def test_a_tax_shows_the_carriers_rate_whatever_it_is(rate: str, written: str) -> None:
    tax = TaxLine(kind="hst", rate_percent=rate, amount_cents=130)

    cost = cost_of((an_estimate(tax),), words_of("fr"), NOON)

    assert cost.rows[1].name == words_of("fr")(
        "tax-with-rate", tax=words_of("fr")("tax-hst"), rate=written
    )


def test_quebecs_tax_has_its_own_name_and_no_other_provinces_has_it() -> None:
    tax = TaxLine(kind="pst", rate_percent=None, amount_cents=100)

    names = [
        cost_of((an_estimate(tax, destination=code),), words_of("fr"), NOON).rows[1].name
        for code in ("H2X1Y4", "V6B1A1")
    ]

    assert names == [words_of("fr")("tax-qst"), words_of("fr")("tax-pst")]
