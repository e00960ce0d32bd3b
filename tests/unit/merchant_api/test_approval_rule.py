from datetime import UTC, date, datetime

from merchant_api.actors import by_rule
from merchant_api.approval.approval import ApprovalWish, save_approval
from merchant_api.approval.approval_form import ApprovalForm, read_approval
from merchant_api.approval.approval_rule import Candidate, Obstacle, Rule, replay
from merchant_api.console.words import actor_name, words_of
from merchant_api.deciding.decision import Verdict

from tests.unit.merchant_api.test_reasons import a_centre

NOON = datetime(2026, 11, 20, 17, tzinfo=UTC)
RULE = Rule(has_address=True, has_usual_parcel=False, window_days=30)


def a_candidate(
    *,
    has_shipment: bool = True,
    has_parcel: bool = True,
    delivered_on: date | None = date(2026, 11, 14),
    verdict: Verdict | None = None,
) -> Candidate:
    return Candidate(NOON, has_shipment, has_parcel, delivered_on, verdict)


def test_the_rule_approves_all_that_can_be_and_says_why_the_rest_waits() -> None:
    found: list[Obstacle | None] = [
        RULE.obstacle_to(a_candidate()),
        RULE.obstacle_to(a_candidate(delivered_on=None)),
        RULE.obstacle_to(a_candidate(has_shipment=False)),
        RULE.obstacle_to(a_candidate(has_parcel=False)),
        RULE.obstacle_to(a_candidate(delivered_on=date(2026, 10, 20))),
        Rule(has_address=False, has_usual_parcel=True, window_days=30).obstacle_to(a_candidate()),
    ]

    assert found == [None, None, "no_shipment", "no_parcel", "outside_window", "no_address"]


def test_the_last_day_of_the_window_is_inside_and_without_one_every_day_is() -> None:
    last = a_candidate(delivered_on=date(2026, 10, 21))
    long_ago = a_candidate(delivered_on=date(2020, 1, 1))

    assert RULE.obstacle_to(last) is None
    assert (
        Rule(has_address=True, has_usual_parcel=False, window_days=None).obstacle_to(long_ago)
        is None
    )


def test_a_usual_parcel_stands_in_for_one_that_nobody_weighed() -> None:
    rule = Rule(has_address=True, has_usual_parcel=True, window_days=30)

    assert rule.obstacle_to(a_candidate(has_parcel=False)) is None


def test_a_replay_counts_what_was_declined_though_the_rule_would_have_approved() -> None:
    found = replay(
        RULE,
        [
            a_candidate(),
            a_candidate(verdict="declined"),
            a_candidate(verdict="approved"),
            a_candidate(has_shipment=False, verdict="declined"),
        ],
    )

    assert (found.requests, found.approved, found.declined) == (4, 3, 1)
    assert found.waiting == {"no_shipment": 1}


def test_the_version_counts_changes_of_the_rule_and_nothing_else() -> None:
    centre = a_centre()
    same = save_approval(centre, ApprovalWish("manual", 30, 5))
    automatic = save_approval(same, ApprovalWish("automatic", 30, 5))
    wider = save_approval(automatic, ApprovalWish("automatic", None, 5))

    versions = [it.approval_version for it in (centre, same, automatic, wider)]
    assert versions == [1, 1, 2, 3]
    assert same.answer_business_days == 5
    assert same.saved == ("approval",)


def test_who_decided_by_rule_is_named_with_its_version() -> None:
    assert actor_name(by_rule(3), words_of("fr")) == "la règle, version 3"
    assert actor_name(by_rule(3), words_of("en")) == "the rule, version 3"


def test_numbers_are_read_with_good_will_and_no_limit_is_no_number() -> None:
    wish, faults = read_approval(
        ApprovalForm(approval="automatic", window_days=" ", answer_business_days=" 2 ")
    )

    assert wish == ApprovalWish("automatic", None, 2)
    assert faults == {}


def test_each_answer_that_cannot_be_read_is_told() -> None:
    wish, faults = read_approval(
        ApprovalForm(approval="x", window_days="366", answer_business_days="²")
    )

    assert wish is None
    assert list(faults) == ["approval", "window_days", "answer_business_days"]
