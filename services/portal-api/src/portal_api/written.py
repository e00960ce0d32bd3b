"""A return as it is written down, once, when the customer sends it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from contracts.returns import Reason
from contracts.values import Language, Method, Words


@dataclass(frozen=True, slots=True)
class NewReturn:
    """Everything that was on the page when it was sent, so that nothing changes under it later."""

    return_id: UUID
    number: str
    merchant_id: UUID
    shipment_id: UUID
    token_digest: bytes
    tracking_number: str
    reasons: tuple[Reason, ...]
    comment: str | None
    method: Method
    language: Language
    customer_name: str
    customer_email: str
    policy: Words
    policy_version: int
    answer_by_on: date
    requested_at: datetime
