"""Where a parcel is: the stages it goes through, and the tracking events each one means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from simulator.journal import Journal
from simulator.ledger import Sale

Stage = Literal["info", "accepted", "in_transit", "out_for_delivery", "delivered"]
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class EventKind:
    """A tracking event by the carrier's number, which travels padded to four digits."""

    identifier: str
    summary_type: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a parcel, and where."""

    kind: EventKind
    at: datetime
    site: str = ""
    province: str = ""


CREATED = EventKind("3002", "INFO")
ACCEPTED = EventKind("1303", "INDUCTION")
PROCESSED = EventKind("0100", "INCOMING")
OUT = EventKind("0174", "OUT")
DELIVERED = EventKind("1496", "DELIVERED")
# The carrier often has this note as its newest event, after the delivery: readers must skip it.
SIGNATURE = EventKind("0020", "SIGNATURE")


class AlreadyFurther(Exception):
    """Parcels do not go backwards."""


class Scans:
    """When each parcel was first scanned at each stage, kept on disk."""

    def __init__(self, directory: Path) -> None:
        self._journal = Journal(directory / "scans.jsonl")
        self._by_pin: dict[str, dict[Stage, datetime]] = {}
        for entry in self._journal.entries:
            at = datetime.fromisoformat(entry["at"])
            self._by_pin.setdefault(entry["pin"], {})[entry["to"]] = at

    def stage(self, pin: str) -> Stage:
        """Tell the furthest stage of a parcel; every label sold begins at `info`."""
        scanned = self._by_pin.get(pin, {})
        return max(scanned, key=STAGES.index, default="info")

    def scan(self, pin: str, to: Stage, *, at: datetime) -> None:
        """Move a parcel on; scanning it where it is changes nothing. Raises AlreadyFurther."""
        here = self.stage(pin)
        if to == here:
            return
        if STAGES.index(to) < STAGES.index(here):
            raise AlreadyFurther(here)
        self._journal.append({"pin": pin, "to": to, "at": at.isoformat()})
        self._by_pin.setdefault(pin, {})[to] = at

    def times(self, pin: str) -> dict[Stage, datetime]:
        """Tell when a parcel was scanned at which stage."""
        return dict(self._by_pin.get(pin, {}))

    def close(self) -> None:
        """Let go of the file."""
        self._journal.close()


def history(sale: Sale, times: dict[Stage, datetime]) -> Sequence[Event]:
    """Tell everything that happened to a parcel, the newest first, as the carrier usually does."""
    here = {"site": sale.origin_city.upper(), "province": sale.origin_province}
    there = {"site": sale.destination_city.upper(), "province": sale.destination_province}
    events = [Event(CREATED, sale.at)]
    if at := times.get("accepted"):
        events.append(Event(ACCEPTED, at, **here))
    if at := times.get("in_transit"):
        events.append(Event(PROCESSED, at, **here))
    if at := times.get("out_for_delivery"):
        events.append(Event(OUT, at, **there))
    if at := times.get("delivered"):
        events.append(Event(DELIVERED, at, **there))
        events.append(Event(SIGNATURE, at + timedelta(seconds=1)))
    return tuple(reversed(events))
