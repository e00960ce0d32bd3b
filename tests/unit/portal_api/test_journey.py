from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from chassis.words import catalogue
from contracts.labels import Stage
from portal_api.journey import State, ahead, can_cancel, in_short, is_over, state_of, timeline
from portal_api.pages.status_view import view_of
from portal_api.standing import Decision

from tests.unit.portal_api.story import NOON, a_label, a_move, a_return

APPROVED = Decision("approved", None, NOON)
DECLINED = Decision("declined", "Non.", NOON)
FRENCH = catalogue("portal_api")["fr"]


def test_a_request_without_answer_is_received() -> None:
    assert state_of(a_return(), at=NOON) == "received"


def test_an_approval_without_label_is_being_prepared_for_a_minute() -> None:
    standing = a_return(decision=APPROVED)

    assert state_of(standing, at=NOON + timedelta(seconds=59)) == "approved"
    assert state_of(standing, at=NOON + timedelta(seconds=60)) == "delayed"


def test_a_label_that_failed_takes_longer() -> None:
    standing = a_return(decision=APPROVED, label_failed_at=NOON)

    assert state_of(standing, at=NOON) == "delayed"


def test_a_label_is_ready_however_often_it_failed_before() -> None:
    standing = a_return(decision=APPROVED, label=a_label(), label_failed_at=NOON)

    assert state_of(standing, at=NOON) == "ready"


def test_a_label_that_arrives_before_its_approval_is_ready() -> None:
    assert state_of(a_return(label=a_label()), at=NOON) == "ready"


def test_a_label_is_taken_on_its_last_day_and_not_after() -> None:
    standing = a_return(decision=APPROVED, label=a_label(use_by_on=date(2026, 11, 23)))

    assert state_of(standing, at=NOON) == "ready"
    assert state_of(standing, at=NOON + timedelta(days=1)) == "expired"


def test_a_refusal_is_the_end() -> None:
    state = state_of(a_return(decision=DECLINED), at=NOON)

    assert state == "declined"
    assert is_over(state)


@pytest.mark.parametrize(
    ("stage", "state"),
    [
        ("info", "ready"),
        ("accepted", "in_transit"),
        ("in_transit", "in_transit"),
        ("out_for_delivery", "out_for_delivery"),
        ("delivered", "delivered"),
        ("exception", "exception"),
        ("returning", "returning"),
    ],
)
def test_the_carriers_last_word_decides(stage: Stage, state: State) -> None:
    standing = a_return(decision=APPROVED, label=a_label(), moves=(a_move(stage),))

    assert state_of(standing, at=NOON) == state


def test_what_the_store_did_with_the_parcel_is_the_last_word() -> None:
    moves = (a_move("delivered"),)
    received = a_return(decision=APPROVED, label=a_label(), moves=moves, received_at=NOON)
    closed = replace(received, closed_at=NOON + timedelta(days=1))

    assert [state_of(it, at=NOON) for it in (received, closed)] == ["at_store", "closed"]
    assert [is_over(state_of(it, at=NOON)) for it in (received, closed)] == [False, True]
    assert [moment.kind for moment in timeline(closed)][-3:] == ["delivered", "received", "closed"]


def test_a_label_given_up_is_offered_no_more_until_another_is_asked_for() -> None:
    voided = a_return(decision=APPROVED, label_voided_at=NOON)
    asked = a_return(decision=APPROVED, label_asked_at=NOON + timedelta(hours=1))

    assert state_of(voided, at=NOON) == "voided"
    assert state_of(asked, at=NOON + timedelta(hours=1, seconds=5)) == "approved"
    assert state_of(asked, at=NOON + timedelta(hours=2)) == "delayed"


def test_what_is_called_off_is_over_unless_the_store_has_the_parcel() -> None:
    cancelled = a_return(decision=APPROVED, label=a_label(), cancelled_at=NOON)

    assert state_of(cancelled, at=NOON) == "cancelled"
    assert is_over("cancelled")
    assert timeline(cancelled)[-1].kind == "cancelled"
    assert state_of(replace(cancelled, received_at=NOON), at=NOON) == "at_store"


