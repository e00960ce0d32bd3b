"""What the API says of shipments: the shapes of its JSON."""

import re
from datetime import date
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from contracts.values import Email, Language, Parcel, PostalAddress, PostalCode
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from merchant_api.api import examples
from merchant_api.api.problems import Problem
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.list_store import ShipmentLine
from merchant_api.shipments.records import Day, Label, Shipment, ShipmentContent

MOST_AT_ONCE: Final = 500

# Something that is not blank, and no sign that moves a printer or hides from the eye.
_LINE: Final = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"
_ANY_LINE: Final = r"^[^\x00-\x1f\x7f-\x9f]*$"

Line44 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=44, pattern=_LINE)]
AnyLine44 = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=44, pattern=_ANY_LINE)
]
Line40 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40, pattern=_LINE)]
Code60 = Annotated[Label, StringConstraints(strip_whitespace=True, pattern=_LINE)]


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


TrackingNumber = Annotated[
    str, StringConstraints(pattern=r"^[A-Z0-9]{8,40}$"), _tidied(_NUMBER_AS_WRITTEN)
]


class AddressIn(PostalAddress):
    """A Canadian address, with its postal code in any way of writing."""

    name: Line44
    company: AnyLine44 | None = None
    line_1: Line44
    line_2: AnyLine44 | None = None
    city: Line40
    postal_code: Annotated[PostalCode, _tidied(_POSTAL_CODE_AS_WRITTEN)]


class ShipmentIn(BaseModel):
    """A parcel that was sent. Told again with other content, it is a new version.

    `reference` is your own id of it: told with a reference that is known, it is that shipment,
    even if its tracking number is another now. Without a parcel, your usual one counts.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [examples.SHIPMENT]})

    tracking_number: TrackingNumber
    recipient: AddressIn
    email: Email | None = None
    language: Language | None = None
    parcel: Parcel | None = None
    reference: Code60 | None = None
    order_number: Code60 | None = None
    shipped_on: Day | None = None
    delivered_on: Day | None = None

    def told(self) -> Told:
        """Return what is told, as the use cases take it."""
        content = self.model_dump(exclude={"tracking_number", "recipient"})
        recipient = PostalAddress(**self.recipient.model_dump())
        return Told(self.tracking_number, ShipmentContent(recipient=recipient, **content))


class ShipmentsIn(BaseModel):
    """Many at once. Each is judged by itself: one that is refused spoils no other."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"shipments": [examples.SHIPMENT]}]}
    )

    shipments: Annotated[list[dict[str, object]], Field(min_length=1, max_length=MOST_AT_ONCE)]
    """Each as if it came alone."""


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
        return cls(
            shipment_id=shipment.shipment_id,
            version=shipment.version,
            tracking_number=shipment.tracking_number,
            **dict(shipment.content),
        )


class ShipmentLineOut(ShipmentOut):
    """A shipment in the list. `return_number` is that of its return, if there is one."""

    return_number: str | None

    @classmethod
    def of_line(cls, line: ShipmentLine) -> Self:
        known = ShipmentOut.of(line.shipment)
        return cls(**dict(known), return_number=line.return_number)


class ShipmentList(BaseModel):
    """A page of shipments. `next_cursor` leads to the next one."""

    shipments: tuple[ShipmentLineOut, ...]
    next_cursor: UUID | None


class ItemResult(BaseModel):
    """What came of one item: recorded, with its id, or refused, with a problem."""

    index: int
    outcome: Literal["new", "changed", "unchanged", "refused"]
    shipment_id: UUID | None = None
    version: int | None = None
    reference: str | None = None
    tracking_number: str | None = None
    problem: Problem | None = None


class BatchOut(BaseModel):
    """A result for each item, in their order."""

    results: tuple[ItemResult, ...]
