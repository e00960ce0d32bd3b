"""What a log tells of trouble: where and of what kind; never what somebody wrote."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SECRET = "camille@example.com"
KINDS = {
    "raise_row": "UniqueViolationError: sqlstate=23505 constraint=one_email",
    "raise_argument": "asyncpg.exceptions.DataError: sqlstate=22000",
    "raise_input": "ValidationError: Person age=int_parsing",
    "raise_number": "ValueError",
    "raise_key": "KeyError",
    "raise_mail": "OSError",
    "raise_library": "__main__.Rejected",
    "raise_group": "ExceptionGroup",
    "raise_chain": "__main__.Rejected",
    "raise_refused": "ConnectionRefusedError: [111] Connection refused",
    "raise_ours": "chassis.errors.Outage: the other side is away",
    "raise_kafka": "NodeNotReadyError: node 1 is not ready",
}


def _said(log_format: str) -> str:
    script = Path(__file__).parent / "saying.py"
    command = [sys.executable, str(script), log_format]
    ended = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True)  # noqa: S603
    assert ended.stderr == ""
    return ended.stdout


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    return [json.loads(line) for line in _said("json").splitlines()]


def _one(lines: list[dict[str, str]], event: str) -> dict[str, str]:
    (found,) = (line for line in lines if line["event"] == event)
    return found


def test_a_line_says_when_how_grave_whose_and_in_which_trace(lines: list[dict[str, str]]) -> None:
    line = _one(lines, "raise_number")

    assert (line["level"], line["service"], line["number"]) == ("error", "portal-api", "one")
    assert len(line["trace_id"]) == 32
    assert line["timestamp"].endswith("Z")


@pytest.mark.parametrize("event", KINDS)
@pytest.mark.parametrize("by", ["", "server: "])
def test_an_error_is_told_by_place_and_kind(
    lines: list[dict[str, str]], event: str, by: str
) -> None:
    told = _one(lines, by + event)["exception"]

    assert "saying.py" in told
    assert f"in {event}" in told
    assert KINDS[event] in told.splitlines()[-1] or event == "raise_group"


def test_nothing_of_what_somebody_wrote_is_told(lines: list[dict[str, str]]) -> None:
    assert lines
    assert SECRET not in json.dumps(lines)


def test_a_pretty_log_keeps_the_same_silence() -> None:
    said = _said("pretty")

    assert SECRET not in said
    assert all(kind in said for kind in KINDS.values())


def test_what_led_to_an_error_is_told_before_it(lines: list[dict[str, str]]) -> None:
    told = _one(lines, "raise_chain")["exception"]

    assert told.index("ValueError") < told.index("which led to") < told.index("__main__.Rejected")


def test_the_parts_of_a_group_are_told(lines: list[dict[str, str]]) -> None:
    told = _one(lines, "raise_group")["exception"]

    assert "__main__.Rejected" in told
    assert "ValueError" in told


def test_an_error_that_nobody_awaited_is_told_the_same_way(lines: list[dict[str, str]]) -> None:
    line = _one(lines, "error seen by nobody")

    assert line["level"] == "error"
    assert "__main__.Rejected" in line["exception"]


def test_a_flood_from_a_kafka_client_is_one_line_a_minute(lines: list[dict[str, str]]) -> None:
    events = [line["event"] for line in lines]

    assert events.count("broker away") == 1
    assert events.count("something else") == 1
    assert events.count("not about Kafka") == 20
