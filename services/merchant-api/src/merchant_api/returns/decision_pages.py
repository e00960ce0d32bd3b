"""What a person does with a return: estimate, approve, decline."""

from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.approve_return import approve_return
from merchant_api.console.price_view import cost_of
from merchant_api.console.rendering import page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.decline_return import decline_return
from merchant_api.errors import (
    AlreadyDecided,
    MessageMissing,
    MessageTooLong,
    ReturnNotFound,
    ShipmentNotKnown,
)
from merchant_api.records import Dossier
from merchant_api.request_estimate import request_estimate
from merchant_api.store import centres, dossiers, queue
from merchant_api.workplace import At, Workplace

router = APIRouter()


@router.post("/retours/{number}/estimer")
async def post_estimate(request: Request, at: At, visitor: Guest, number: str) -> Response:
    """Ask for the price, and say that it is coming: in its place, or on the page anew."""
    return_id = await _get_return_id(at, visitor, number)
    try:
        await request_estimate(
            at.pool,
            visitor.merchant_id,
            return_id,
            language=visitor.language,
            actor=visitor.actor,
            now=at.now(),
        )
    except ShipmentNotKnown:
        return _back_to(number, "sans-envoi")
    if "hx-request" not in request.headers:
        return RedirectResponse(f"/retours?{urlencode({'ouvert': number})}#{number}", 303)
    dossier = await _get_dossier(at, visitor, return_id)
    cost = cost_of(dossier.estimates, words_of(visitor.language), at.now())
    return page("_cout.html", visitor.language, number=number, cost=cost)


@router.post("/retours/{number}/approuver")
async def post_approval(at: At, visitor: Guest, number: str) -> Response:
    """Approve, or say what is already so."""
    return_id = await _get_return_id(at, visitor, number)
    try:
        await approve_return(
            at.pool, visitor.merchant_id, return_id, actor=visitor.actor, now=at.now()
        )
    except AlreadyDecided:
        return _back_to(number, "deja")
    except ShipmentNotKnown:
        return _back_to(number, "sans-envoi")
    return _back_to(number, "approuve")


@router.get("/retours/{number}/refuser")
async def get_refusal(at: At, visitor: Guest, number: str) -> Response:
    """Ask for the message: the page behind the dialog, for browsers without script."""
    dossier = await _get_dossier(at, visitor, await _get_return_id(at, visitor, number))
    if dossier.decision is not None:
        return _back_to(number, "deja")
    return await _refusal_page(at, visitor, dossier)


@router.post("/retours/{number}/refuser")
async def post_refusal(
    at: At, visitor: Guest, number: str, message: Annotated[str, Form()] = ""
) -> Response:
    """Decline in the words of `message`, or say what is missing or already so."""
    return_id = await _get_return_id(at, visitor, number)
    try:
        await decline_return(
            at.pool, visitor.merchant_id, return_id, message, actor=visitor.actor, now=at.now()
        )
    except AlreadyDecided:
        return _back_to(number, "deja")
    except MessageMissing:
        error = "message-missing"
    except MessageTooLong:
        error = "message-too-long"
    else:
        return _back_to(number, "refuse")
    dossier = await _get_dossier(at, visitor, return_id)
    return await _refusal_page(at, visitor, dossier, error=error, typed=message)


def _back_to(number: str, notice: str) -> Response:
    return RedirectResponse(f"/retours?{urlencode({'ouvert': number, 'avis': notice})}", 303)


async def _refusal_page(
    at: Workplace, visitor: Visitor, dossier: Dossier, *, error: str = "", typed: str = ""
) -> Response:
    settings = await centres.get_settings(at.pool, visitor.merchant_id)
    counts = await queue.count_returns(at.pool, visitor.merchant_id)
    request = dossier.request
    other = "en" if visitor.language == "fr" else "fr"
    return page(
        "refuser.html",
        visitor.language,
        status=422 if error else 200,
        visitor=visitor,
        store_name=settings.store_name,
        number=request.number,
        customer_name=request.customer_name,
        customer_language=request.language,
        error=error,
        typed=typed,
        to_do=counts.get("requested", 0),
        other_url=f"/retours/{request.number}/refuser?lang={other}",
    )


async def _get_return_id(at: Workplace, visitor: Visitor, number: str) -> UUID:
    return_id = await dossiers.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        raise ReturnNotFound
    return return_id


async def _get_dossier(at: Workplace, visitor: Visitor, return_id: UUID) -> Dossier:
    dossier = await dossiers.find_dossier(at.pool, visitor.merchant_id, return_id)
    if dossier is None:
        raise ReturnNotFound
    return dossier