def test_a_return_is_called_off_only_before_its_parcel_is_on_its_way() -> None:
    stoppable = [state for state in get_args(State) if can_cancel(state)]

    assert stoppable == ["received", "approved", "delayed", "ready", "expired", "voided"]


def test_news_without_a_stage_does_not_undo_one() -> None:
    moves = (a_move("accepted"), a_move("info"))

    assert state_of(a_return(label=a_label(), moves=moves), at=NOON) == "in_transit"


def test_a_parcel_that_moves_is_not_expired() -> None:
    standing = a_return(label=a_label(use_by_on=date(2026, 1, 1)), moves=(a_move("accepted"),))

    assert state_of(standing, at=NOON) == "in_transit"


def test_the_timeline_is_in_the_order_of_time() -> None:
    late = a_move("accepted", at=NOON + timedelta(days=2))
    standing = a_return(decision=APPROVED, label=a_label(), moves=(late,))

    kinds = [moment.kind for moment in timeline(standing)]

    assert kinds == ["requested", "approved", "label_ready", "accepted"]


def test_a_parcel_moves_after_its_label_whatever_the_carriers_clock_says() -> None:
    early = a_move("accepted", at=NOON - timedelta(seconds=1))
    standing = a_return(decision=APPROVED, label=a_label(), moves=(early,))

    kinds = [moment.kind for moment in timeline(standing)]

    assert kinds == ["requested", "approved", "label_ready", "accepted"]


def test_five_sorting_centres_are_one_road() -> None:
    moves = tuple(a_move("in_transit", place=f"Ville {n}") for n in range(5))
    moments = in_short(timeline(a_return(moves=moves)))

    assert [moment.place for moment in moments] == [None, "Ville 4"]


@pytest.mark.parametrize(
    ("standing", "marks"),
    [
        (a_return(), "done current to_come to_come to_come"),
        (a_return(decision=APPROVED), "done done current to_come to_come"),
        (a_return(decision=APPROVED, label=a_label()), "done done done current to_come"),
        (a_return(label=a_label(), moves=(a_move("accepted"),)), "done current to_come to_come"),
        (a_return(label=a_label(), moves=(a_move("delivered"),)), "done done current"),
        (a_return(label=a_label(), moves=(a_move("returning"),)), "done current"),
        (a_return(decision=DECLINED), "done done"),
        (a_return(label=a_label(), received_at=NOON), "done done done current"),
        (a_return(label=a_label(), received_at=NOON, closed_at=NOON), "done done done done"),
    ],
)
def test_a_timeline_shows_what_was_what_is_and_what_comes(standing, marks) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    view = view_of(standing, FRENCH, now=NOON)

    assert " ".join(entry.mark for entry in view.entries) == marks


def test_a_refusal_is_never_stamped() -> None:
    assert view_of(a_return(decision=DECLINED), FRENCH, now=NOON).postmark is None


def test_a_postmark_says_when() -> None:
    postmark = view_of(a_return(), FRENCH, now=NOON).postmark

    assert postmark is not None
    assert (postmark.word, postmark.day, postmark.year) == ("REÇUE", "23 NOV", "2026")


@pytest.mark.parametrize(("days", "soon"), [(6, False), (5, True), (0, True)])
def test_a_last_day_is_pressing_only_near_the_end(days: int, soon: bool) -> None:  # noqa: FBT001
    label = a_label(use_by_on=date(2026, 11, 23) + timedelta(days=days))

    assert view_of(a_return(label=label), FRENCH, now=NOON).ends_soon is soon


def test_what_the_page_has_seen_changes_with_every_move() -> None:
    one = a_return(label=a_label(), moves=(a_move("in_transit"),))
    two = a_return(label=a_label(), moves=(a_move("in_transit"), a_move("in_transit")))

    assert view_of(one, FRENCH, now=NOON).seen != view_of(two, FRENCH, now=NOON).seen


def test_nothing_lies_ahead_of_a_refusal() -> None:
    assert not ahead("declined")
