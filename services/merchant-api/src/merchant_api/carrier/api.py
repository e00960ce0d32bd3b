"""The carrier account: in, and never out again."""

from typing import Annotated, Final

from contracts.carriers import CarrierAccount
from fastapi import APIRouter, Body

from merchant_api.api.caller import SettingsWriter
from merchant_api.carrier.seal_account import seal_account
from merchant_api.workplace import At

router = APIRouter(tags=["carrier account"])

_EXAMPLE: Final = {
    "user": "example-user",
    "password": "example-password",
    "customer_number": "0001234567",
    "contract_id": "0042000000",
}


@router.put("/carrier-account", status_code=204, summary="Put the carrier account")
async def put_carrier_account(
    caller: SettingsWriter, at: At, account: Annotated[CarrierAccount, Body(examples=[_EXAMPLE])]
) -> None:
    """Replace the account with which labels are bought; the same again changes nothing.

    It is sealed for labeler at once: nothing on this side can read it again.
    """
    await seal_account(
        at.pool, at.sealing, caller.merchant_id, account, actor=caller.actor, now=at.now()
    )
