import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from portal_api.clock import business_days_after, local_day, minutes
from portal_api.drafts import Answers, admit, choose, last_day
from portal_api.errors import AnswersInvalid, CentreClosed, Mistake, WindowOver
from portal_api.return_number import ALPHABET, draw_number
from portal_api.tokens import status_token, status_url

from tests.unit.portal_api.story import NOON, REASONS, a_centre

GOOD = Answers(language="fr", reasons=("fit",), method="qr_code", email="camille@example.com")


def test_a_number_can_be_read_out_without_doubt() -> None:
    numbers = {draw_number() for _ in range(500)}

    assert all(re.fullmatch(rf"RV-[{ALPHABET}]{{4}}-[{ALPHABET}]{{2}}", name) for name in numbers)
    assert len(numbers) > 490


def test_the_alphabet_has_no_vowel_and_no_twins() -> None:
    twins = ("0O", "1I", "1L", "2Z", "5S", "8B", "UV")

    assert not any(set(pair) <= set(ALPHABET) for pair in twins)
    assert not set(ALPHABET) & set("AEIOUY")


def test_the_same_draft_gives_the_same_link_and_another_another() -> None:
    first = status_token("tM3cT0v1mX9aKZb2eQ4pAw")

    assert first == status_token("tM3cT0v1mX9aKZb2eQ4pAw")
    assert first != status_token("tM3cT0v1mX9aKZb2eQ4pAx")
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", first)


def test_the_link_is_on_the_public_address() -> None:
    assert status_url("https://retours.example.com/", "abc") == "https://retours.example.com/r/abc"


def test_a_day_is_the_customers_day() -> None:
    assert local_day(datetime(2026, 11, 24, 3, tzinfo=UTC)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 23), 2, date(2026, 11, 25)),
        (date(2026, 11, 26), 2, date(2026, 11, 30)),  # Thursday to Monday
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # Saturday
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
    ],
)
def test_weekends_are_no_business_days(start: date, days: int, end: date) -> None:
    assert business_days_after(start, days) == end


def test_a_begun_minute_counts_whole() -> None:
    assert [minutes(seconds) for seconds in (1, 60, 61, 3600)] == [1, 1, 2, 60]


def test_reasons_come_in_the_centres_order_and_once() -> None:
    answers = Answers(
        language="fr",
        reasons=("damaged", "fit", "fit", "nonsense"),
        method="qr_code",
        email="a@example.com",
    )

    chosen = choose(a_centre(), answers).reasons

    assert [reason.code for reason in chosen] == [reason.code for reason in REASONS]


def test_a_reason_that_asks_for_a_comment_needs_one() -> None:
    centre = a_centre(reasons=[REASONS[0].model_copy(update={"asks_comment": True}), REASONS[1]])

    with pytest.raises(AnswersInvalid) as refused:
        choose(centre, replace(GOOD, comment=" \n"))

    assert refused.value.mistakes == (Mistake("comment", "comment-missing"),)
    assert choose(centre, replace(GOOD, comment="Trop juste.")).comment == "Trop juste."
    assert choose(centre, replace(GOOD, reasons=("damaged",))).comment is None


def test_all_mistakes_are_told_at_once() -> None:
    answers = Answers(language="fr", comment="x" * 1001, method="pigeon", email="camille@")

    with pytest.raises(AnswersInvalid) as refused:
        choose(a_centre(), answers)

    assert refused.value.mistakes == (
        Mistake("reasons", "reasons-missing"),
        Mistake("comment", "comment-long"),
        Mistake("method", "method-missing"),
        Mistake("email", "email-wrong"),
    )


def test_a_method_that_the_centre_does_not_offer_is_refused() -> None:
    with pytest.raises(AnswersInvalid):
        choose(a_centre(methods=("printed_label",)), GOOD)


def test_the_last_day_is_still_in_time() -> None:
    delivered_on = local_day(NOON) - timedelta(days=30)

    admit(a_centre(), delivered_on, at=NOON)


def test_the_day_after_is_too_late() -> None:
    delivered_on = local_day(NOON) - timedelta(days=31)

    with pytest.raises(WindowOver) as refused:
        admit(a_centre(), delivered_on, at=NOON)

    assert refused.value.ended_on == local_day(NOON) - timedelta(days=1)


def test_without_a_window_or_a_delivery_there_is_no_last_day() -> None:
    assert last_day(a_centre(window_days=None), date(2020, 1, 1)) is None
    assert last_day(a_centre(), None) is None


def test_a_closed_centre_admits_nobody() -> None:
    with pytest.raises(CentreClosed):
        admit(a_centre(is_open=False), None, at=NOON)
