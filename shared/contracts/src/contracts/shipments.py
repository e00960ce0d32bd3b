"""What was sent to customers. Topic `merchant.shipments`, compacted; a tombstone means erased."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from contracts.event import Event
from contracts.values import Email, Language, Parcel, PostalAddress


class ShipmentRecorded(Event):
    """One parcel that a merchant sent, as it is known from now on."""

    type: ClassVar[str] = "renvoi.shipment-recorded.v1"

    shipment_id: UUID
    merchant_id: UUID
    version: Annotated[int, Field(ge=1)]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{8,40}$")]
    """Upper case, without spaces or hyphens."""
    recipient: PostalAddress
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel | None = None
    """As it was weighed; readers that need one ask the merchant for their usual parcel."""
    order_number: Annotated[str, StringConstraints(min_length=1, max_length=60)] | None = None
    """As the store and its customer know the order."""
    shipped_on: date | None = None
    delivered_on: date | None = None
    recorded_at: AwareDatetime
