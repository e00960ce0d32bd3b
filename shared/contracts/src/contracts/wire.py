"""From an event to a Kafka record and back: CloudEvents 1.0, Kafka binary mode, JSON bodies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from contracts.event import Event
from contracts.topics import TOPICS, Topic

_TOPIC_OF: dict[type[Event], Topic] = {event: topic for topic in TOPICS for event in topic.events}
_EVENT_OF: dict[str, type[Event]] = {event.type: event for event in _TOPIC_OF}


@dataclass(frozen=True, slots=True)
class Message:
    """A record ready to be sent. Headers are UTF-8 text on the wire; a tombstone has no value."""

    topic: str
    key: str
    headers: Mapping[str, str]
    value: bytes | None


def message(event: Event, *, event_id: UUID, at: datetime) -> Message:
    """Put `event` into its envelope. `event_id` is what makes a repeated delivery recognisable."""
    topic = _TOPIC_OF[type(event)]
    key = str(getattr(event, topic.key))
    headers = _headers(topic, event.type, key, event_id, at)
    return Message(topic.name, key, headers, event.model_dump_json().encode())


def tombstone(event: type[Event], key: str, *, event_id: UUID, at: datetime) -> Message:
    """Say that what `key` names is erased, on the topic of `event`, which must be compacted."""
    topic = _TOPIC_OF[event]
    return Message(topic.name, key, _headers(topic, event.type, key, event_id, at), None)


def decode(ce_type: str, value: bytes) -> Event | None:
    """Read a body. None: a type that this version does not know, to be passed over.

    Unknown fields are ignored, so that a writer may be newer. Raises `pydantic.ValidationError`
    if the body is not what its type promises.
    """
    event = _EVENT_OF.get(ce_type)
    return event.model_validate_json(value, extra="ignore") if event else None


def _headers(topic: Topic, kind: str, key: str, event_id: UUID, at: datetime) -> dict[str, str]:
    return {
        "ce_specversion": "1.0",
        "ce_id": str(event_id),
        "ce_source": f"/{topic.writer}",
        "ce_type": kind,
        "ce_subject": key,
        "ce_time": at.isoformat(),
        "content-type": "application/json",
    }
