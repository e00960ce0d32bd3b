"""Courriels: which of the merchant's people are written to, and about what."""

from collections.abc import Mapping
from typing import Final

from chassis.words import Words
from fastapi import APIRouter, Request, Response

from merchant_api.actors import Visitor
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.notices import notice_store
from merchant_api.notices.errors import RecipientsInvalid
from merchant_api.notices.list_form import ListForm, acted, form_of, read_form
from merchant_api.notices.recipients import KINDS, read_rows
from merchant_api.notices.save_list import save_list
from merchant_api.workplace import At, Workplace

router = APIRouter()

HERE: Final = "/parametres/courriels"
_FIELDS: Final = {"email": "courriel", "kinds": "avis"}


@router.get(HERE)
async def get_list(request: Request, at: At, visitor: Owner) -> Response:
    """Show the list; a proposal as long as nobody has saved one."""
    known = await notice_store.find_list(at.pool, visitor.merchant_id)
    form = form_of(known, visitor)
    return await _page(request, at, visitor, form, is_proposed=known is None)


@router.post(HERE)
async def post_list(request: Request, at: At, visitor: Owner) -> Response:
    """Save the list; or, for the buttons inside of it, give it back changed and not yet saved."""
    sent = await request.form()
    form = read_form(sent, visitor)
    if act := str(sent.get("act", "")):
        form = acted(form, act, visitor)
        return await _page(request, at, visitor, form, is_draft=True)
    try:
        recipients = read_rows(form.rows)
    except RecipientsInvalid as refusal:
        errors = _errors(refusal, words_of(visitor.language))
        return await _page(request, at, visitor, form, is_draft=True, errors=errors)
    await save_list(at.pool, visitor.merchant_id, recipients, actor=visitor.actor, now=at.now())
    return see_other(HERE, "notices-saved" if recipients else "notices-off")


def _errors(refusal: RecipientsInvalid, words: Words) -> Mapping[str, str]:
    return {
        f"{_FIELDS[part]}-{place}": words(fault.word, **fault.values)
        for (place, part), fault in sorted(refusal.faults.items())
    }


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: ListForm,
    *,
    is_draft: bool = False,
    is_proposed: bool = False,
    errors: Mapping[str, str] | None = None,
) -> Response:
    return await console_page(
        request,
        at,
        visitor,
        "notices/courriels.html",
        status=422 if errors else 200,
        form=form,
        kinds=KINDS,
        is_draft=is_draft,
        is_proposed=is_proposed,
        errors=errors or {},
    )
