"""Paramètres, Motifs: the reasons that customers tick, in both languages and in their order."""

from collections.abc import Sequence

from chassis.words import Words
from fastapi import APIRouter, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.errors import ReasonFault, ReasonsInvalid
from merchant_api.centre.reason_form import ReasonForm, acted, form_of, read_form
from merchant_api.centre.reasons import MOST_CHARACTERS, MOST_REASONS, save_reasons
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter()

_PATH = "/parametres/motifs"


@router.get(_PATH)
async def get_reasons(request: Request, at: At, visitor: Owner) -> Response:
    """Show the reasons; a set to begin with as long as there are none."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await _page(request, at, visitor, form_of(settings), is_starter=not settings.reasons)


@router.post(_PATH)
async def post_reasons(request: Request, at: At, visitor: Owner) -> Response:
    """Save the list; or, for the buttons inside of it, give it back changed and not yet saved."""
    sent = await request.form()
    form = read_form(sent)
    if act := str(sent.get("act", "")):
        return await _page(request, at, visitor, acted(form, act), is_draft=True)
    rows = [it.row for it in form.rows]
    try:
        await change_centre(
            at.pool,
            visitor.merchant_id,
            lambda settings: save_reasons(settings, rows),
            actor=visitor.actor,
            now=at.now(),
            act="centre.reasons",
        )
    except ReasonsInvalid as refusal:
        errors = _errors(refusal.faults, form, words_of(visitor.language))
        return await _page(request, at, visitor, form, is_draft=True, errors=errors)
    return see_other(_PATH, "saved-reasons")


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    form: ReasonForm,
    *,
    is_draft: bool = False,
    is_starter: bool = False,
    errors: dict[str, str] | None = None,
) -> Response:
    return await console_page(
        request,
        at,
        visitor,
        "centre/motifs.html",
        status=422 if errors else 200,
        form=form,
        is_draft=is_draft,
        is_starter=is_starter,
        errors=errors or {},
        most_characters=MOST_CHARACTERS,
    )


def _errors(faults: Sequence[ReasonFault], form: ReasonForm, words: Words) -> dict[str, str]:
    """Say of each field what is wrong with it."""
    errors: dict[str, str] = {}
    for fault in faults:
        if fault.place is None or fault.field == "code":
            errors.setdefault("motifs", words(f"reason-{fault.name}", most=MOST_REASONS))
            continue
        key, name = form.rows[fault.place].key, f"reason-{fault.name}-{fault.field}"
        told = words(name, place=fault.place + 1, most=MOST_CHARACTERS)
        errors.setdefault(f"{fault.field}-{key}", told)
    return errors
