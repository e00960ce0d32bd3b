"""Trials of carrier accounts: asked on `merchant.checks`, answered on `labeler.checks`."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, StringConstraints

from contracts.event import Event
from contracts.values import Language, PostalCode

CheckOutcome = Literal["ok", "refused", "unreachable"]
"""`unreachable`: the account was not judged, and the same trial may end otherwise later."""


class CarrierCheckRequested(Event):
    """A merchant wants to know whether an account, saved or not, works at the carrier."""

    type: ClassVar[str] = "renvoi.carrier-check-requested.v1"

    check_id: UUID
    merchant_id: UUID
    carrier: Literal["canada_post"]
    sealed: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    """The account, closed for labeler like that of a `CarrierAccountSealed`."""
    origin_postal_code: PostalCode
    destination_postal_code: PostalCode
    language: Language
    """Of the carrier's words in the answer."""
    requested_at: AwareDatetime


class CarrierChecked(Event):
    """What the carrier answered to a free call with the account."""

    type: ClassVar[str] = "renvoi.carrier-checked.v1"

    check_id: UUID
    merchant_id: UUID
    outcome: CheckOutcome
    finding: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")] | None = None
    """What to look at, such as `credentials`; readers may meet ones that they do not know."""
    codes: tuple[str, ...]
    message: str
    """The carrier's own words, for the merchant; empty if it said nothing."""
    checked_at: AwareDatetime
