"""A decision on a return: what it is, and what it announces. Taken once, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from merchant_api.actors import Actor

Verdict = Literal["approved", "declined"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a return, by whom and when. `message` is for the customer."""

    return_id: UUID
    verdict: Verdict
    message: str | None
    actor: Actor
    decided_at: datetime
