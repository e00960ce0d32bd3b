"""What merchants decide. Topic `merchant.decisions`, written by merchant-api."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, StringConstraints

from contracts.event import Event
from contracts.values import Language, Method, Parcel, PostalAddress, PostalCode, Reply


class EstimateRequested(Event):
    """A merchant wants to know what a return would cost. Costs nothing and may be repeated."""

    type: ClassVar[str] = "renvoi.estimate-requested.v1"

    estimate_id: UUID
    return_id: UUID
    merchant_id: UUID
    service_code: str
    """Canada Post's, such as `DOM.EP`."""
    origin_postal_code: PostalCode
    destination_postal_code: PostalCode
    parcel: Parcel
    language: Language
    """In which the carrier names its services and explains its refusals."""
    requested_at: AwareDatetime


class ReturnApproved(Event):
    """A merchant has agreed to a return and to pay for its label."""

    type: ClassVar[str] = "renvoi.return-approved.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    method: Method
    service_code: str
    returner: PostalAddress
    """The customer, who sends."""
    receiver: PostalAddress
    """The merchant's return address."""
    parcel: Parcel
    approved_at: AwareDatetime
    reply: Reply


class ReturnDeclined(Event):
    """A merchant has said no, in words meant for the customer."""

    type: ClassVar[str] = "renvoi.return-declined.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    message: str
    declined_at: AwareDatetime
    reply: Reply


class CustomerMessaged(Event):
    """A merchant has written to the customer about a return. It decides nothing."""

    type: ClassVar[str] = "renvoi.customer-messaged.v1"

    letter_id: UUID
    return_id: UUID
    number: str
    merchant_id: UUID
    message: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    written_at: AwareDatetime
    reply: Reply
