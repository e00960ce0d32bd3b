"""What is news of a parcel, and when it need not be looked for any more."""

from datetime import UTC, datetime, timedelta

import pytest
from contracts.labels import Stage
from labeler.canada_post import TrackingEvent
from labeler.parcels import is_over, news, sighting

NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def an_event(
    event_id: str = "1303", stage: Stage | None = "accepted", place: str | None = "SHERBROOKE QC"
) -> TrackingEvent:
    return TrackingEvent(event_id, stage, NOON, "Envoi accepté", place)


def test_what_is_known_is_no_news() -> None:
    known, fresh = an_event(), an_event("174", "out_for_delivery")

    assert news([known, fresh], {sighting(known)}) == [fresh]


def test_what_a_document_says_twice_is_told_once() -> None:
    assert news([an_event(), an_event()], set()) == [an_event()]


def test_an_event_of_no_place_is_known_again() -> None:
    placeless = an_event(place=None)

    assert news([placeless], {("1303", NOON, "")}) == []


@pytest.mark.parametrize(
    ("event", "days", "over"),
    [
        (an_event(), 1, False),
        (an_event("1496", "delivered"), 1, True),
        # Turned back: delivered to the customer.
        (an_event("1496", "returning"), 1, True),
        (an_event("1415", "returning"), 1, False),
        (an_event("20", None), 1, False),
        (an_event(), 121, True),
    ],
)
def test_a_parcel_is_looked_for_until_it_has_arrived_or_never_will(
    event: TrackingEvent, days: int, *, over: bool
) -> None:
    assert is_over([event], NOON, NOON + timedelta(days=days)) == over
