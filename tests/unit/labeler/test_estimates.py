"""What an answer to a price enquiry becomes."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from chassis.words import Language, catalogue
from contracts.decisions import EstimateRequested
from contracts.labels import CostEstimated, EstimateFailed
from contracts.values import Parcel
from labeler.canada_post import CarrierRefused, PriceLine, Quote, Tax
from labeler.estimates import conclude

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
ID = UUID("019ab000-0000-7000-8000-000000000001")
WORDS = catalogue("labeler")
REQUESTED = EstimateRequested(
    estimate_id=ID,
    return_id=ID,
    merchant_id=ID,
    service_code="DOM.EP",
    origin_postal_code="J1H1A1",
    destination_postal_code="H2X1Y4",
    parcel=Parcel(weight_grams=1_380),
    language="fr",
    requested_at=NOW,
)
QUOTE = Quote(
    service_code="DOM.EP",
    service_name="Colis accélérés",
    base_cents=1097,
    adjustments=(
        PriceLine("AUTDISC", "Rabais", -33),
        PriceLine("FUELSC", "Carburant", 98),
        PriceLine("SAADJ", "Ajustement", 0),
    ),
    options=(PriceLine("DC", "Confirmation", 0), PriceLine("SO", "Signature", 200)),
    taxes=(Tax("gst", 0, None), Tax("hst", 139, "12.000")),
    due_cents=1501,
    cubed_grams=None,
    transit_days=None,
    expected_on=None,
)


def test_the_carriers_figures_are_passed_on_without_what_costs_nothing() -> None:
    estimated = conclude(REQUESTED, [QUOTE], WORDS["fr"], NOW)

    assert isinstance(estimated, CostEstimated)
    assert [(line.code, line.amount_cents) for line in estimated.lines] == [
        ("AUTDISC", -33),
        ("FUELSC", 98),
        ("SO", 200),
    ]
    assert [(tax.kind, tax.rate_percent, tax.amount_cents) for tax in estimated.taxes] == [
        ("hst", "12.000", 139)
    ]
    assert (estimated.base_cents, estimated.due_cents) == (1097, 1501)


def test_of_several_quotes_the_one_asked_for_counts() -> None:
    other = replace(QUOTE, service_code="DOM.XP", due_cents=1)

    estimated = conclude(REQUESTED, [other, QUOTE], WORDS["fr"], NOW)

    assert isinstance(estimated, CostEstimated)
    assert estimated.due_cents == QUOTE.due_cents


@pytest.mark.parametrize("quotes", [[], [replace(QUOTE, service_code="DOM.XP")]])
def test_no_quote_for_the_service_is_a_failure_in_our_words(quotes: list[Quote]) -> None:
    failed = conclude(REQUESTED, quotes, WORDS["en"], NOW)

    assert isinstance(failed, EstimateFailed)
    assert failed.codes == ()
    assert failed.message == "Canada Post does not offer the service DOM.EP for this parcel."


def test_a_refusal_is_told_with_its_codes_and_all_its_words() -> None:
    refused = CarrierRefused(("9111", "1157"), ("Aucun service.", "Province."), status=400)

    failed = conclude(REQUESTED, refused, WORDS["fr"], NOW)

    assert isinstance(failed, EstimateFailed)
    assert failed.codes == ("9111", "1157")
    assert failed.message == "Aucun service. Province."


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_refusal_without_words_is_not_left_without_words(language: Language) -> None:
    failed = conclude(REQUESTED, CarrierRefused(status=404), WORDS[language], NOW)

    assert isinstance(failed, EstimateFailed)
    assert failed.message == WORDS[language]("refused-silently")
