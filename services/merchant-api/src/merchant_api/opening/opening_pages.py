"""Créer un retour: for a customer who wrote or telephoned, in their name."""

from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from chassis.words import spaced_pin
from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.typed import Faults, told
from merchant_api.console.rendering import PRIVATE
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Guest
from merchant_api.console.words import city_line, words_of
from merchant_api.opening import opening_store
from merchant_api.opening.open_return import open_return
from merchant_api.opening.opening import MOST_COMMENT_CHARACTERS, Asked
from merchant_api.receiving import scan_store
from merchant_api.receiving.scan import MOST_CHARACTERS, read_scan
from merchant_api.returns.errors import AlreadyOpen, OpeningFaulty, ReturnNotFound
from merchant_api.shipments.errors import ShipmentNotFound
from merchant_api.shipments.records import Shipment
from merchant_api.shipments.shipment_store import find_shipment
from merchant_api.workplace import At, Workplace

router = APIRouter()

_UNCHANGED: Final = 204


class OpeningForm(BaseModel):
    """What was filled in; anything may be missing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reasons: list[str] = []
    comment: str = ""
    method: str = ""
    language: str = ""
    name: str = ""
    email: str = ""
    approuver: str = ""

    def asked(self) -> Asked:
        """Return it without what concerns the merchant alone."""
        return Asked(**self.model_dump(exclude={"approuver"}))


@router.get("/retours/creer")
async def get_search(request: Request, at: At, visitor: Guest, colis: str = "") -> Response:
    """Ask which shipment goes back, and go on to it."""
    scan = read_scan(colis[: MOST_CHARACTERS + 1]) if colis else None
    number = scan.parcel if scan else None
    shipment_id = number and await scan_store.find_shipment_id(at.pool, visitor.merchant_id, number)
    if shipment_id:
        return RedirectResponse(f"/envois/{shipment_id}/retour", 303)
    return await console_page(
        request, at, visitor, "returns/creer.html", typed=colis, is_missing=bool(colis.strip())
    )


@router.get("/envois/{shipment_id}/retour")
async def get_opening(request: Request, at: At, visitor: Guest, shipment_id: UUID) -> Response:
    """Ask what the customer would be asked."""
    shipment = await _get_shipment(at, visitor, shipment_id)
    content = shipment.content
    form = OpeningForm(
        language=content.language or "fr",
        name=shipment.recipient.name,
        email=content.email or "",
    )
    return await _form_page(request, at, visitor, shipment, form)


@router.post("/envois/{shipment_id}/retour")
async def post_opening(
    request: Request,
    at: At,
    visitor: Guest,
    shipment_id: UUID,
    form: Annotated[OpeningForm, Form()],
) -> Response:
    """Open it; or show the form again with what is wrong; or lead to the one that stands."""
    shipment = await _get_shipment(at, visitor, shipment_id)
    try:
        return_id = await open_return(
            at.pool,
            visitor.merchant_id,
            shipment_id,
            form.asked(),
            is_approved=bool(form.approuver),
            actor=visitor.actor,
            now=at.now(),
        )
    except AlreadyOpen as standing:
        return _to_return(standing.number, "existe-deja")
    except OpeningFaulty as faulty:
        return await _form_page(request, at, visitor, shipment, form, faulty.faults)
    return see_other(f"/retours/en-preparation/{return_id}")


@router.get("/retours/en-preparation/{return_id}")
async def get_coming(request: Request, at: At, visitor: Guest, return_id: UUID) -> Response:
    """Wait until it is there, and go to it; or say why it does not come."""
    opening = await opening_store.find_opening(at.pool, visitor.merchant_id, return_id)
    if opening is None:
        raise ReturnNotFound
    notice = {"there": "cree", "refused": "existe-deja"}.get(opening.progress)
    if notice is not None and opening.number is not None:
        answer = _to_return(opening.number, notice)
        if "hx-request" in request.headers:
            return Response(headers={"hx-redirect": answer.headers["location"], **PRIVATE})
        return answer
    if "hx-request" in request.headers:
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    return await console_page(
        request, at, visitor, "returns/en_preparation.html", return_id=return_id
    )


def _to_return(number: str, notice: str) -> Response:
    return RedirectResponse(f"/retours/{number}?{urlencode({'avis': notice})}", 303)


async def _get_shipment(at: Workplace, visitor: Visitor, shipment_id: UUID) -> Shipment:
    shipment = await find_shipment(at.pool, visitor.merchant_id, shipment_id)
    if shipment is None:
        raise ShipmentNotFound
    return shipment


async def _form_page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    shipment: Shipment,
    form: OpeningForm,
    faults: Faults | None = None,
) -> Response:
    words = words_of(visitor.language)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await console_page(
        request,
        at,
        visitor,
        "returns/ouvrir.html",
        status=422 if faults else 200,
        shipment=shipment,
        tracking_number=spaced_pin(shipment.tracking_number),
        city=city_line(shipment.recipient, words),
        reasons=[(it.code, getattr(it.words, visitor.language)) for it in settings.offered_reasons],
        methods=settings.methods,
        form=form,
        most_comment=MOST_COMMENT_CHARACTERS,
        errors=told(faults or {}, words),
    )
