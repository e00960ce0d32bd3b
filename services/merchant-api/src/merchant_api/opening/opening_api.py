"""What programs open for customers."""

from typing import Annotated, Literal, Self
from uuid import UUID

from contracts.values import Language, Method
from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.api import examples
from merchant_api.api.caller import ReturnDecider, ReturnReader
from merchant_api.api.problems import documented
from merchant_api.opening import opening_store
from merchant_api.opening.open_return import open_return
from merchant_api.opening.opening import (
    MOST_COMMENT_CHARACTERS,
    MOST_NAME_CHARACTERS,
    Asked,
    Opening,
)
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.shipments.problems import NOT_FOUND
from merchant_api.workplace import At

router = APIRouter(tags=["returns"])


class OpeningIn(BaseModel):
    """A return in the name of a customer."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "shipment_id": "01997c4e-7a10-7000-8000-000000000002",
                    "reasons": ["too_small"],
                    "method": "qr_code",
                    "customer_email": examples.EMAIL,
                    "language": "fr",
                }
            ]
        },
    )

    shipment_id: UUID
    reasons: Annotated[tuple[str, ...], Field(min_length=1, max_length=50)] = Field(
        description="Codes of reasons that the centre offers"
    )
    comment: Annotated[str, StringConstraints(max_length=MOST_COMMENT_CHARACTERS)] = ""
    method: Method
    customer_name: Annotated[str, StringConstraints(max_length=MOST_NAME_CHARACTERS)] = ""
    customer_email: Annotated[str, StringConstraints(max_length=254)]
    language: Language | None = Field(default=None, description="Else that of the shipment")
    approve: bool = Field(default=False, description="Approve it as soon as it is there")

    def asked(self) -> Asked:
        """Return what the customer would have filled in."""
        return Asked(
            reasons=self.reasons,
            comment=self.comment,
            method=self.method,
            language=self.language or "",
            name=self.customer_name,
            email=self.customer_email,
        )


class OpeningOut(BaseModel):
    """What was opened. While it is `coming` there is no return of this id yet."""

    return_id: UUID
    progress: Literal["coming", "there", "refused"]
    number: str | None = Field(
        examples=[examples.NUMBER],
        description="Of the return; of the one that stands, if this one was refused",
    )

    @classmethod
    def of(cls, opening: Opening) -> Self:
        return cls(return_id=opening.return_id, progress=opening.progress, number=opening.number)


@router.post(
    "/returns",
    status_code=202,
    summary="Open a return for a customer",
    responses={
        404: NOT_FOUND,
        409: documented(
            "A return stands for this shipment", "/problems/already-open", 409, number="RV-2K84-6T"
        ),
    },
)
async def post_opening(
    caller: ReturnDecider, at: At, told: OpeningIn, response: Response
) -> OpeningOut:
    """Ask for a return as if the customer had. It is there a moment later; called twice, once."""
    return_id = await open_return(
        at.pool,
        caller.merchant_id,
        told.shipment_id,
        told.asked(),
        is_approved=told.approve,
        actor=caller.actor,
        now=at.now(),
    )
    response.headers["location"] = f"/api/v1/returns/{return_id}/opening"
    return OpeningOut(return_id=return_id, progress="coming", number=None)


@router.get(
    "/returns/{return_id}/opening",
    summary="See what became of an opening",
    responses={404: documented("There is no such return", "/problems/return-not-found", 404)},
)
async def get_opening(caller: ReturnReader, at: At, return_id: UUID) -> OpeningOut:
    """Tell whether what was opened for a customer is there, or why it is not."""
    opening = await opening_store.find_opening(at.pool, caller.merchant_id, return_id)
    if opening is None:
        raise ReturnNotFound
    return OpeningOut.of(opening)
