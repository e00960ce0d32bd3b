"""A view is its address: what one writes the other reads, and what is no view asks for nothing."""

from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.seen import seen_at
from merchant_api.queue.tabs import TABS
from merchant_api.queue.view import View

WORDS = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs", "Z", "Cc"]), max_size=40
)
DAYS = st.none() | st.dates(date(2001, 1, 1), date(2100, 1, 1))
VIEWS = st.builds(
    View,
    tab=st.sampled_from(TABS) | st.none(),
    words=WORDS,
    reason=WORDS,
    method=st.sampled_from(["qr_code", "printed_label"]) | st.none(),
    from_on=DAYS,
    to_on=DAYS,
    address_id=st.none() | st.uuids(),
    run_id=st.none() | st.uuids(),
)


@given(VIEWS)
def test_the_address_of_a_view_is_the_view(view: View) -> None:
    query = urlsplit(view.url()).query

    assert View.read(dict(parse_qsl(query))) == view


@given(
    st.dictionaries(st.sampled_from(["onglet", "q", "motif", "du", "adresse", "lot"]), st.text())
)
def test_any_address_is_some_view(query: dict[str, str]) -> None:
    view = View.read(query)

    assert View.read(dict(parse_qsl(urlsplit(view.url()).query))) == view


def test_the_first_tab_has_the_shortest_address() -> None:
    assert View().url() == "/retours"
    assert View(words="camille", tab=None).url() == "/retours?q=camille"


def test_days_are_those_of_the_merchant() -> None:
    view = View(from_on=date(2026, 11, 20), to_on=date(2026, 11, 20))

    assert view.begins_at == datetime(2026, 11, 20, 5, tzinfo=UTC)
    assert view.ends_at == datetime(2026, 11, 21, 5, tzinfo=UTC)


@given(
    st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
    st.uuids(),
)
def test_a_cursor_keeps_its_place_to_the_microsecond(at: datetime, return_id: UUID) -> None:
    assert Cursor.read(str(Cursor(at, return_id))) == Cursor(at, return_id)


@given(st.text())
def test_what_is_no_cursor_is_none(text: str) -> None:
    found = Cursor.read(text)

    assert found is None or str(found) == text


def test_after_the_last_day_that_there_is_comes_no_other() -> None:
    assert View(to_on=date.max).ends_at is None


def test_a_page_was_made_in_the_last_days_whatever_it_says() -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    hour, end = timedelta(hours=1), datetime.max.replace(tzinfo=timezone(-timedelta(hours=14)))

    assert seen_at(now - hour, now) == now - hour
    assert seen_at(end, now) == seen_at(None, now) == now
    assert seen_at(datetime.min.replace(tzinfo=UTC), now) == now - timedelta(days=30)
