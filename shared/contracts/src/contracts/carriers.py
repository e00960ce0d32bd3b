"""How the labeler may act at the carrier. Topic `merchant.carriers`, compacted."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from contracts.event import Event
from contracts.values import Value

Environment = Literal["production", "test"]
"""Which of the carrier's two hosts an account is for: its API keys belong to one of them."""


class CarrierAccountSealed(Event):
    """A merchant's account at the carrier, closed for everyone but labeler.

    `sealed` is base64 of a NaCl sealed box to labeler's X25519 key around the JSON of a
    `CarrierAccount`: merchant-api can close the box and cannot open it again.
    """

    type: ClassVar[str] = "renvoi.carrier-account-sealed.v1"

    merchant_id: UUID
    version: Annotated[int, Field(ge=1)]
    carrier: Literal["canada_post"]
    sealed: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    sealed_at: AwareDatetime


class CarrierAccount(Value):
    """What a `CarrierAccountSealed` holds once labeler has opened it. Never logged."""

    user: Annotated[str, StringConstraints(pattern=r"^[^:]{1,100}$")]
    """Without a colon, which would end it in HTTP's basic credentials."""
    password: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    customer_number: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}$")]
    contract_id: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}$")] | None = None
    environment: Environment = "production"
