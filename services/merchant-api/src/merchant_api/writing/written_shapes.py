"""What the API says of what people wrote about a return, and of the customer’s other returns."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.returns.records import State
from merchant_api.returns.shapes import ActorOut
from merchant_api.writing.note import MOST_LETTER_CHARACTERS, MOST_NOTE_CHARACTERS, Letter, Note


class OtherReturnOut(BaseModel):
    """Another return of the same customer."""

    return_id: UUID
    number: str = Field(examples=["RV-7H3M-9P"])
    state: State
    requested_at: datetime


class NoteOut(BaseModel):
    """A note of the merchant's own people; the customer never sees it."""

    note_id: UUID
    text: str = Field(examples=["A appelé deux fois; on lui a promis une réponse vendredi."])
    by: ActorOut
    written_at: datetime

    @classmethod
    def of(cls, note: Note) -> Self:
        return cls(
            note_id=note.note_id,
            text=note.text,
            by=ActorOut.of(note.actor),
            written_at=note.written_at,
        )


class LetterOut(BaseModel):
    """What was written to the customer, by e-mail and on the page of the return."""

    letter_id: UUID
    text: str = Field(examples=["Pourriez-vous nous envoyer une photo?"])
    by: ActorOut
    written_at: datetime

    @classmethod
    def of(cls, letter: Letter) -> Self:
        return cls(
            letter_id=letter.letter_id,
            text=letter.text,
            by=ActorOut.of(letter.actor),
            written_at=letter.written_at,
        )


class NoteIn(BaseModel):
    """A note. Only the merchant's own people read it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "A appelé deux fois."}]},
    )

    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=MOST_NOTE_CHARACTERS, strip_whitespace=True),
    ]


class LetterIn(BaseModel):
    """A message to the customer, who reads it as it is. They answer by e-mail to the store."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "Pourriez-vous nous envoyer une photo?"}]},
    )

    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=MOST_LETTER_CHARACTERS, strip_whitespace=True),
    ]
