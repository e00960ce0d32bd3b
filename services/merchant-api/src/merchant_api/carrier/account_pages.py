"""Transporteur: the account at Canada Post, put and tried, and never shown again."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID

from contracts.carriers import CarrierAccount
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.carrier import account_store, check_store
from merchant_api.carrier.check_account import keep_tried, request_check
from merchant_api.carrier.check_view import account_view, check_view
from merchant_api.carrier.errors import BoxGone, CheckNotFound, NoAccount, TooManyChecks
from merchant_api.carrier.seal_account import seal_account
from merchant_api.carrier.typed_account import AccountForm, Faulty, read_account
from merchant_api.console.rendering import page
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/parametres/transporteur")

HERE: Final = "/parametres/transporteur"

Typed = Annotated[AccountForm, Form()]
Errors = Mapping[str, str]


@router.get("")
async def get_account(
    request: Request, at: At, visitor: Owner, essai: UUID | None = None
) -> Response:
    """Show which account is saved, and perhaps what came of a trial."""
    return await _page(request, at, visitor, check_id=essai)


@router.post("")
async def post_account(request: Request, at: At, visitor: Owner, typed: Typed) -> Response:
    """Save what was typed; an empty form with an account behind it changes nothing."""
    account = await _read(at, visitor, typed)
    if account is None:
        return see_other(HERE, "carrier-unchanged")
    if isinstance(account, Faulty):
        return await _page(request, at, visitor, typed=typed, errors=_told(account, visitor))
    opened = await seal_account(
        at.pool, at.sealing, visitor.merchant_id, account, actor=visitor.actor, now=at.now()
    )
    return see_other(HERE, "carrier-saved-open" if opened else "carrier-saved")


@router.post("/essais")
async def post_check(request: Request, at: At, visitor: Owner, typed: Typed) -> Response:
    """Try what was typed, or the saved account if nothing was."""
    by_script = "hx-request" in request.headers
    account = await _read(at, visitor, typed)
    if isinstance(account, Faulty):
        errors = _told(account, visitor)
        if by_script:
            return page("carrier/_reproches.html", visitor.language, errors=errors)
        return await _page(request, at, visitor, typed=typed, errors=errors)
    try:
        check_id = await request_check(
            at.pool,
            at.sealing,
            visitor.merchant_id,
            account,
            language=visitor.language,
            actor=visitor.actor,
            now=at.now(),
        )
    except (TooManyChecks, NoAccount) as refusal:
        words = words_of(visitor.language)
        errors = {"client": words(_WHY_NOT[type(refusal)])}
        if by_script:
            return page("carrier/_reproches.html", visitor.language, errors=errors)
        return await _page(request, at, visitor, typed=typed, errors=errors)
    if by_script:
        return await get_check(at, visitor, check_id)
    return RedirectResponse(f"{HERE}?essai={check_id}#essai", 303)


_WHY_NOT: Final = {TooManyChecks: "check-too-many", NoAccount: "carrier-customer-missing"}


@router.get("/essais/{check_id}")
async def get_check(at: At, visitor: Owner, check_id: UUID, *, garder: bool = False) -> Response:
    """Give the panel of one trial, as a page with script asks for it.

    `garder`: it may offer to save what was tried, for no form stands beside it that would.
    """
    check = await check_store.find_check(at.pool, visitor.merchant_id, check_id)
    if check is None:
        raise CheckNotFound
    view = check_view(check, words_of(visitor.language), at.now())
    return page("carrier/_essai.html", visitor.language, check=view, offers_keeping=garder)


@router.post("/essais/{check_id}/garder")
async def post_keeping(at: At, visitor: Owner, check_id: UUID) -> Response:
    """Save the account that was tried, without its being typed again."""
    try:
        opened = await keep_tried(
            at.pool, visitor.merchant_id, check_id, actor=visitor.actor, now=at.now()
        )
    except BoxGone:
        return see_other(HERE, "carrier-box-gone")
    return see_other(HERE, "carrier-saved-open" if opened else "carrier-saved")


async def _read(
    at: Workplace, visitor: Visitor, typed: AccountForm
) -> CarrierAccount | Faulty | None:
    """Read the form; None if it is blank and there is an account that it leaves as it is."""
    saved = await account_store.find_account(at.pool, visitor.merchant_id)
    if saved and typed.is_blank and typed.environment == saved.box.environment:
        return None
    return read_account(typed)


def _told(faulty: Faulty, visitor: Visitor) -> Errors:
    words = words_of(visitor.language)
    return {field: words(fault) for field, fault in faulty.faults.items()}


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    *,
    typed: AccountForm | None = None,
    errors: Errors | None = None,
    check_id: UUID | None = None,
) -> Response:
    words = words_of(visitor.language)
    saved = await account_store.find_account(at.pool, visitor.merchant_id)
    check = check_id and await check_store.find_check(at.pool, visitor.merchant_id, check_id)
    environment = saved.box.environment if saved else "production"
    return await console_page(
        request,
        at,
        visitor,
        "carrier/transporteur.html",
        status=422 if errors else 200,
        errors=errors or {},
        account=account_view(saved, words) if saved else None,
        typed=typed or AccountForm(environnement=environment),
        check=check_view(check, words, at.now()) if check else None,
        here=f"{HERE}?essai={check_id}",
    )
