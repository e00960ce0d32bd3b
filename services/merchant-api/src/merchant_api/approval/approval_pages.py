"""Paramètres, Approbation: who decides, and what the rule would have done."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.approval.approval import MOST_WINDOW_DAYS, save_approval
from merchant_api.approval.approval_form import ApprovalForm, read_approval, read_window
from merchant_api.approval.replay_rule import replay_rule
from merchant_api.approval.replay_view import replay_view
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.typed import Faults, told
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.workplace import At, Workplace

router = APIRouter()

_PATH = "/parametres/approbation"


@router.get(_PATH)
async def get_approval(request: Request, at: At, visitor: Owner) -> Response:
    """Show who decides."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await _page(request, at, visitor, ApprovalForm.of(settings), {})


@router.post(_PATH)
async def post_approval(
    request: Request, at: At, visitor: Owner, form: Annotated[ApprovalForm, Form()]
) -> Response:
    """Save it; or only show what the rule would have done with another window."""
    wish, faults = read_approval(form)
    if wish is None or form.act:
        return await _page(request, at, visitor, form, faults)
    await change_centre(
        at.pool,
        visitor.merchant_id,
        lambda settings: save_approval(settings, wish),
        actor=visitor.actor,
        now=at.now(),
        act="centre.approval",
    )
    return see_other(_PATH, f"saved-approval-{wish.approval}")


async def _page(
    request: Request, at: Workplace, visitor: Visitor, form: ApprovalForm, faults: Faults
) -> Response:
    words = words_of(visitor.language)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    window_days = settings.window_days if "window_days" in faults else read_window(form)
    replayed = await replay_rule(at.pool, visitor.merchant_id, settings, window_days, now=at.now())
    return await console_page(
        request,
        at,
        visitor,
        "centre/approbation.html",
        status=422 if faults else 200,
        form=form,
        errors=told(faults, words),
        window_days=window_days,
        most_window_days=MOST_WINDOW_DAYS,
        replay=replay_view(replayed, words),
        version=settings.approval_version,
    )
