"""A decision on a return: what it is, and what it announces. Taken once, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from contracts.values import Parcel, PostalAddress, Value

from merchant_api.actors import Actor

Verdict = Literal["approved", "declined"]

DeclineReason = Literal[
    "outside_policy", "final_sale", "used_or_damaged", "duplicate", "fraud_suspected", "other"
]
"""Why, for statistics. Never told to the customer, and never announced."""


class Terms(Value):
    """What was agreed. The address is kept as it is now: the centre's may change."""

    address_id: UUID
    address: PostalAddress
    service_code: str
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a return, by whom and when. `message` is for the customer.

    `terms` are those of an approval; one from long ago has none.
    """

    return_id: UUID
    verdict: Verdict
    message: str | None
    actor: Actor
    decided_at: datetime
    terms: Terms | None = None
    decline_reason: DeclineReason | None = None
