"""What the carrier is asked for."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from contracts.decisions import ReturnApproved
from contracts.values import Parcel, PostalAddress, Reply
from labeler.canada_post import Dimensions, RequestNotSendable
from labeler.orders import digest, return_order, return_scenario

SHOPPER = PostalAddress(
    name="Camille Exemple",
    line_1="10, rue Essai",
    line_2="app. 4",
    city="Sherbrooke",
    province="QC",
    postal_code="J1H1A1",
)
SHOP = PostalAddress(
    name="Retours",
    company="Atelier Boréal",
    line_1="1250, rue Exemple",
    city="Montréal",
    province="QC",
    postal_code="H2X1Y4",
)
APPROVED = ReturnApproved(
    return_id=UUID("019ab000-0000-7000-8000-000000000001"),
    number="RV-2841-6K",
    merchant_id=UUID("019ab000-0000-7000-8000-000000000002"),
    method="qr_code",
    service_code="DOM.EP",
    returner=SHOPPER,
    receiver=SHOP,
    parcel=Parcel(weight_grams=1_380, length_mm=330, width_mm=165, height_mm=130),
    approved_at=datetime(2026, 11, 20, tzinfo=UTC),
    reply=Reply(language="fr", sealed="c2VhbGVk"),
)


def test_the_customer_sends_and_the_merchant_receives() -> None:
    order = return_order(APPROVED)

    assert (order.returner.name, order.returner.line_2) == ("Camille Exemple", "app. 4")
    assert (order.receiver.company, order.receiver.postal_code) == ("Atelier Boréal", "H2X1Y4")
    assert order.parcel is not None
    assert order.parcel.dimensions == Dimensions(330, 165, 130)


def test_both_of_our_names_for_the_return_are_given_and_fit() -> None:
    order = return_order(APPROVED)

    assert order.reference == "RV-2841-6K"
    assert order.reference_2 is not None
    assert UUID(order.reference_2) == APPROVED.return_id
    assert len(order.reference_2) <= 35


def test_a_parcel_that_misses_a_side_goes_by_its_weight() -> None:
    flat = APPROVED.model_copy(update={"parcel": Parcel(weight_grams=500, length_mm=200)})

    order = return_order(flat)

    assert order.parcel is not None
    assert order.parcel.dimensions is None


def test_the_price_asked_for_first_is_that_of_the_label() -> None:
    scenario = return_scenario(APPROVED)

    assert (scenario.origin_postal_code, scenario.destination_postal_code) == ("J1H1A1", "H2X1Y4")
    assert scenario.service_codes == ("DOM.EP",)


def test_the_digest_is_that_of_one_request() -> None:
    other = APPROVED.model_copy(update={"number": "RV-2841-6L"})

    assert digest(return_order(APPROVED)) == digest(return_order(APPROVED))
    assert digest(return_order(APPROVED)) != digest(return_order(other))


def test_what_the_carriers_schema_would_refuse_has_no_digest() -> None:
    blank = SHOPPER.model_copy(update={"name": " "})
    unsendable = return_order(APPROVED.model_copy(update={"returner": blank}))

    with pytest.raises(RequestNotSendable):
        digest(unsendable)
