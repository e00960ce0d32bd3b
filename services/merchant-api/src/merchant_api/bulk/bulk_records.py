"""One act on several returns: what was asked, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from contracts.values import Language
from pydantic import BaseModel, ConfigDict

from merchant_api.actors import Actor
from merchant_api.deciding.decision import DeclineReason

Act = Literal["estimate", "approve", "decline"]
Outcome = Literal["done", "failed"]

MOST_RETURNS: Final = 5000
"""More than that is no selection that somebody has looked at."""


class Terms(BaseModel):
    """What the act needs to know besides: of a refusal the words, by language, and our reason."""

    model_config = ConfigDict(frozen=True)

    message_fr: str = ""
    message_en: str = ""
    reason: DeclineReason | None = None

    def message(self, language: Language) -> str:
        """Return the words for a customer who reads `language`."""
        return self.message_fr if language == "fr" else self.message_en


@dataclass(frozen=True, slots=True)
class BulkRun:
    """What somebody asked to be done to each of its returns."""

    run_id: UUID
    merchant_id: UUID
    act: Act
    actor: Actor
    language: Language
    terms: Terms
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a run would act on. `due_cents` sums up the last prices, where there are any."""

    count: int
    priced: int
    due_cents: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come. Prices are counted as they arrive from the carrier."""

    total: int
    done: int
    failed: int
    priced: int
    due_cents: int

    @property
    def left(self) -> int:
        return self.total - self.done - self.failed


@dataclass(frozen=True, slots=True)
class BulkItem:
    """One return of a run. `refusal` names why it failed; `told` are the carrier's words."""

    return_id: UUID
    number: str
    customer_name: str
    position: int
    is_to_decide: bool
    outcome: Outcome | None
    refusal: str | None
    told: str | None
    due_cents: int | None
