"""What is known of shipments, as the table holds it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from contracts.values import Email, Language, Parcel, PostalAddress, Value
from pydantic import Field, StringConstraints

Day = Annotated[
    date,
    Field(
        ge=date(2000, 1, 1),
        lt=date(2100, 1, 1),
        json_schema_extra={"pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
    ),
]
"""A day of sending or delivery with which one can count."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""What people write on an order so that they find it again."""


class ShipmentContent(Value):
    """What a merchant tells of a parcel that was sent; the tracking number says which.

    The parcel is weighed by few: without it the centre's usual parcel counts.
    """

    recipient: PostalAddress
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel | None = None
    reference: Label | None = None
    """The merchant's own id of the shipment. No two have the same."""
    order_number: Label | None = None
    shipped_on: Day | None = None
    delivered_on: Day | None = None


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
    def parcel(self) -> Parcel | None:
        return self.content.parcel
