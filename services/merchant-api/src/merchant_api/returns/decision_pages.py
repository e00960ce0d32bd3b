"""What a person does with a return: estimate, approve, decline."""

from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.console.rendering import page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.returns import dossier_store
from merchant_api.returns.approve_return import approve_return
from merchant_api.returns.decline_return import decline_return
from merchant_api.returns.errors import (
    AlreadyDecided,
    MessageMissing,
    MessageTooLong,
    ParcelUnknown,
    ReturnNotFound,
    ShipmentNotKnown,
)
from merchant_api.returns.price_view import cost_of
from merchant_api.returns.records import Dossier
from merchant_api.returns.request_estimate import request_estimate
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
    except (ShipmentNotKnown, ParcelUnknown) as error:
        return _lacking(request, number, error)
    if "hx-request" not in request.headers:
        return RedirectResponse(f"/retours?{urlencode({'ouvert': number})}#{number}", 303)
    dossier = await _get_dossier(at, visitor, return_id)
    cost = cost_of(dossier.estimates, words_of(visitor.language), at.now())
    return page("returns/_cout.html", visitor.language, number=number, cost=cost)


@router.post("/retours/{number}/approuver")
async def post_approval(request: Request, at: At, visitor: Guest, number: str) -> Response:
    """Approve, or say what is already so."""
    return_id = await _get_return_id(at, visitor, number)
    try:
        await approve_return(
            at.pool, visitor.merchant_id, return_id, actor=visitor.actor, now=at.now()
        )
    except AlreadyDecided:
        return _back_to(number, "deja")
    except (ShipmentNotKnown, ParcelUnknown) as error:
        return _lacking(request, number, error)
    return _back_to(number, "approuve")


@router.get("/retours/{number}/refuser")
async def get_refusal(request: Request, at: At, visitor: Guest, number: str) -> Response:
    """Ask for the message: the page behind the dialog, for browsers without script."""
    dossier = await _get_dossier(at, visitor, await _get_return_id(at, visitor, number))
    if dossier.decision is not None:
        return _back_to(number, "deja")
    return await _refusal_page(request, at, visitor, dossier)


@router.post("/retours/{number}/refuser")
async def post_refusal(
    request: Request, at: At, visitor: Guest, number: str, message: Annotated[str, Form()] = ""
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
    return await _refusal_page(request, at, visitor, dossier, error=error, typed=message)


def _lacking(request: Request, number: str, error: ShipmentNotKnown | ParcelUnknown) -> Response:
    """Say what the carrier would have to know, on the page as a whole."""
    answer = _back_to(number, "sans-envoi" if isinstance(error, ShipmentNotKnown) else "sans-colis")
    if "hx-request" in request.headers:
        return Response(headers={"hx-redirect": answer.headers["location"]})
    return answer


def _back_to(number: str, notice: str) -> Response:
    return RedirectResponse(f"/retours?{urlencode({'ouvert': number, 'avis': notice})}", 303)


async def _refusal_page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    dossier: Dossier,
    *,
    error: str = "",
    typed: str = "",
) -> Response:
    asked = dossier.request
    return await console_page(
        request,
        at,
        visitor,
        "returns/refuser.html",
        status=422 if error else 200,
        number=asked.number,
        customer_name=asked.customer_name,
        customer_language=asked.language,
        error=error,
        typed=typed,
    )


async def _get_return_id(at: Workplace, visitor: Visitor, number: str) -> UUID:
    return_id = await dossier_store.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        raise ReturnNotFound
    return return_id


async def _get_dossier(at: Workplace, visitor: Visitor, return_id: UUID) -> Dossier:
    dossier = await dossier_store.find_dossier(at.pool, visitor.merchant_id, return_id)
    if dossier is None:
        raise ReturnNotFound
    return dossier
