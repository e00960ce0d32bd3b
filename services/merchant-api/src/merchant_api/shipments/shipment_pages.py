"""Envois: the list, and one shipment shown, added, edited and erased by hand."""

from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre.provinces import PROVINCES
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.imports import import_store
from merchant_api.imports.import_view import progress_of
from merchant_api.shipments import list_store, shipment_store
from merchant_api.shipments.erase_shipment import erase_shipment
from merchant_api.shipments.errors import (
    ReferenceTaken,
    ShipmentChangedMeanwhile,
    ShipmentInUse,
    ShipmentNotFound,
    TrackingNumberTaken,
)
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.record_shipments import change_shipment, record_shipment
from merchant_api.shipments.records import Shipment
from merchant_api.shipments.shipment_form import ShipmentForm, read_form
from merchant_api.shipments.shipment_view import facts_of, line_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/envois")

PAGE: Final = 50
_LIST: Final = "/envois"
_LAST: Final = 5
"""Imports that are looked through for one that is running."""

Typed = Annotated[ShipmentForm, Form()]


@router.get("")
async def get_shipments(
    request: Request,
    at: At,
    visitor: Guest,
    q: Annotated[str, Query(max_length=100)] = "",
    apres: UUID | None = None,
) -> Response:
    """List them, newest first, perhaps only those that are searched for."""
    merchant_id, words = visitor.merchant_id, words_of(visitor.language)
    lines = (
        await list_store.search_newest(at.pool, merchant_id, q, after=apres, limit=PAGE + 1)
        if q.strip()
        else await list_store.list_newest(at.pool, merchant_id, after=apres, limit=PAGE + 1)
    )
    asked = {"q": q} if q.strip() else {}
    last = await import_store.list_imports(at.pool, merchant_id, _LAST)
    running = [progress_of(it, words) for it in last if it.state == "running"]
    further = {**asked, "apres": lines[PAGE - 1].shipment.shipment_id} if len(lines) > PAGE else {}
    return await console_page(
        request,
        at,
        visitor,
        "shipments/envois.html",
        typed=q.strip(),
        running=running,
        lines=[line_of(line, words) for line in lines[:PAGE]],
        next_url=f"{_LIST}?{urlencode(further)}" if further else "",
        first_url=f"{_LIST}?{urlencode(asked)}" if apres else "",
    )


@router.get("/ajouter")
async def get_new_shipment(request: Request, at: At, visitor: Guest) -> Response:
    """Ask for a shipment."""
    return await _form(request, at, visitor, ShipmentForm())


@router.post("/ajouter")
async def post_new_shipment(request: Request, at: At, visitor: Guest, typed: Typed) -> Response:
    """Add it. One that is known already is not changed unseen: the way to it is shown."""
    read = read_form(typed)
    if not isinstance(read, Told):
        return await _form(request, at, visitor, typed, faults=read)
    if taken := await _taken(at, visitor, read):
        return await _form(request, at, visitor, typed, faults=taken)
    recorded = await record_shipment(
        at.pool, visitor.merchant_id, read, actor=visitor.actor, now=at.now()
    )
    return see_other(f"{_LIST}/{recorded.shipment.shipment_id}", "shipment-saved")


@router.get("/{shipment_id}")
async def get_shipment(request: Request, at: At, visitor: Guest, shipment_id: UUID) -> Response:
    """Show one, with its return if there is any."""
    return await _page(request, at, visitor, shipment_id, "shipments/envoi.html")


@router.get("/{shipment_id}/modifier")
async def get_change(request: Request, at: At, visitor: Guest, shipment_id: UUID) -> Response:
    """Show one to be edited."""
    shipment = await _get(at, visitor, shipment_id)
    form = ShipmentForm.of(shipment, words_of(visitor.language))
    return await _form(request, at, visitor, form, shipment_id)


@router.post("/{shipment_id}/modifier")
async def post_change(
    request: Request, at: At, visitor: Guest, shipment_id: UUID, typed: Typed
) -> Response:
    """Change it, unless somebody else has just done so."""
    known = await _get(at, visitor, shipment_id)
    read = read_form(typed)
    if not isinstance(read, Told):
        return await _form(request, at, visitor, typed, shipment_id, faults=read)
    try:
        await change_shipment(
            at.pool,
            visitor.merchant_id,
            shipment_id,
            read,
            actor=visitor.actor,
            now=at.now(),
            seen_version=typed.version,
        )
    except TrackingNumberTaken:
        faults: Faults = {"tracking_number": Fault("shipment-number-known")}
    except ReferenceTaken:
        faults = {"reference": Fault("shipment-reference-known")}
    except ShipmentChangedMeanwhile:
        faults = {"tracking_number": Fault("shipment-changed-meanwhile")}
        typed = typed.model_copy(update={"version": known.version})
    else:
        return see_other(f"{_LIST}/{shipment_id}", "shipment-saved")
    return await _form(request, at, visitor, typed, shipment_id, faults=faults)


@router.get("/{shipment_id}/effacer")
async def get_erasure(request: Request, at: At, visitor: Guest, shipment_id: UUID) -> Response:
    """Say what erasing means, or why it cannot be."""
    return await _page(request, at, visitor, shipment_id, "shipments/effacer.html")


@router.post("/{shipment_id}/effacer")
async def post_erasure(request: Request, at: At, visitor: Guest, shipment_id: UUID) -> Response:
    """Erase it."""
    try:
        await erase_shipment(
            at.pool, visitor.merchant_id, shipment_id, actor=visitor.actor, now=at.now()
        )
    except ShipmentInUse:
        return await _page(request, at, visitor, shipment_id, "shipments/effacer.html", status=409)
    return see_other(_LIST, "shipment-erased")


async def _get(at: Workplace, visitor: Visitor, shipment_id: UUID) -> Shipment:
    shipment = await shipment_store.find_shipment(at.pool, visitor.merchant_id, shipment_id)
    if shipment is None:
        raise ShipmentNotFound
    return shipment


async def _taken(at: Workplace, visitor: Visitor, told: Told) -> Faults:
    """Find the names that another shipment has: told by a program they would mean that one."""
    reference = told.content.reference
    async with at.pool.connection() as connection:
        found = await shipment_store.list_named(
            connection,
            visitor.merchant_id,
            [told.tracking_number],
            [reference] if reference else [],
        )
    faults: Faults = {}
    if any(it.tracking_number == told.tracking_number for it in found):
        faults["tracking_number"] = Fault("shipment-number-known")
    if reference and any(it.content.reference == reference for it in found):
        faults["reference"] = Fault("shipment-reference-known")
    return faults


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    shipment_id: UUID,
    template: str,
    *,
    status: int = 200,
) -> Response:
    shipment = await _get(at, visitor, shipment_id)
    number = await shipment_store.find_return_number(at.pool, visitor.merchant_id, shipment_id)
    facts = facts_of(shipment, number, words_of(visitor.language))
    return await console_page(request, at, visitor, template, status=status, it=facts)


async def _form(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: ShipmentForm,
    shipment_id: UUID | None = None,
    *,
    faults: Faults | None = None,
) -> Response:
    return await console_page(
        request,
        at,
        visitor,
        "shipments/formulaire.html",
        status=422 if faults else 200,
        form=form,
        shipment_id=shipment_id,
        provinces=PROVINCES,
        errors=told(faults or {}, words_of(visitor.language)),
    )
