"""Where a page of the queue ends: the next one begins after this moment and this return."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the list, that stays one whatever comes or goes around it."""

    at: datetime
    return_id: UUID

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what `str` wrote; None if it is something else."""
        try:
            held = urlsafe_b64decode(text)
            if len(held) != _BYTES:
                return None
            at = _EPOCH + int.from_bytes(held[:8], signed=True) * _MICROSECOND
        except (ValueError, OverflowError):
            return None
        return cls(at, UUID(bytes=held[8:]))

    def __str__(self) -> str:
        passed = (self.at - _EPOCH) // _MICROSECOND
        return urlsafe_b64encode(passed.to_bytes(8, signed=True) + self.return_id.bytes).decode()
