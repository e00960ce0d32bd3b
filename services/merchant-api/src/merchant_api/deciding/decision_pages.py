"""What a person does with a return: estimate and approve, on terms of their choice."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.typed import Faults, told
from merchant_api.console.rendering import page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.price_view import cost_of
from merchant_api.deciding.request_estimate import request_estimate
from merchant_api.deciding.terms import Wish
from merchant_api.deciding.terms_form import Chosen, TermsForm, read_terms
from merchant_api.returns.errors import (
    AlreadyDecided,
    NotNow,
    ParcelUnknown,
    ShipmentNotKnown,
)
from merchant_api.returns.finding import get_dossier, get_dossier_by_number
from merchant_api.returns.records import Dossier
from merchant_api.returns.return_pages import return_page
from merchant_api.returns.way_back import back_to, url_of
from merchant_api.workplace import At, Workplace

router = APIRouter()


@router.post("/retours/{number}/estimer")
async def post_estimate(
    request: Request, at: At, visitor: Guest, number: str, form: Chosen
) -> Response:
    """Ask for the price, and say that it is coming: in its place, or on the page anew."""
    dossier = await get_dossier_by_number(at, visitor, number)
    wish, faults = await _read(at, visitor, dossier, form)
    if faults:
        return await _to_mend(request, at, visitor, dossier, form, faults)
    try:
        await request_estimate(
            at.pool,
            visitor.merchant_id,
            dossier.line.return_id,
            language=visitor.language,
            actor=visitor.actor,
            now=at.now(),
            wish=wish,
        )
    except (ShipmentNotKnown, ParcelUnknown) as error:
        return _lacking(request, number, form.ici, error)
    if "hx-request" not in request.headers:
        return RedirectResponse(f"{url_of(number, form.ici)}#{number}", 303)
    dossier = await get_dossier(at, visitor, dossier.line.return_id)
    cost = cost_of(dossier.estimates, words_of(visitor.language), at.now())
    return page("returns/_cout.html", visitor.language, number=number, cost=cost)


@router.post("/retours/{number}/approuver")
async def post_approval(
    request: Request, at: At, visitor: Guest, number: str, form: Chosen
) -> Response:
    """Approve on the terms that were chosen, or say what is already so."""
    dossier = await get_dossier_by_number(at, visitor, number)
    wish, faults = await _read(at, visitor, dossier, form)
    if faults:
        return await _to_mend(request, at, visitor, dossier, form, faults)
    try:
        await approve_return(
            at.pool,
            visitor.merchant_id,
            dossier.line.return_id,
            actor=visitor.actor,
            now=at.now(),
            wish=wish,
        )
    except AlreadyDecided:
        return back_to(number, form.ici, "deja")
    except NotNow as refused:
        return back_to(number, form.ici, f"pas-{refused.obstacle}")
    except (ShipmentNotKnown, ParcelUnknown) as error:
        return _lacking(request, number, form.ici, error)
    return back_to(number, form.ici, "approuve")


async def _read(
    at: Workplace, visitor: Visitor, dossier: Dossier, form: TermsForm
) -> tuple[Wish, Faults]:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return read_terms(form, dossier.shipment, settings)


async def _to_mend(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    dossier: Dossier,
    form: TermsForm,
    faults: Faults,
) -> Response:
    """Give the form back with what is wrong; by script the price alone, which says so."""
    words, number = words_of(visitor.language), dossier.request.number
    errors = {f"{field}-{number}": text for field, text in told(faults, words).items()}
    if "hx-request" in request.headers:
        cost = cost_of(dossier.estimates, words, at.now())
        cost = replace(cost, invalid=" ".join(f"{text}." for text in errors.values()))
        return page("returns/_cout.html", visitor.language, number=number, cost=cost)
    return await return_page(request, at, visitor, dossier, errors=errors, typed_terms=form)


def _lacking(
    request: Request, number: str, here: str, error: ShipmentNotKnown | ParcelUnknown
) -> Response:
    """Say what the carrier would have to know, on the page as a whole."""
    notice = "sans-envoi" if isinstance(error, ShipmentNotKnown) else "sans-colis"
    if "hx-request" in request.headers:
        return Response(headers={"hx-redirect": url_of(number, here, notice)})
    return back_to(number, here, notice)
