"""The table of topics says the truth about who reads what."""

import importlib

import pytest
from contracts.topics import TOPICS, read_by

READERS = {
    "portal-api": "portal_api",
    "merchant-api": "merchant_api",
    "labeler": "labeler",
    "notifier": "notifier",
}


def test_every_event_belongs_to_one_topic() -> None:
    events = [event for topic in TOPICS for event in topic.events]

    assert len(events) == len(set(events)) == len({event.type for event in events})


def test_every_key_is_a_field_of_its_events() -> None:
    assert all(topic.key in event.model_fields for topic in TOPICS for event in topic.events)


@pytest.mark.parametrize("service", READERS)
def test_service_subscribes_to_what_the_table_says(service: str) -> None:
    app = importlib.import_module(f"{READERS[service]}.app")

    assert app.SERVICE.name == service
    assert sorted(app.SERVICE.topics) == sorted(topic.name for topic in read_by(service))
