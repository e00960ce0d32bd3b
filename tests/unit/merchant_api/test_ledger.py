"""What becomes of shipments that are told, one after the other."""

import pytest
from chassis.ids import new_id
from contracts.values import Parcel, PostalAddress
from merchant_api.shipments.errors import ReferenceTaken, TrackingNumberTaken
from merchant_api.shipments.ledger import Ledger, Told
from merchant_api.shipments.records import Shipment, ShipmentContent

ADDRESS = PostalAddress(
    name="Camille Exemple",
    line_1="25, rue Imaginaire",
    city="Sherbrooke",
    province="QC",
    postal_code="J1H1A1",
)


def a_content(reference: str | None = None, **changes: object) -> ShipmentContent:
    return ShipmentContent.model_validate({"recipient": ADDRESS, "reference": reference, **changes})


def a_telling(number: str, reference: str | None = None, **changes: object) -> Told:
    return Told(number, a_content(reference, **changes))


def a_shipment(number: str, reference: str | None = None, **changes: object) -> Shipment:
    return Shipment(new_id(), 4, number, a_content(reference, **changes))


def test_told_twice_in_one_batch_it_is_one_shipment() -> None:
    ledger = Ledger([])

    outcomes = [
        ledger.tell(a_telling("10000001", order_number=order), new_id()).outcome
        for order in ("A", "A", "B")
    ]

    assert outcomes == ["new", "unchanged", "changed"]
    [added] = ledger.added
    assert (added.version, added.content.order_number) == (1, "B")
    assert ledger.changed == []


def test_a_known_reference_with_another_number_is_a_correction() -> None:
    known = a_shipment("10000001", "R-1")
    ledger = Ledger([known])

    recorded = ledger.tell(a_telling("10000002", "R-1"), new_id())

    assert recorded.outcome == "changed"
    assert recorded.shipment.shipment_id == known.shipment_id
    assert (recorded.shipment.version, recorded.shipment.tracking_number) == (5, "10000002")
    assert ledger.renamed == [known.shipment_id]


def test_a_number_that_belongs_to_another_reference_is_refused_and_changes_nothing() -> None:
    ledger = Ledger([a_shipment("10000001", "R-1"), a_shipment("10000002", "R-2")])

    with pytest.raises(TrackingNumberTaken):
        ledger.tell(a_telling("10000002", "R-1"), new_id())

    assert (ledger.added, ledger.changed) == ([], [])


def test_a_correction_by_hand_takes_neither_number_nor_reference_of_another() -> None:
    mine, other = a_shipment("10000001", "R-1"), a_shipment("10000002", "R-2")
    ledger = Ledger([mine, other])

    with pytest.raises(TrackingNumberTaken):
        ledger.change(mine, a_telling("10000002", "R-1"))
    with pytest.raises(ReferenceTaken):
        ledger.change(mine, a_telling("10000001", "R-2"))


def test_silence_takes_no_reference_away() -> None:
    known = a_shipment("10000001", "R-1", email="camille@example.com")
    ledger = Ledger([known])

    recorded = ledger.tell(a_telling("10000001"), new_id())

    assert recorded.shipment.content.reference == "R-1"
    assert recorded.shipment.content.email is None


def test_a_file_without_a_column_leaves_what_is_known_of_it() -> None:
    known = a_shipment(
        "10000001", email="camille@example.com", parcel=Parcel(weight_grams=900), language="fr"
    )
    ledger = Ledger([known])

    recorded = ledger.tell(
        Told("10000001", a_content(order_number="42"), is_partial=True), new_id()
    )

    content = recorded.shipment.content
    assert (content.email, content.order_number, content.language) == (
        "camille@example.com",
        "42",
        "fr",
    )
    assert content.parcel == Parcel(weight_grams=900)


def test_what_is_changed_there_and_back_is_not_changed() -> None:
    known = a_shipment("10000001", order_number="A")
    ledger = Ledger([known])

    for order in ("B", "A"):
        ledger.tell(a_telling("10000001", order_number=order), new_id())

    assert ledger.changed == []
