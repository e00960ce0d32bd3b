"""What the API says of shipments: the shapes of its JSON."""

import re
from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from contracts.values import Email, Language, Parcel, PostalAddress, PostalCode
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from merchant_api.api import examples
from merchant_api.shipments.records import Day, Label, Shipment, ShipmentContent


def _tidy_code(typed: object) -> object:
    """Forgive spaces, hyphens and lower case, as people copy codes."""
    return re.sub(r"[\s-]", "", typed).upper() if isinstance(typed, str) else typed


# The description tells how codes may be written, not how they are kept.
_POSTAL_CODE_AS_WRITTEN: Final = (
    r"^[ABCEGHJ-NPRSTVXYabceghj-nprstvxy][ -]*[0-9][ -]*[ABCEGHJ-NPRSTV-Zabceghj-nprstv-z]"
    r"[ -]*[0-9][ -]*[ABCEGHJ-NPRSTV-Zabceghj-nprstv-z][ -]*[0-9]$"
)
_NUMBER_AS_WRITTEN: Final = r"^([A-Za-z0-9][ -]?){7,39}[A-Za-z0-9]$"


def _tidied(as_written: str) -> BeforeValidator:
    written = Annotated[str, StringConstraints(pattern=as_written)]
    return BeforeValidator(_tidy_code, json_schema_input_type=written)


class AddressIn(PostalAddress):
    """A Canadian address, with its postal code in any way of writing."""

    postal_code: Annotated[PostalCode, _tidied(_POSTAL_CODE_AS_WRITTEN)]


class ShipmentIn(BaseModel):
    """A parcel that was sent. Told again with other content, it is a new version."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [examples.SHIPMENT]})

    tracking_number: Annotated[
        str, StringConstraints(pattern=r"^[A-Z0-9]{8,40}$"), _tidied(_NUMBER_AS_WRITTEN)
    ]
    recipient: AddressIn
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel | None = None
    reference: Label | None = None
    order_number: Label | None = None
    shipped_on: Day | None = None
    delivered_on: Day | None = None

    def content(self) -> ShipmentContent:
        """Return what is told beside the tracking number."""
        return ShipmentContent(
            recipient=PostalAddress(**self.recipient.model_dump()),
            email=self.email,
            language=self.language,
            parcel=self.parcel,
            reference=self.reference,
            order_number=self.order_number,
            shipped_on=self.shipped_on,
            delivered_on=self.delivered_on,
        )


class ShipmentOut(BaseModel):
    """A shipment as it is known now."""

    shipment_id: UUID
    version: int
    tracking_number: str = Field(examples=[examples.TRACKING_NUMBER])
    recipient: PostalAddress = Field(examples=[examples.ADDRESS])
    email: str | None
    language: Language | None
    parcel: Parcel | None
    reference: str | None
    order_number: str | None
    shipped_on: date | None
    delivered_on: date | None

    @classmethod
    def of(cls, shipment: Shipment) -> Self:
        content = shipment.content
        return cls(
            shipment_id=shipment.shipment_id,
            version=shipment.version,
            tracking_number=shipment.tracking_number,
            recipient=content.recipient,
            email=content.email,
            language=content.language,
            parcel=content.parcel,
            reference=content.reference,
            order_number=content.order_number,
            shipped_on=content.shipped_on,
            delivered_on=content.delivered_on,
        )
