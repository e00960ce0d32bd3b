"""The carrier account: in, tried, and never out again."""

from typing import Annotated, Final
from uuid import UUID

from contracts.carriers import CarrierAccount
from fastapi import APIRouter, Body, Response

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.carrier import account_store, check_store
from merchant_api.carrier.check_account import request_check
from merchant_api.carrier.errors import CheckNotFound, NoAccount
from merchant_api.carrier.seal_account import seal_account
from merchant_api.carrier.shapes import ACCOUNT, AccountOut, CheckAsked, CheckIn, CheckOut
from merchant_api.workplace import At

router = APIRouter(tags=["carrier account"])

_NO_ACCOUNT: Final = documented(
    "There is no carrier account", "/problems/carrier-account-missing", 404
)
_NO_CHECK: Final = documented("There is no such check", "/problems/carrier-check-not-found", 404)
_TOO_MANY: Final = documented(
    "The account was checked too often",
    "/problems/too-many-checks",
    429,
    detail="Try again in 120 s.",
)


@router.get("/carrier-account", summary="Read which account is saved", responses={404: _NO_ACCOUNT})
async def get_carrier_account(caller: SettingsReader, at: At) -> AccountOut:
    """Tell which account it is; user, password and contract are sealed and told to nobody."""
    account = await account_store.find_account(at.pool, caller.merchant_id)
    if account is None:
        raise NoAccount
    return AccountOut.of(account)


@router.put("/carrier-account", status_code=204, summary="Put the carrier account")
async def put_carrier_account(
    caller: SettingsWriter, at: At, account: Annotated[CarrierAccount, Body(examples=[ACCOUNT])]
) -> None:
    """Replace the account with which labels are bought; the same again changes nothing.

    It is sealed for labeler at once: nothing on this side can read it again.
    """
    await seal_account(
        at.pool, at.sealing, caller.merchant_id, account, actor=caller.actor, now=at.now()
    )


@router.post(
    "/carrier-account/checks",
    status_code=202,
    summary="Check an account",
    responses={404: _NO_ACCOUNT, 429: _TOO_MANY},
)
async def post_check(
    caller: SettingsWriter, at: At, told: CheckIn, response: Response
) -> CheckAsked:
    """Have an account tried at the carrier by a call that costs nothing."""
    check_id = await request_check(
        at.pool,
        at.sealing,
        caller.merchant_id,
        told.account,
        language=told.language,
        actor=caller.actor,
        now=at.now(),
    )
    response.headers["location"] = f"/api/v1/carrier-account/checks/{check_id}"
    return CheckAsked(check_id=check_id)


@router.get(
    "/carrier-account/checks/{check_id}", summary="Read a check", responses={404: _NO_CHECK}
)
async def get_check(caller: SettingsReader, at: At, check_id: UUID) -> CheckOut:
    """Return what came of it, or that it is under way."""
    check = await check_store.find_check(at.pool, caller.merchant_id, check_id)
    if check is None:
        raise CheckNotFound
    return CheckOut.of(check)
