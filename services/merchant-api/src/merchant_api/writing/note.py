"""What people write about a return: notes among themselves, and letters to the customer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from merchant_api.actors import Actor
from merchant_api.returns.errors import MessageMissing, MessageTooLong

MOST_NOTE_CHARACTERS: Final = 4000
MOST_LETTER_CHARACTERS: Final = 2000


@dataclass(frozen=True, slots=True)
class Note:
    """A note for the merchant's own people; the customer never sees it. Never changed."""

    note_id: UUID
    text: str
    actor: Actor
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """What was written to the customer. Never changed, for it was sent."""

    letter_id: UUID
    text: str
    actor: Actor
    written_at: datetime


def written(typed: str, most: int) -> str:
    """Return what was written, with plain line ends. Raises MessageMissing, MessageTooLong.

    A NUL is no sign that anybody types, and PostgreSQL takes none.
    """
    text = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
    if not text:
        raise MessageMissing
    if len(text) > most:
        raise MessageTooLong
    return text
