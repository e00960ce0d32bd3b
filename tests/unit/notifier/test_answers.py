"""What a mail server's answer means."""

import pytest
from notifier.answers import Ending, Step, answered, pause, unanswered, unsaid


@pytest.mark.parametrize(
    ("step", "code", "outcome"),
    [
        ("content", 250, "sent"),
        ("content", 252, "sent"),
        ("content", 421, "deferred"),
        ("content", 451, "deferred"),
        ("content", 554, "refused"),
        ("content", 354, "unknown"),
        ("content", -1, "unknown"),
        ("data", 250, "deferred"),
        ("data", 451, "deferred"),
        ("data", 554, "refused"),
        ("recipient", 450, "deferred"),
        ("recipient", 550, "refused"),
        ("sender", 553, "refused"),
        ("sender", 530, "deferred"),
        ("connection", 421, "deferred"),
        ("connection", 535, "deferred"),
        ("connection", 554, "deferred"),
        ("connection", -1, "deferred"),
    ],
)
def test_an_answer_is_judged_by_its_digit_and_its_step(step: Step, code: int, outcome: str) -> None:
    assert answered(step, code).outcome == outcome


def test_before_the_content_nothing_was_sent_and_after_it_nobody_knows() -> None:
    assert unsaid("data", "connection lost").outcome == "deferred"
    assert unanswered("connection lost").outcome == "unknown"


def test_a_server_that_asks_for_patience_gets_more_than_one_that_is_away() -> None:
    greylisted, away = answered("recipient", 451), unsaid("connection", "connection lost")

    assert [pause(greylisted, attempts) for attempts in (1, 2, 3, 20)] == [5, 10, 20, 600]
    assert [pause(away, attempts) for attempts in (1, 2, 3, 20)] == [0.5, 1, 2, 60]


def test_a_pause_never_overflows() -> None:
    assert pause(Ending("deferred", "451 to recipient", 451), 100_000) == 600
