"""A trace goes on if what came in is one, and begins anew if not."""

import re

import pytest
from chassis.trace import continue_trace, traceparent

GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def test_a_trace_that_came_in_goes_on() -> None:
    continue_trace(GOOD)

    assert traceparent() == GOOD


@pytest.mark.parametrize(
    "received",
    [
        None,
        "",
        "nonsense",
        GOOD.upper(),
        f"{GOOD}\n",
        f" {GOOD}",
        f"{GOOD}-more",
        f"01{GOOD[2:]}",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    ],
)
def test_anything_else_begins_a_new_trace(received: str | None) -> None:
    continue_trace(GOOD)
    continue_trace(received)

    begun = traceparent()

    assert begun.split("-")[1] != GOOD.split("-")[1]
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", begun)
    assert traceparent() == begun
