"""How often one may guess: every look-up is counted beforehand, and taken back if it succeeds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from portal_api.errors import TooManyTries

Scope = Literal["network", "parcel", "postal_code"]

_WINDOWS: Final[Mapping[Scope, timedelta]] = {
    "network": timedelta(minutes=5),
    "parcel": timedelta(hours=1),
    "postal_code": timedelta(minutes=5),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How many look-ups may fail: per tracking number and hour, the others in five minutes.

    Numbers follow each other, so the postal code is the only secret. Spraying one popular code over
    many numbers passes any limit per number: hence the one per code.
    """

    parcel: int
    network: int
    postal_code: int


@dataclass(frozen=True, slots=True)
class Counter:
    """One window in which tries of one kind are counted. `key` does not say what was tried."""

    scope: Scope
    key: bytes
    window_at: datetime
    most: int

    @property
    def ends_at(self) -> datetime:
        """When counting begins anew."""
        return self.window_at + _WINDOWS[self.scope]


def counters(
    limits: Limits,
    *,
    slug: str,
    tracking_number: str,
    postal_code: str,
    network: str,
    at: datetime,
) -> tuple[Counter, ...]:
    """Say what a look-up counts against, in the one order in which rows are locked."""
    tried: dict[Scope, tuple[str, int]] = {
        "network": (network, limits.network),
        "parcel": (f"{slug} {tracking_number}", limits.parcel),
        "postal_code": (f"{slug} {postal_code}", limits.postal_code),
    }
    return tuple(
        Counter(scope, _digest(text), _window_at(scope, at), most)
        for scope, (text, most) in tried.items()
    )


def check(counted: Sequence[Counter], tries: Mapping[str, int], *, at: datetime) -> None:
    """Raise TooManyTries if one of the counters has passed its limit."""
    full = [counter for counter in counted if tries[counter.scope] > counter.most]
    if full:
        wait = max(counter.ends_at for counter in full) - at
        raise TooManyTries(max(int(wait.total_seconds()), 1))


def _window_at(scope: Scope, at: datetime) -> datetime:
    length = int(_WINDOWS[scope].total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // length * length, UTC)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
