"""Codec of Get Tracking Details: what happened to a parcel, oldest first.

Source: Canada Post REST, Get Tracking Details, and track.xsd, whose namespace has no version
(read 2026-11). Signatories and signatures are not read: nobody here needs them.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from contracts.labels import Stage

from labeler.canada_post import elements, stages, zones
from labeler.canada_post.elements import Element
from labeler.canada_post.errors import RequestNotSendable

MEDIA_TYPE = "application/vnd.cpc.track-v2+xml"
NO_HISTORY = "004"
"""The message that says: nothing known of this PIN, as before its first scan."""

_PIN = re.compile(r"[A-Za-z0-9]{11,16}")


@dataclass(frozen=True, slots=True)
class TrackingEvent:
    """One thing that happened. `stage` None changes nothing: a note, or an id nobody knows.

    `event_id` has no leading zeros. `description` is in the language asked for. `place` is a site,
    a province or both (`SAINTE-FOY QC`); None when the carrier names neither.
    """

    event_id: str
    stage: Stage | None
    happened_at: datetime
    description: str
    place: str | None


@dataclass(frozen=True, slots=True)
class TrackingDetail:
    """The events, oldest first, and the ids of those left out because their date is unreadable."""

    events: tuple[TrackingEvent, ...]
    undated_ids: tuple[str, ...]


def path(tracking_pin: str) -> str:
    """Where the details of a PIN are. Raises RequestNotSendable."""
    if not _PIN.fullmatch(tracking_pin):
        raise RequestNotSendable(field="pin", fault="is not 11 to 16 letters and digits")
    return f"/vis/track/pin/{tracking_pin}/detail"


def read_detail(body: bytes) -> TrackingDetail:
    """Read the events; none is a legal answer. Raises Unreadable."""
    root = elements.parse(body, "tracking-detail")
    dated: list[TrackingEvent] = []
    undated: list[str] = []
    for occurrence in elements.children(root, "significant-events/occurrence"):
        try:
            dated.append(_read_event(occurrence))
        except (ValueError, OverflowError):
            undated.append(stages.normalise_id(elements.text(occurrence, "event-identifier")))
    return TrackingDetail(_in_order(dated), tuple(undated))


def _read_event(occurrence: Element) -> TrackingEvent:
    event_id = stages.normalise_id(elements.text(occurrence, "event-identifier"))
    place = (elements.text(occurrence, "event-site"), elements.text(occurrence, "event-province"))
    return TrackingEvent(
        event_id=event_id,
        stage=stages.stage_of(event_id),
        happened_at=zones.to_utc(
            elements.text(occurrence, "event-date"),
            elements.text(occurrence, "event-time"),
            elements.text(occurrence, "event-time-zone"),
        ),
        description=elements.text(occurrence, "event-description"),
        place=" ".join(part for part in place if part) or None,
    )


def _in_order(dated: list[TrackingEvent]) -> tuple[TrackingEvent, ...]:
    """Oldest first; once a parcel has turned back or is delivered, that stands.

    Documents are newest first but promise nothing, so they are sorted; among events of one second
    the document's order counts. What is scanned after a delivery changes nothing, unless the parcel
    turns back. A delivery after that is one to the customer, though its id is the same: the text
    that would tell them apart is not to be relied on.
    """
    newest_first = sorted(dated, key=lambda event: event.happened_at, reverse=True)
    final: Stage | None = None
    told: list[TrackingEvent] = []
    for event in reversed(newest_first):
        stage = event.stage
        if stage == "returning" or (stage == "delivered" and final is None):
            final = stage
        elif stage is not None and final is not None:
            stage = final if final == "returning" else None
        told.append(replace(event, stage=stage))
    return tuple(told)
