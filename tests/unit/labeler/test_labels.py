"""What a label order needs next, and until when a label is of use."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labeler.labels import Outcome, Standing, is_file_lost, next_step, use_by_on

BOUGHT_AT = datetime(2026, 11, 20, 14, 42, tzinfo=UTC)


def a_standing(
    last_outcome: Outcome | str | None = None,
    *,
    is_bought: bool = False,
    is_stored: bool = False,
    has_failed: bool = False,
    is_voided: bool = False,
) -> Standing:
    return Standing(
        attempts=0 if last_outcome is None else 1,
        last_outcome=last_outcome,  # type: ignore[arg-type]
        is_bought=is_bought,
        is_stored=is_stored,
        has_failed=has_failed,
        is_voided=is_voided,
    )


@pytest.mark.parametrize(
    ("standing", "step"),
    [
        (a_standing(), "buy"),
        (a_standing("not_sent"), "buy"),
        (a_standing("open"), "declare_unknown"),
        (a_standing("done", is_bought=True), "fetch"),
        (a_standing("done", is_bought=True, is_stored=True), "nothing"),
        (a_standing("refused", has_failed=True), "nothing"),
        (a_standing("unknown", has_failed=True), "nothing"),
        (a_standing("not_sent", has_failed=True), "nothing"),
        (a_standing(is_voided=True), "nothing"),
        (a_standing("not_sent", is_voided=True), "nothing"),
        (a_standing("open", is_voided=True), "declare_unknown"),
        (a_standing("unknown", has_failed=True, is_voided=True), "nothing"),
        (a_standing("done", is_bought=True, is_voided=True), "watch"),
        (a_standing("done", is_bought=True, is_stored=True, is_voided=True), "watch"),
    ],
)
def test_an_order_goes_on_from_where_it_was_left(standing: Standing, step: str) -> None:
    assert next_step(standing) == step


def test_a_label_found_after_all_is_fetched_although_it_was_given_up() -> None:
    assert next_step(a_standing("done", is_bought=True, has_failed=True)) == "fetch"


@given(
    last_outcome=st.sampled_from([None, "open", "done", "refused", "not_sent", "unknown"]),
    is_bought=st.booleans(),
    is_stored=st.booleans(),
    has_failed=st.booleans(),
)
def test_nothing_is_bought_unless_certainly_nothing_was(
    last_outcome: Outcome | None, *, is_bought: bool, is_stored: bool, has_failed: bool
) -> None:
    standing = a_standing(
        last_outcome, is_bought=is_bought, is_stored=is_stored, has_failed=has_failed
    )

    if next_step(standing) == "buy":
        assert last_outcome in (None, "not_sent")
        assert (is_bought, is_stored, has_failed) == (False, False, False)


@pytest.mark.parametrize(
    ("status", "after", "is_lost"),
    [
        (404, timedelta(minutes=59), False),
        (404, timedelta(minutes=61), True),
        (None, timedelta(minutes=61), True),
        (401, timedelta(days=4), False),
        (403, timedelta(days=4), False),
        (401, timedelta(days=6), True),
    ],
)
def test_a_file_is_given_time_and_a_key_as_long_as_the_link_lives(
    status: int | None, after: timedelta, *, is_lost: bool
) -> None:
    assert is_file_lost(status, BOUGHT_AT, BOUGHT_AT + after) == is_lost


@pytest.mark.parametrize(
    ("public_until", "on"),
    [
        ("2026-12-20T09:42:00-05:00", date(2026, 12, 19)),
        ("2026-12-20T23:59:59-05:00", date(2026, 12, 20)),
        ("2026-12-21T00:00:00-05:00", date(2026, 12, 20)),
        ("2026-12-21T03:00:00+00:00", date(2026, 12, 19)),
        ("2026-07-21T03:59:59+00:00", date(2026, 7, 20)),
    ],
)
def test_a_label_is_of_use_to_the_end_of_the_last_whole_day(public_until: str, on: date) -> None:
    assert use_by_on(datetime.fromisoformat(public_until)) == on


def test_a_label_whose_end_is_not_told_has_no_last_day() -> None:
    assert use_by_on(None) is None
