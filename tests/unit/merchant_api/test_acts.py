"""The whole table of what a return allows: every act in every state there is."""

from itertools import product
from typing import get_args

import pytest
from merchant_api.course.acts import (
    ACTS,
    Act,
    LabelStanding,
    ParcelStanding,
    Standing,
    allowed,
    check,
    obstacle,
)
from merchant_api.returns.errors import NotNow

APPROVED = Standing(verdict="approved", label="ready")
EVERY_STANDING = [
    Standing(*values)
    for values in product(
        (None, "approved", "declined"),
        get_args(LabelStanding),
        get_args(ParcelStanding),
        (False, True),
        (False, True),
        (False, True),
    )
]


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(), {"cancel"}),
        (Standing("declined"), set()),
        (Standing("approved", "being_made"), {"receive", "cancel"}),
        (APPROVED, {"receive", "replace_label", "void_label", "cancel"}),
        (Standing("approved", "voided"), {"receive", "replace_label", "cancel"}),
        (Standing("approved", "refused"), {"receive", "replace_label", "cancel"}),
        (
            Standing("approved", "unknown"),
            {"receive", "replace_label", "void_label", "cancel"},
        ),
        (Standing("approved", "ready", "under_way"), {"receive", "close"}),
        (Standing("approved", "voided", "under_way"), {"receive", "close"}),
        (
            Standing("approved", "ready", "turned_back"),
            {"receive", "close", "replace_label", "void_label", "cancel"},
        ),
        (Standing("approved", "ready", is_received=True), {"close"}),
        (Standing("approved", "ready", "under_way", is_received=True), {"close"}),
        (Standing("approved", "ready", is_received=True, is_closed=True), set()),
        (Standing(is_cancelled=True), set()),
        (Standing("approved", "voided", is_cancelled=True), set()),
    ],
)
def test_what_may_be_done_is_what_makes_sense(standing: Standing, expected: set[Act]) -> None:
    assert set(allowed(standing)) == expected


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_either_let_happen_or_refused_with_its_obstacle(act: Act) -> None:
    for standing in EVERY_STANDING:
        found = obstacle(act, standing)
        if found is None:
            check(act, standing)
            continue
        with pytest.raises(NotNow) as refused:
            check(act, standing)
        assert refused.value.obstacle == found


def test_what_is_over_allows_nothing() -> None:
    over = [
        standing
        for standing in EVERY_STANDING
        if standing.is_cancelled or standing.is_closed or standing.verdict == "declined"
    ]

    assert {allowed(standing) for standing in over} == {()}


def test_nothing_is_taken_in_without_a_decision_nor_twice() -> None:
    for standing in EVERY_STANDING:
        if "receive" in allowed(standing):
            assert standing.verdict == "approved"
            assert not standing.is_received


def test_no_label_is_touched_while_a_carrier_has_its_parcel() -> None:
    moving = [standing for standing in EVERY_STANDING if standing.parcel == "under_way"]

    for standing in moving:
        assert not {"void_label", "replace_label", "cancel"} & set(allowed(standing)) or (
            standing.verdict is None
        )
