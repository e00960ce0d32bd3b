"""One return on a page of its own: the same panel as in its row, with everything unfolded."""

from fastapi import APIRouter, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.deciding.terms_form import TermsForm
from merchant_api.queue.statuses import decision_status
from merchant_api.returns.finding import get_dossier_by_number
from merchant_api.returns.flash_view import flash_of
from merchant_api.returns.label_view import label_state
from merchant_api.returns.panel_view import Panel, panel_of
from merchant_api.returns.records import Dossier
from merchant_api.returns.way_back import PAGE
from merchant_api.workplace import At, Workplace

router = APIRouter()

_UNCHANGED = 204


@router.get("/retours/{number}")
async def get_return(
    request: Request, at: At, visitor: Guest, number: str, avis: str = ""
) -> Response:
    """Show the return whole."""
    return await return_page(
        request, at, visitor, await get_dossier_by_number(at, visitor, number), avis=avis
    )


@router.get("/retours/{number}/volet")
async def get_panel(at: At, visitor: Guest, number: str, vu: str = "") -> Response:
    """Give the panel; nothing, if what the page has seen (`vu`) still holds."""
    dossier = await get_dossier_by_number(at, visitor, number)
    seen = seen_of(dossier, at)
    if vu == seen:
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    panel = await _panel(at, visitor, dossier)
    return page("returns/_suivi.html", visitor.language, panel=panel, seen=seen)


async def return_page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    dossier: Dossier,
    *,
    avis: str = "",
    errors: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
    typed_terms: TermsForm | None = None,
) -> Response:
    """Show the page, perhaps with what was typed and what is wrong with it."""
    words = words_of(visitor.language)
    panel = await _panel(at, visitor, dossier, typed_terms)
    return await console_page(
        request,
        at,
        visitor,
        "returns/retour.html",
        status=422 if errors else 200,
        panel=panel,
        seen=seen_of(dossier, at),
        name=dossier.request.customer_name,
        standing=decision_status(dossier.line, words),
        flash=flash_of(avis, dossier, words),
        is_awaited=is_awaited(dossier, panel, at),
        errors=errors or {},
        typed=typed or {},
    )


def seen_of(dossier: Dossier, at: Workplace) -> str:
    """Mark what is known. That a label is late is news as well, though nothing has come."""
    return f"{dossier.line.version}.{label_state(dossier, at.now())}"


def is_awaited(dossier: Dossier, panel: Panel, at: Workplace) -> bool:
    """Tell whether something is due any moment, so that a page without script asks again."""
    return panel.cost.state == "pending" or label_state(dossier, at.now()) == "being_made"


async def _panel(
    at: Workplace, visitor: Visitor, dossier: Dossier, typed_terms: TermsForm | None = None
) -> Panel:
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    return panel_of(dossier, settings, words, at.now(), here=PAGE, typed_terms=typed_terms)
