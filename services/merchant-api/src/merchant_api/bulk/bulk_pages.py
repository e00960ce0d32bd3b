"""Several returns at once: asked, confirmed where it costs or hurts, and followed."""

from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from chassis.words import Words
from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.bulk import bulk_store
from merchant_api.bulk.begin_bulk_run import begin_bulk_run, count_chosen
from merchant_api.bulk.bulk_form import BulkForm
from merchant_api.bulk.bulk_records import BulkRun
from merchant_api.bulk.bulk_view import RunView, run_view
from merchant_api.bulk.errors import NothingChosen, RunNotFound, TooManyChosen
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.deciding.decisions import MOST_MESSAGE_CHARACTERS
from merchant_api.deciding.decline_view import REASONS
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/retours/lots")

_UNCHANGED: Final = 204
_FAILURES_SHOWN: Final = 200


@router.post("/confirmer")
async def post_confirmation(
    request: Request, at: At, visitor: Guest, form: Annotated[BulkForm, Form()]
) -> Response:
    """Ask once more: an approval costs money, a refusal needs words."""
    return await _confirmation_page(request, at, visitor, form, {})


@router.post("")
async def post_run(
    request: Request, at: At, visitor: Guest, form: Annotated[BulkForm, Form()]
) -> Response:
    """Begin, and show how it goes. The same page sent twice begins one run."""
    run = BulkRun(
        run_id=form.lot or new_id(),
        merchant_id=visitor.merchant_id,
        act=form.acte,
        actor=visitor.actor,
        language=visitor.language,
        terms=form.terms,
        begun_at=at.now(),
    )
    errors = _errors(form, words_of(visitor.language)) if form.acte == "decline" else {}
    if errors:
        return await _confirmation_page(request, at, visitor, form, errors)
    try:
        await begin_bulk_run(at.pool, run, form.chosen(at.now()))
    except NothingChosen:
        return RedirectResponse(form.view.url(avis="rien-choisi"), 303)
    except TooManyChosen:
        return RedirectResponse(form.view.url(avis="trop-choisi"), 303)
    return RedirectResponse(f"/retours/lots/{run.run_id}", 303)


@router.get("/{run_id}")
async def get_run(request: Request, at: At, visitor: Guest, run_id: UUID) -> Response:
    """Show how far the run has come."""
    run = await _get_run_view(at, visitor, run_id)
    return await console_page(request, at, visitor, "queue/lot.html", run=run)


@router.get("/{run_id}/etat")
async def get_state(at: At, visitor: Guest, run_id: UUID, vu: str = "") -> Response:
    """Give the part of that page that changes; nothing, if what it has seen still holds."""
    run = await _get_run_view(at, visitor, run_id)
    if vu == run.stamp:
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    return page("queue/_lot_etat.html", visitor.language, run=run)


async def _get_run_view(at: Workplace, visitor: Visitor, run_id: UUID) -> RunView:
    run = await bulk_store.find_run(at.pool, visitor.merchant_id, run_id)
    if run is None:
        raise RunNotFound
    progress = await bulk_store.get_progress(at.pool, visitor.merchant_id, run_id)
    failures = await bulk_store.list_items(
        at.pool, visitor.merchant_id, run_id, outcome="failed", after=0, limit=_FAILURES_SHOWN
    )
    return run_view(run, progress, failures, words_of(visitor.language))


async def _confirmation_page(
    request: Request, at: Workplace, visitor: Visitor, form: BulkForm, errors: dict[str, str]
) -> Response:
    words = words_of(visitor.language)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    chosen = await count_chosen(at.pool, visitor.merchant_id, form.chosen(at.now()))
    if not chosen.count:
        return RedirectResponse(form.view.url(avis="rien-choisi"), 303)
    return await console_page(
        request,
        at,
        visitor,
        "queue/lot_confirmer.html",
        status=422 if errors else 200,
        form=form,
        typed={"message_fr": form.message_fr, "message_en": form.message_en},
        title=words(f"bulk-confirm-{form.acte}", count=chosen.count),
        chosen=chosen,
        reasons=REASONS,
        terms=_terms(settings, words),
        cost=words.money(chosen.due_cents) if chosen.priced else "",
        run_id=form.lot or new_id(),
        errors=errors,
    )


def _terms(settings: CentreSettings, words: Words) -> str:
    """Say where the parcels will go and how, when nobody chose otherwise."""
    address = settings.return_address
    if address is None:
        return ""
    service = words(f"service-{settings.service_code.partition('.')[2]}")
    return words("bulk-terms", address=f"{address.name}, {address.city}", service=service)


def _errors(form: BulkForm, words: Words) -> dict[str, str]:
    """Say what a refusal lacks: a reason of ours, and words in each language."""
    found = {} if form.raison else {"raison": words("decline-reason-missing")}
    for field, text in (("message_fr", form.message_fr), ("message_en", form.message_en)):
        if not text.strip():
            found[field] = words(f"bulk-missing-{field}")
        elif len(text.strip()) > MOST_MESSAGE_CHARACTERS:
            found[field] = words("message-too-long")
    return found
