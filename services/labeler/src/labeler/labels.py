"""The rules of a label order: what to do next, when to stop, until when a label is of use.

Buying has no key at the carrier that would let a second call find the first (Canada Post REST,
Create Authorized Return, read 2026-11). So whatever is not certainly "nothing happened" is never
bought again by machine.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Literal
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from contracts.decisions import ReturnApproved

Outcome = Literal["done", "refused", "not_sent", "unknown"]
"""How an attempt to buy ended. `not_sent`: certainly nothing happened, so it may be made again."""

Step = Literal["nothing", "buy", "declare_unknown", "fetch", "watch"]
"""`watch`: nothing is to be had of it any more, but somebody may send a parcel with it."""

_EASTERN = ZoneInfo("America/Toronto")
_LINK_LIFE = timedelta(days=5)
_REFUSAL_PATIENCE = timedelta(hours=1)
_KEY_TROUBLE = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an order has come. `last_outcome` is `open` while nobody has told how it ended."""

    attempts: int
    last_outcome: Outcome | Literal["open"] | None
    is_bought: bool
    is_stored: bool
    has_failed: bool
    is_voided: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A label to be obtained: the one of its `generation`, counted from 1, of a return."""

    order_id: UUID
    generation: int
    approved: ReturnApproved
    standing: Standing

    @property
    def return_id(self) -> UUID:
        """The return that the label is for."""
        return self.approved.return_id


@dataclass(frozen=True, slots=True)
class Purchase:
    """A label that exists at the carrier. Links are None when it gave none or they are forgotten.

    Neither link is ever logged: one holds the API user, the other opens the label for anyone.
    """

    attempt: int
    tracking_pin: str
    artifact_href: str | None
    artifact_media_type: str | None
    public_url: str | None
    public_until: datetime | None
    bought_at: datetime


def order_id_of(return_id: UUID, generation: int) -> UUID:
    """Name an order. The first one has the id of its return."""
    return return_id if generation == 1 else uuid5(return_id, f"label/{generation}")


def next_step(standing: Standing) -> Step:
    """Tell what an order needs next. Buying is next only if certainly nothing was bought."""
    if standing.is_voided:
        return _next_of_void(standing)
    if standing.is_stored:
        return "nothing"
    if standing.is_bought:
        return "fetch"
    if standing.has_failed:
        return "nothing"
    return "buy" if standing.last_outcome in (None, "not_sent") else "declare_unknown"


def _next_of_void(standing: Standing) -> Step:
    """Neither buy nor fetch a label that counts no more, and never lose it from sight."""
    if standing.is_bought:
        return "watch"
    is_open = standing.last_outcome == "open" and not standing.has_failed
    return "declare_unknown" if is_open else "nothing"


def is_file_lost(status: int | None, bought_at: datetime, now: datetime) -> bool:
    """Tell whether a refusal to hand a file over is final; `status` is the HTTP status.

    Fetching is free, so a refusal is given an hour to pass, and one of the key as long as the link
    lives, since the merchant may send another key. Source: Canada Post REST, Get Artifact, 5 days
    (read 2026-11).
    """
    patience = _LINK_LIFE if status in _KEY_TROUBLE else _REFUSAL_PATIENCE
    return now - bought_at > patience


def use_by_on(public_until: datetime | None) -> date | None:
    """Tell the last day that is over, in the East, before the label's address goes dead."""
    if public_until is None:
        return None
    # To the second, so that an end at 23:59:59 still counts as the end of its day.
    return (public_until.astimezone(_EASTERN) - timedelta(days=1) + timedelta(seconds=1)).date()
