"""Today's numbers, and trials, for programs."""

from datetime import datetime
from typing import Annotated, Final
from urllib.parse import urlencode

from contracts.values import Language
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from merchant_api.api import examples
from merchant_api.api.caller import ReturnReader, ShipmentWriter
from merchant_api.api.problems import documented
from merchant_api.centre.centre_shapes import EmailIn
from merchant_api.centre.read_centre import read_centre
from merchant_api.home.begin_trial import begin_trial
from merchant_api.home.today_store import read_today
from merchant_api.queue.tabs import MOST_COUNTED
from merchant_api.workplace import At

router = APIRouter()

_ADDRESS_MISSING: Final = documented("There is no return address", "/problems/address-missing", 409)
_Count = Annotated[int, Field(ge=0, examples=[7])]


class TodayOut(BaseModel):
    """How many returns wait for somebody. Counting stops one above `counted_up_to`."""

    waiting: _Count = Field(description="For a decision")
    waiting_since: datetime | None = Field(description="When the oldest of them was asked for")
    problems: _Count
    in_transit: _Count
    to_receive: _Count
    counted_up_to: int = Field(examples=[MOST_COUNTED])


class TrialIn(BaseModel):
    """To whom e-mails of the trial go, and in which language."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"email": examples.EMAIL, "language": "fr"}]},
    )

    email: EmailIn
    language: Language = "fr"


class TrialOut(BaseModel):
    """A made-up shipment from the store to itself. `portal_url` opens the form filled in."""

    tracking_number: str = Field(examples=["TEST7K3M9P2Q"])
    postal_code: str = Field(examples=["H2X1Y4"])
    portal_url: str = Field(
        examples=["https://retours.example.com/atelier-boreal/?colis=TEST7K3M9P2Q&code=H2X1Y4"]
    )


@router.get("/today", tags=["returns"], summary="Count what waits")
async def get_today(caller: ReturnReader, at: At) -> TodayOut:
    """Return today's numbers."""
    today = await read_today(at.pool, caller.merchant_id)
    return TodayOut(
        waiting=today.waiting,
        waiting_since=today.waiting_since,
        problems=today.problems,
        in_transit=today.in_transit,
        to_receive=today.to_receive,
        counted_up_to=MOST_COUNTED,
    )


@router.post(
    "/centre/trials",
    status_code=201,
    tags=["settings"],
    summary="Begin a trial",
    responses={409: _ADDRESS_MISSING},
)
async def post_trial(caller: ShipmentWriter, at: At, told: TrialIn) -> TrialOut:
    """Make up a shipment with which to go a customer's whole way.

    One that no return was asked for yet serves again. A label that nobody uses costs nothing.
    """
    trial = await begin_trial(
        at.pool, caller.merchant_id, told.email, told.language, actor=caller.actor, now=at.now()
    )
    centre = await read_centre(at.pool, caller.merchant_id)
    query = {"colis": trial.tracking_number, "code": trial.postal_code}
    return TrialOut(
        tracking_number=trial.tracking_number,
        postal_code=trial.postal_code,
        portal_url=f"{centre.address_on(at.portal_url)}?{urlencode(query)}",
    )
