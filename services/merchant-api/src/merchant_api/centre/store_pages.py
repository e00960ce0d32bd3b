"""Boutique: names, addresses of the business, return policy, methods and service."""

from typing import Annotated, Final

from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.change_store import change_store
from merchant_api.centre.provinces import PROVINCES
from merchant_api.centre.typed import Faults, told
from merchant_api.centre.typed_store import METHODS, SERVICES, StoreForm, faults_of, store_of
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/boutique")

HERE: Final = "/parametres/boutique"


@router.get("")
async def get_store(request: Request, at: At, visitor: Owner) -> Response:
    """Show the store as it is."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await _page(request, at, visitor, StoreForm.of(settings), {})


@router.post("")
async def post_store(
    request: Request, at: At, visitor: Owner, typed: Annotated[StoreForm, Form()]
) -> Response:
    """Save it, or say what cannot be taken."""
    faults = faults_of(typed)
    if faults:
        return await _page(request, at, visitor, typed, faults)
    store = store_of(typed)
    await change_centre(
        at.pool,
        visitor.merchant_id,
        lambda settings: change_store(settings, store),
        actor=visitor.actor,
        now=at.now(),
        act="centre.store",
    )
    return see_other(HERE, "store-saved")


async def _page(
    request: Request, at: Workplace, visitor: Visitor, form: StoreForm, faults: Faults
) -> Response:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await console_page(
        request,
        at,
        visitor,
        "centre/boutique.html",
        status=422 if faults else 200,
        form=form,
        window_days=settings.window_days,
        answer_days=settings.answer_business_days,
        portal_address=f"{at.portal_url}/{settings.slug}/",
        provinces=PROVINCES,
        methods=METHODS,
        services=SERVICES,
        errors=told(faults, words_of(visitor.language)),
    )
