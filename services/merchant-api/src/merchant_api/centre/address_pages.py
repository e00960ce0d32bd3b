"""Adresses: where parcels come back to. Listed, added, edited, removed; and the default."""

from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.address_view import address_view, oddity_of
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_addresses import (
    MOST_ADDRESSES,
    add_address,
    choose_default_address,
    edit_address,
    remove_address,
    require_address,
)
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.centre.errors import DefaultNeeded, TooManyAddresses
from merchant_api.centre.provinces import PROVINCES
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.centre.typed_address import (
    MOST_CITY,
    MOST_LINE,
    AddressForm,
    address_of,
    faults_of,
)
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/adresses")

LIST: Final = "/parametres/adresses"

Typed = Annotated[AddressForm, Form()]


@router.get("")
async def get_addresses(request: Request, at: At, visitor: Owner) -> Response:
    """List them, the default first."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    addresses = [address_view(it, settings, words) for it in settings.addresses]
    addresses.sort(key=lambda it: not it.is_default)
    return await console_page(
        request, at, visitor, "centre/adresses.html", addresses=addresses, errors={}
    )


@router.get("/nouvelle")
async def get_new_address(request: Request, at: At, visitor: Owner) -> Response:
    """Ask for an address."""
    return await _form(request, at, visitor, AddressForm())


@router.post("/nouvelle")
async def post_new_address(request: Request, at: At, visitor: Owner, typed: Typed) -> Response:
    """Add it."""
    faults = faults_of(typed)
    if faults:
        return await _form(request, at, visitor, typed, faults=faults)
    address, address_id = address_of(typed), new_id()
    try:
        await _change(at, visitor, lambda settings: add_address(settings, address_id, address))
    except TooManyAddresses:
        too_many: Faults = {"name": Fault("addresses-too-many", {"most": MOST_ADDRESSES})}
        return await _form(request, at, visitor, typed, faults=too_many)
    return see_other(LIST, "address-saved")


@router.get("/{address_id}")
async def get_address(request: Request, at: At, visitor: Owner, address_id: UUID) -> Response:
    """Show one to be edited."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    known = require_address(settings, address_id)
    return await _form(request, at, visitor, AddressForm.of(known.address), address_id)


@router.post("/{address_id}")
async def post_address(
    request: Request, at: At, visitor: Owner, address_id: UUID, typed: Typed
) -> Response:
    """Change it."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    require_address(settings, address_id)
    faults = faults_of(typed)
    if faults:
        return await _form(request, at, visitor, typed, address_id, faults=faults)
    address = address_of(typed)
    await _change(at, visitor, lambda settings: edit_address(settings, address_id, address))
    return see_other(LIST, "address-saved")


@router.post("/{address_id}/defaut")
async def post_default(at: At, visitor: Owner, address_id: UUID) -> Response:
    """Make it the default."""
    await _change(at, visitor, lambda settings: choose_default_address(settings, address_id))
    return see_other(LIST, "address-default")


@router.get("/{address_id}/retirer")
async def get_removal(request: Request, at: At, visitor: Owner, address_id: UUID) -> Response:
    """Say what removing it means, and ask which is to be the default."""
    return await _removal(request, at, visitor, address_id)


@router.post("/{address_id}/retirer")
async def post_removal(
    request: Request,
    at: At,
    visitor: Owner,
    address_id: UUID,
    successor: Annotated[UUID | None, Form()] = None,
) -> Response:
    """Remove it."""
    try:
        await _change(at, visitor, lambda settings: remove_address(settings, address_id, successor))
    except DefaultNeeded:
        return await _removal(request, at, visitor, address_id, is_missing=True)
    return see_other(LIST, "address-removed")


async def _change(at: Workplace, visitor: Visitor, change: Change) -> CentreSettings:
    return await change_centre(
        at.pool,
        visitor.merchant_id,
        change,
        actor=visitor.actor,
        now=at.now(),
        act="centre.addresses",
    )


async def _form(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: AddressForm,
    address_id: UUID | None = None,
    *,
    faults: Faults | None = None,
) -> Response:
    words = words_of(visitor.language)
    return await console_page(
        request,
        at,
        visitor,
        "centre/adresse.html",
        status=422 if faults else 200,
        form=form,
        warning="" if faults_of(form) else oddity_of(address_of(form), words),
        address_id=address_id,
        provinces=PROVINCES,
        limits={"line": MOST_LINE, "city": MOST_CITY},
        errors=told(faults or {}, words),
    )


async def _removal(
    request: Request, at: Workplace, visitor: Visitor, address_id: UUID, *, is_missing: bool = False
) -> Response:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    known = address_view(require_address(settings, address_id), settings, words)
    others = [
        address_view(it, settings, words)
        for it in settings.addresses
        if it.address_id != address_id
    ]
    errors = {f"successor-{others[0].id}": words("successor-missing")} if is_missing else {}
    return await console_page(
        request,
        at,
        visitor,
        "centre/adresse-retirer.html",
        status=422 if errors else 200,
        address=known,
        others=others,
        errors=errors,
    )
