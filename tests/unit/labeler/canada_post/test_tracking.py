"""Get Tracking Details: order, instants, stages."""

import random
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from contracts.labels import Stage
from labeler.canada_post import RequestNotSendable, TrackingEvent, stages
from labeler.canada_post.tracking import path, read_detail


def detail_of(*occurrences: tuple[str, str]) -> bytes:
    """A document with an occurrence for each id and time of 2026-12-01, in the order given."""
    told = "".join(
        f"<occurrence><event-identifier>{event_id}</event-identifier>"
        f"<event-date>2026-12-01</event-date><event-time>{at}</event-time>"
        "<event-time-zone>EST</event-time-zone></occurrence>"
        for event_id, at in occurrences
    )
    events = f"<significant-events>{told}</significant-events>"
    return f"<tracking-detail>{events}</tracking-detail>".encode()


def stages_of(*ids: str) -> list[Stage | None]:
    """The stages told when these ids happen one after the other."""
    newest_first = [(event_id, f"{hour:02}:00:00") for hour, event_id in enumerate(ids)][::-1]
    return [event.stage for event in read_detail(detail_of(*newest_first)).events]


def test_a_detail_is_read_oldest_first(golden: Callable[[str], bytes]) -> None:
    detail = read_detail(golden("tracking-detail"))

    assert [(e.event_id, e.stage, e.place) for e in detail.events] == [
        ("3002", "info", None),
        ("100", "in_transit", "RICHMOND BC"),
        ("174", "out_for_delivery", "SAINTE-FOY QC"),
        ("1496", "delivered", "SAINTE-FOY QC"),
        ("20", None, "SAINTE-FOY QC"),
    ]
    assert detail.undated_ids == ()


def test_letters_of_a_zone_become_an_instant(golden: Callable[[str], bytes]) -> None:
    created, processed, *_, delivered, _signed = read_detail(golden("tracking-detail")).events

    assert created.happened_at == datetime(2011, 2, 1, 11, 30, tzinfo=UTC)
    assert processed.happened_at == datetime(2011, 2, 2, 22, 45, 48, tzinfo=UTC)
    assert delivered == TrackingEvent(
        event_id="1496",
        stage="delivered",
        happened_at=datetime(2011, 2, 3, 16, 59, 59, tzinfo=UTC),
        description="Article livré",
        place="SAINTE-FOY QC",
    )


def test_no_signatory_is_read(golden: Callable[[str], bytes]) -> None:
    assert "EXEMPLE" not in repr(read_detail(golden("tracking-detail")))


@pytest.mark.parametrize("on", ["", "yesterday", "2026-13-01", "9999-12-31"])
def test_an_event_without_a_readable_date_is_left_out_and_told(on: str) -> None:
    document = detail_of(("0174", "23:00:00"), ("1496", "10:00:00"))
    document = document.replace(b"2026-12-01", on.encode(), 1)

    detail = read_detail(document)

    assert [event.event_id for event in detail.events] == ["1496"]
    assert detail.undated_ids == ("174",)


def test_no_event_is_an_answer() -> None:
    assert read_detail(b"<tracking-detail><significant-events/></tracking-detail>").events == ()


def test_the_order_in_the_document_does_not_matter() -> None:
    told = [(str(number), f"{number % 24:02}:{number // 24:02}:00") for number in range(100, 200)]
    shuffled = random.Random(7).sample(told, len(told))  # noqa: S311  a shuffle, no secret

    assert read_detail(detail_of(*shuffled)) == read_detail(detail_of(*told))


def test_of_events_in_one_second_the_one_above_is_the_newer() -> None:
    events = read_detail(detail_of(("1496", "10:00:00"), ("174", "10:00:00"))).events

    assert [event.event_id for event in events] == ["174", "1496"]


@pytest.mark.parametrize(
    ("event_id", "stage"),
    [
        ("3000", "info"),
        ("3002", "info"),
        ("1303", "accepted"),
        ("2300", "accepted"),
        ("0100", "in_transit"),
        ("0626", "in_transit"),
        ("0161", "in_transit"),
        ("0174", "out_for_delivery"),
        ("0615", "out_for_delivery"),
        ("1408", "delivered"),
        ("1430", "delivered"),
        ("1442", "delivered"),
        ("1476", "delivered"),
        ("1498", "delivered"),
        ("0150", "exception"),
        ("1411", "exception"),
        ("1436", "exception"),
        ("1701", "exception"),
        ("1417", "returning"),
        ("0183", "returning"),
        ("0020", None),
        ("2001", None),
        ("8765", None),
        ("", None),
    ],
)
def test_an_id_tells_its_stage_with_or_without_zeros(event_id: str, stage: Stage | None) -> None:
    assert stages_of(event_id) == [stage]
    assert stages_of(event_id.lstrip("0")) == [stage]


def test_no_id_belongs_to_two_stages() -> None:
    told = [event_id for ids in stages._IDS.values() for event_id in ids]  # noqa: SLF001

    assert len(told) == len(set(told))
    assert stages.NOTES.isdisjoint(told)


def test_once_turned_back_all_is_on_the_way_back() -> None:
    assert stages_of("1303", "1417", "100", "8765", "174", "1496", "20") == [
        "accepted",
        "returning",
        "returning",
        None,
        "returning",
        "returning",
        None,
    ]


@pytest.mark.parametrize(
    ("ids", "stage"),
    [
        ((), None),
        (("20", "8765"), None),
        (("3002",), "info"),
        (("3002", "1303", "100", "1411"), "exception"),
        (("3002", "1303", "1411", "100"), "in_transit"),
        (("174", "1496", "20"), "delivered"),
        (("174", "1496", "100"), "delivered"),
        (("174", "1496", "100", "1408"), "delivered"),
        (("174", "1417", "1496"), "returning"),
        (("1496", "1417"), "returning"),
    ],
)
def test_a_parcel_is_where_its_events_leave_it(ids: tuple[str, ...], stage: Stage | None) -> None:
    told = [None, *(one for one in stages_of(*ids) if one is not None)]

    assert told[-1] == stage


@pytest.mark.parametrize(
    "pin", ["", "123", "1" * 17, "123456789012/../x", "12345678901?", "\uff11" * 16]
)
def test_a_pin_that_is_none_is_not_asked_for(pin: str) -> None:
    with pytest.raises(RequestNotSendable):
        path(pin)


@pytest.mark.parametrize("pin", ["7023210039414604", "123456789012", "LM123456785CA"])
def test_a_pin_leads_to_its_details(pin: str) -> None:
    assert path(pin) == f"/vis/track/pin/{pin}/detail"
