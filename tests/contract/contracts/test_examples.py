"""Golden messages: today's readers understand every message that was ever written."""

import hashlib
import json
from pathlib import Path

import pytest
from contracts import wire
from contracts.topics import TOPICS
from pydantic import ValidationError

EXAMPLES = Path(__file__).parents[3] / "shared/contracts/examples"
FILES = sorted(EXAMPLES.rglob("*.json"))
SUMS = (EXAMPLES / "SHA256SUMS").read_text().splitlines()


def _read(file: Path) -> tuple[str, dict[str, object]]:
    example = json.loads(file.read_text("utf-8"))
    return example["headers"]["ce_type"], example["body"]


def test_an_example_is_added_and_never_edited() -> None:
    digests = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(EXAMPLES)}"
        for file in FILES
    ]

    assert digests == SUMS


def test_every_event_has_an_example() -> None:
    kinds = {event.type for topic in TOPICS for event in topic.events}

    assert {file.parent.name for file in FILES} == kinds


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_reader_understands_example(file: Path) -> None:
    kind, body = _read(file)

    event = wire.decode(kind, json.dumps(body).encode())

    assert event is not None
    assert event.model_dump(mode="json", exclude_unset=True) == body


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_reader_ignores_fields_of_a_newer_writer(file: Path) -> None:
    kind, body = _read(file)
    newer = {**body, "a_field_of_tomorrow": {"deep": [1]}}

    assert wire.decode(kind, json.dumps(newer).encode()) == wire.decode(
        kind, json.dumps(body).encode()
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_writer_refuses_fields_nobody_agreed_on(file: Path) -> None:
    kind, body = _read(file)
    event = wire.decode(kind, json.dumps(body).encode())
    assert event is not None

    with pytest.raises(ValidationError):
        type(event).model_validate({**body, "a_field_of_tomorrow": 1})


def test_unknown_type_is_passed_over() -> None:
    assert wire.decode("renvoi.something-of-tomorrow.v9", b"{}") is None
