"""Settings, return addresses: added, edited, removed, and which is the default."""

from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from contracts.values import PostalAddress
from fastapi import APIRouter, Body, Response

from merchant_api.actors import Program
from merchant_api.api import examples
from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.centre_shapes import AddressOut, Chosen
from merchant_api.centre.change_addresses import (
    add_address,
    choose_default_address,
    edit_address,
    remove_address,
    require_address,
)
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.shipments.shapes import AddressIn
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/centre", tags=["settings"])

Told = Annotated[AddressIn, Body(examples=[examples.ADDRESS])]

NOT_FOUND: Final = documented("There is no such return address", "/problems/address-not-found", 404)
_TOO_MANY: Final = documented(
    "There are too many return addresses", "/problems/too-many-addresses", 409
)
_DEFAULT_NEEDED: Final = documented(
    "The default needs a successor",
    "/problems/default-needed",
    409,
    detail="Name in `successor_id` which one becomes the default.",
)


@router.post(
    "/addresses", status_code=201, summary="Add a return address", responses={409: _TOO_MANY}
)
async def post_address(
    caller: SettingsWriter, at: At, told: Told, response: Response
) -> AddressOut:
    """Add an address; the first is the default. One that is there already is not added twice."""
    address, address_id = PostalAddress(**told.model_dump()), new_id()
    settings = await _change(at, caller, lambda known: add_address(known, address_id, address))
    kept = next(it for it in settings.addresses if it.address == address)
    response.headers["location"] = f"/api/v1/centre/addresses/{kept.address_id}"
    return AddressOut.of(kept, settings)


@router.get("/addresses/{address_id}", summary="Read a return address", responses={404: NOT_FOUND})
async def get_address(caller: SettingsReader, at: At, address_id: UUID) -> AddressOut:
    """Return one of the addresses. All of them are in the centre."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    return AddressOut.of(require_address(settings, address_id), settings)


@router.put(
    "/addresses/{address_id}", summary="Change a return address", responses={404: NOT_FOUND}
)
async def put_address(caller: SettingsWriter, at: At, address_id: UUID, told: Told) -> AddressOut:
    """Change it. Returns that are approved already keep the address that they had."""
    address = PostalAddress(**told.model_dump())
    settings = await _change(at, caller, lambda known: edit_address(known, address_id, address))
    return AddressOut.of(require_address(settings, address_id), settings)


@router.delete(
    "/addresses/{address_id}",
    status_code=204,
    summary="Remove a return address",
    responses={404: NOT_FOUND, 409: _DEFAULT_NEEDED},
)
async def delete_address(
    caller: SettingsWriter, at: At, address_id: UUID, successor_id: UUID | None = None
) -> None:
    """Remove it. `successor_id` becomes the default; without the last one the centre closes."""
    await _change(at, caller, lambda known: remove_address(known, address_id, successor_id))


@router.put("/default-address", summary="Choose the default address", responses={404: NOT_FOUND})
async def put_default_address(caller: SettingsWriter, at: At, told: Chosen) -> AddressOut:
    """Make one of the addresses the one that is used when nothing else is chosen."""
    settings = await _change(at, caller, lambda known: choose_default_address(known, told.id))
    return AddressOut.of(require_address(settings, told.id), settings)


async def _change(at: Workplace, caller: Program, change: Change) -> CentreSettings:
    return await change_centre(
        at.pool,
        caller.merchant_id,
        change,
        actor=caller.actor,
        now=at.now(),
        act="centre.addresses",
    )
