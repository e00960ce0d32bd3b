"""What the carrier answers. Topic `labeler.labels`, written by labeler."""

from datetime import date
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from contracts.event import Event
from contracts.values import BlobRef, Cents, Method, PostalAddress, Reply, Value

Stage = Literal[
    "info", "accepted", "in_transit", "out_for_delivery", "delivered", "exception", "returning"
]
"""Where a parcel is on its way home. `returning`: it goes back to the customer."""

Outcome = Literal["refused", "unknown"]
"""`refused` is final. `unknown`: the carrier may have acted; a person has to look."""


Generation = Annotated[int, Field(ge=1, le=1000)]
"""Numbers the labels of a return: 1 is the one that its approval asked for."""


class PriceLine(Value):
    """A surcharge, a discount or a priced option, as the carrier names it."""

    code: str
    name: str
    amount_cents: Cents


class TaxLine(Value):
    """A tax that is due. `rate_percent` is the carrier's own text, such as `9.975`."""

    kind: Literal["gst", "pst", "hst"]
    rate_percent: str | None = None
    amount_cents: Cents


class CostEstimated(Event):
    """What the carrier says a return would cost. Never computed by us."""

    type: ClassVar[str] = "renvoi.cost-estimated.v1"

    estimate_id: UUID
    return_id: UUID
    merchant_id: UUID
    service_code: str
    service_name: str
    base_cents: Cents
    lines: tuple[PriceLine, ...]
    taxes: tuple[TaxLine, ...]
    due_cents: Cents
    quoted_at: AwareDatetime


class EstimateFailed(Event):
    """The carrier would not name a price."""

    type: ClassVar[str] = "renvoi.estimate-failed.v1"

    estimate_id: UUID
    return_id: UUID
    merchant_id: UUID
    codes: tuple[str, ...]
    message: str
    """The carrier's own words, for the merchant."""
    failed_at: AwareDatetime


class LabelCreated(Event):
    """A label exists, and its files are stored."""

    type: ClassVar[str] = "renvoi.label-created.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    method: Method
    tracking_pin: str
    label: BlobRef
    """The carrier's PDF, byte for byte."""
    qr_png: BlobRef
    qr_svg: BlobRef
    qr_opens: Literal["label", "counter"]
    """`label`: the code holds the address of the label. `counter`: it is the carrier's own."""
    use_by_on: date | None = None
    return_address: PostalAddress
    created_at: AwareDatetime
    reply: Reply
    generation: Generation = 1


class LabelFailed(Event):
    """There is no label, or nobody knows whether there is one."""

    type: ClassVar[str] = "renvoi.label-failed.v1"

    return_id: UUID
    merchant_id: UUID
    outcome: Outcome
    codes: tuple[str, ...]
    message: str
    failed_at: AwareDatetime
    generation: Generation = 1


class LabelVoided(Event):
    """A label counts no more. Its parcel is followed all the same, for somebody may use it."""

    type: ClassVar[str] = "renvoi.label-voided.v1"

    return_id: UUID
    merchant_id: UUID
    generation: Generation
    tracking_pin: str | None = None
    """None: nothing is known to have been bought."""
    voided_at: AwareDatetime


class ParcelMoved(Event):
    """The carrier has seen the parcel somewhere."""

    type: ClassVar[str] = "renvoi.parcel-moved.v1"

    return_id: UUID
    merchant_id: UUID
    tracking_pin: str
    stage: Stage
    carrier_code: str
    """The carrier's event id without leading zeros, such as `1303`."""
    description: str
    place: str | None = None
    happened_at: AwareDatetime
    generation: Generation = 1
