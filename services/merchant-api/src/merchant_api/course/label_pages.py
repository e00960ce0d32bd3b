"""The label of a return: given up, or made anew. And the return as a whole, called off."""

from typing import Final
from uuid import UUID

from chassis.errors import Refusal
from fastapi import APIRouter, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.errors import AddressMissing, AddressNotFound, ParcelTooLarge
from merchant_api.centre.typed import Faults, told
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.course.acts import Act, obstacle, standing_of
from merchant_api.course.cancel_return import cancel_return
from merchant_api.course.course_pages import act_and_return
from merchant_api.course.replace_label import replace_label
from merchant_api.course.void_label import void_label
from merchant_api.deciding.terms_form import Chosen, TermsForm, read_terms
from merchant_api.deciding.terms_view import terms_view
from merchant_api.returns.errors import (
    ParcelUnknown,
    ShipmentNotKnown,
)
from merchant_api.returns.finding import get_dossier_by_number
from merchant_api.returns.records import Dossier
from merchant_api.returns.way_back import Here, HereAsked, back_to, url_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/retours/{number}")

_LACKS: Final[dict[type[Refusal], str]] = {
    ShipmentNotKnown: "new-label-no-shipment",
    AddressMissing: "new-label-no-address",
    ParcelUnknown: "new-label-no-parcel",
    AddressNotFound: "new-label-no-choice",
    ParcelTooLarge: "new-label-too-large",
}


@router.get("/annuler")
async def get_cancellation(
    request: Request, at: At, visitor: Guest, number: str, ici: HereAsked = ""
) -> Response:
    """Ask whether the return is really off."""
    return await _ask(request, at, visitor, number, ici, "cancel")


@router.post("/annuler")
async def post_cancellation(at: At, visitor: Guest, number: str, ici: Here = "") -> Response:
    """Call it off."""

    async def cancel(return_id: UUID) -> object:
        return await cancel_return(
            at.pool, visitor.merchant_id, return_id, actor=visitor.actor, now=at.now()
        )

    return await act_and_return(at, visitor, number, ici, cancel, "annule")


@router.get("/annuler-etiquette")
async def get_void(
    request: Request, at: At, visitor: Guest, number: str, ici: HereAsked = ""
) -> Response:
    """Ask whether the label is really to count no more."""
    return await _ask(request, at, visitor, number, ici, "void_label")


@router.post("/annuler-etiquette")
async def post_void(at: At, visitor: Guest, number: str, ici: Here = "") -> Response:
    """Give it up."""

    async def void(return_id: UUID) -> object:
        return await void_label(
            at.pool, visitor.merchant_id, return_id, actor=visitor.actor, now=at.now()
        )

    return await act_and_return(at, visitor, number, ici, void, "etiquette-annulee")


@router.get("/nouvelle-etiquette")
async def get_new_label(
    request: Request, at: At, visitor: Guest, number: str, ici: HereAsked = ""
) -> Response:
    """Ask what the next label should be like."""
    dossier = await get_dossier_by_number(at, visitor, number)
    found = obstacle("replace_label", standing_of(dossier))
    if found is not None:
        return back_to(number, ici, f"pas-{found}")
    return await _label_form(request, at, visitor, dossier, ici)


@router.post("/nouvelle-etiquette")
async def post_new_label(
    request: Request, at: At, visitor: Guest, number: str, form: Chosen
) -> Response:
    """Have it made in the place of the one before; or show the form again with what is wrong."""
    dossier = await get_dossier_by_number(at, visitor, number)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    wish, faults = read_terms(form, dossier.shipment, settings)
    if faults:
        return await _label_form(request, at, visitor, dossier, form.ici, form=form, faults=faults)

    async def replace(return_id: UUID) -> object:
        return await replace_label(
            at.pool, visitor.merchant_id, return_id, wish, actor=visitor.actor, now=at.now()
        )

    try:
        return await act_and_return(at, visitor, number, form.ici, replace, "nouvelle-etiquette")
    except tuple(_LACKS) as lacking:
        lacks = _LACKS[type(lacking)]
        return await _label_form(request, at, visitor, dossier, form.ici, form=form, lacks=lacks)


async def _ask(
    request: Request, at: Workplace, visitor: Visitor, number: str, here: str, act: Act
) -> Response:
    dossier = await get_dossier_by_number(at, visitor, number)
    found = obstacle(act, standing_of(dossier))
    if found is not None:
        return back_to(number, here, f"pas-{found}")
    return await console_page(
        request,
        at,
        visitor,
        "returns/confirmer.html",
        act=act,
        here=here,
        back_url=url_of(number, here),
        number=number,
        name=dossier.request.customer_name,
        has_label=dossier.label is not None,
    )


async def _label_form(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    dossier: Dossier,
    here: str,
    *,
    form: TermsForm | None = None,
    faults: Faults | None = None,
    lacks: str = "",
) -> Response:
    words, number = words_of(visitor.language), dossier.request.number
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    last = dossier.estimates[-1] if dossier.estimates else None
    shipment = dossier.shipment
    found = told(faults or {}, words)
    return await console_page(
        request,
        at,
        visitor,
        "returns/nouvelle_etiquette.html",
        status=422 if found or lacks else 200,
        here=here,
        back_url=url_of(number, here),
        number=number,
        name=dossier.request.customer_name,
        is_in_doubt=bool(dossier.failures) and dossier.failures[-1].outcome == "unknown",
        terms=terms_view(shipment, settings, last, words, form) if shipment else None,
        errors={f"{field}-{number}": text for field, text in found.items()},
        lacks=lacks if lacks or shipment else "new-label-no-shipment",
    )
