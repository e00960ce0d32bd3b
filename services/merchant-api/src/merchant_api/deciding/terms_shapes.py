"""What the API is told, and tells, of the terms of a label."""

from typing import Final, Self
from uuid import UUID

from contracts.values import Parcel, PostalAddress
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from merchant_api.api import examples
from merchant_api.centre.centre_settings import ServiceCode
from merchant_api.deciding.decision import Terms
from merchant_api.deciding.terms import Wish

_PARCEL: Final[JsonDict] = {
    "weight_grams": 1200,
    "length_mm": 300,
    "width_mm": 200,
    "height_mm": 100,
}


class TermsIn(BaseModel):
    """What to price or buy. Left out: what was estimated last, or else what the centre has set."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"service_code": "DOM.XP", "parcel": _PARCEL}]},
    )

    address_id: UUID | None = Field(
        default=None, description="Of one of the centre's addresses; else its default"
    )
    service_code: ServiceCode | None = None
    parcel: Parcel | None = None

    def wish(self) -> Wish:
        return Wish(self.address_id, self.service_code, self.parcel)


class TermsOut(BaseModel):
    """What was agreed to, as it was then."""

    address_id: UUID
    address: PostalAddress = Field(examples=[examples.ADDRESS])
    service_code: str = Field(examples=["DOM.EP"])
    parcel: Parcel = Field(examples=[_PARCEL])

    @classmethod
    def of(cls, terms: Terms) -> Self:
        return cls(
            address_id=terms.address_id,
            address=terms.address,
            service_code=terms.service_code,
            parcel=terms.parcel,
        )
