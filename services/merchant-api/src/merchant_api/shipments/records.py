"""What is known of shipments, as the table holds it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from contracts.values import Email, Language, Parcel, PostalAddress, Value
from pydantic import Field

DeliveredOn = Annotated[date, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))]
"""A day of delivery with which one can count."""


class ShipmentContent(Value):
    """What a merchant tells of a parcel that was sent; the tracking number says which."""

    recipient: PostalAddress
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel
    delivered_on: DeliveredOn | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    """A parcel that a merchant sent, in its `version`."""

    shipment_id: UUID
    version: int
    tracking_number: str
    content: ShipmentContent

    @property
    def recipient(self) -> PostalAddress:
        return self.content.recipient

    @property
    def parcel(self) -> Parcel:
        return self.content.parcel
