"""The rules of following a parcel: what is news, and when it has come to its end."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from labeler.canada_post import TrackingEvent
from labeler.canada_post.stages import stage_of

Sighting: TypeAlias = tuple[str, datetime, str]
"""What makes an event the same one at the next look: its code, its instant, its place."""

_WATCHED_FOR = timedelta(days=120)


def sighting(event: TrackingEvent) -> Sighting:
    """Name an event. One of no place has the place ''."""
    return event.event_id, event.happened_at, event.place or ""


def news(events: Sequence[TrackingEvent], known: Collection[Sighting]) -> list[TrackingEvent]:
    """Keep the events that are not known yet, in their order, each of them once."""
    fresh = {sighting(event): event for event in events if sighting(event) not in known}
    return list(fresh.values())


def is_over(events: Sequence[TrackingEvent], bought_at: datetime, now: datetime) -> bool:
    """Tell whether to stop looking: delivered, to whichever side, or never seen to arrive.

    The id alone counts, because after a parcel has turned back its delivery to the customer is told
    as `returning`.
    """
    is_delivered = any(stage_of(event.event_id) == "delivered" for event in events)
    return is_delivered or now - bought_at > _WATCHED_FOR
