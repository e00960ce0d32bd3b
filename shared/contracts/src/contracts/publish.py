"""What is published of the contracts: a JSON Schema per event, an AsyncAPI 3 document, a page.

`python -m contracts.publish FOLDER` writes them; they are committed, and a test compares.
"""

import json
import sys
from pathlib import Path

from contracts.event import Event
from contracts.topics import DEAD_SUFFIX, TOPICS, Topic

_HEADERS = {
    "type": "object",
    "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time"],
    "properties": {
        "ce_specversion": {"const": "1.0"},
        "ce_id": {"type": "string", "format": "uuid", "description": "Same at every delivery"},
        "ce_source": {"type": "string", "description": "/<service that wrote it>"},
        "ce_type": {"type": "string"},
        "ce_subject": {"type": "string", "description": "The record's key"},
        "ce_time": {"type": "string", "format": "date-time"},
        "traceparent": {"type": "string", "description": "W3C trace context"},
    },
}


def published() -> dict[str, str]:
    """Return every published file: its path below the folder, and its text."""
    files = {
        f"schemas/{event.type}.json": _json(schema(event))
        for topic in TOPICS
        for event in topic.events
    }
    return {**files, "asyncapi.json": _json(asyncapi()), "EVENTS.md": page()}


def schema(event: type[Event]) -> dict[str, object]:
    """Return the JSON Schema of an event's body, as writers keep to it."""
    body = event.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:renvoi:event:{event.type}",
        **body,
    }


def asyncapi() -> dict[str, object]:
    """Return the AsyncAPI 3 document of all topics, from the brokers' point of view."""
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Renvoi",
            "version": "1",
            "description": "Every topic has one writer. Readers pass over types they do not know.",
        },
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": _operations(),
        "components": {
            "messages": {event.type: _message(event) for topic in TOPICS for event in topic.events}
        },
    }


def page() -> str:
    """Return the same for people, in Markdown."""
    lines = [
        "# Events of Renvoi",
        "",
        "Written by `python -m contracts.publish`; do not edit. Bodies are JSON, envelopes are",
        "CloudEvents 1.0 headers (Kafka binary mode). Beside each topic lies its twin",
        f"`<topic>{DEAD_SUFFIX}` for records that a reader had to give up.",
        "",
        "| Topic | Writer | Readers | Key | Partitions | Kept |",
        "|---|---|---|---|---|---|",
        *(_row(topic) for topic in TOPICS),
    ]
    for topic in TOPICS:
        for event in topic.events:
            lines += ["", f"## `{event.type}`", "", _first_line(event), ""]
            lines += [f"Topic `{topic.name}`. [Schema](schemas/{event.type}.json).", ""]
            lines += _fields(event)
    return "\n".join(lines) + "\n"


def _channel(topic: Topic) -> dict[str, object]:
    return {
        "address": topic.name,
        "messages": {
            event.type: {"$ref": f"#/components/messages/{event.type}"} for event in topic.events
        },
        "bindings": {
            "kafka": {"partitions": topic.partitions, "topicConfiguration": _settings(topic)}
        },
    }


def _settings(topic: Topic) -> dict[str, object]:
    return {
        name: value.split(",") if name == "cleanup.policy" else int(value)
        for name, value in topic.config.items()
    }


def _operations() -> dict[str, object]:
    operations: dict[str, object] = {}
    for topic in TOPICS:
        channel = {"$ref": f"#/channels/{topic.name}"}
        operations[f"{topic.writer} sends {topic.name}"] = {"action": "send", "channel": channel}
        for reader in topic.readers:
            operations[f"{reader} receives {topic.name}"] = {
                "action": "receive",
                "channel": channel,
            }
    return operations


def _message(event: type[Event]) -> dict[str, object]:
    return {
        "name": event.type,
        "summary": _first_line(event),
        "contentType": "application/json",
        "headers": _HEADERS,
        "payload": {
            "schemaFormat": "application/schema+json;version=draft-2020-12",
            "schema": {"$ref": f"schemas/{event.type}.json"},
        },
    }


def _row(topic: Topic) -> str:
    readers = ", ".join(topic.readers)
    cells = (f"`{topic.name}`", topic.writer, readers, f"`{topic.key}`", str(topic.partitions))
    return f"| {' | '.join(cells)} | {_kept(topic)} |"


def _kept(topic: Topic) -> str:
    retention_ms = topic.config.get("retention.ms")
    if retention_ms is None:
        return "the newest per key"
    return f"{int(retention_ms) // 86_400_000} days"


def _fields(event: type[Event]) -> list[str]:
    return [
        f"- `{name}`{'' if field.is_required() else ' (optional)'}"
        for name, field in event.model_fields.items()
    ]


def _first_line(event: type[Event]) -> str:
    return (event.__doc__ or "").strip().splitlines()[0]


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main(folder: Path) -> None:
    """Write all published files below `folder`."""
    for name, text in published().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
