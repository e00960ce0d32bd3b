"""The steps of a draft: why, how, check and send. Each keeps what was typed, right or not yet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from chassis.db import Pool
from chassis.ids import digest
from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from portal_api import typed
from portal_api.drafts import (
    Answers,
    Draft,
    email_mistakes,
    last_day,
    reason_mistakes,
    ticked,
)
from portal_api.errors import (
    AlreadyRequested,
    AlreadySent,
    DraftNotFound,
    Mistake,
)
from portal_api.pages.forms import MethodForm, ReasonsForm, SendForm
from portal_api.pages.rendering import language_named, language_of, render
from portal_api.request_return import request_return
from portal_api.store.drafts import find_draft, save_answers
from portal_api.store.returns import find_number
from portal_api.tokens import status_token
from portal_api.wiring import Now, PoolDep, SettingsDep

router = APIRouter(prefix="/{slug}/demande/{secret}", include_in_schema=False)


async def _open_draft(request: Request, slug: str, secret: str, pool: PoolDep, now: Now) -> Draft:
    """Find the draft of this address. Raises DraftNotFound, AlreadySent, AlreadyRequested."""
    request.state.language = language_of(request)
    draft = await find_draft(pool, digest(secret), at=now)
    token = status_token(secret)
    if draft is None or draft.number is not None:
        if await find_number(pool, digest(token)) is not None:
            raise AlreadySent(token)
        if draft is None:
            raise DraftNotFound
    request.state.language = language_of(request, draft.answers.language)
    if draft.number is not None:
        raise AlreadyRequested(draft.number)
    if draft.centre.slug != slug:
        raise DraftNotFound
    request.state.draft = draft  # a page that says no can say what is kept
    return draft


DraftDep = Annotated[Draft, Depends(_open_draft)]


@router.get("/motif")
async def show_reasons(request: Request, draft: DraftDep, secret: str) -> Response:
    """Ask why."""
    return _page("reasons.html", request, draft, secret)


@router.post("/motif")
async def save_reasons(
    request: Request,
    draft: DraftDep,
    secret: str,
    pool: PoolDep,
    form: Annotated[ReasonsForm, Form()],
) -> Response:
    """Keep the reasons; go on if there is one."""
    codes = tuple(reason.code for reason in ticked(draft.centre, form.reasons))
    answers = replace(draft.answers, reasons=codes, comment=typed.kept(form.comment))
    answers = await _keep(request, pool, draft, secret, answers, form.language)
    if form.switch:
        return _go(draft, secret, "motif")
    mistakes = reason_mistakes(draft.centre, answers)
    if mistakes:
        return _page("reasons.html", request, replace(draft, answers=answers), secret, mistakes)
    return _go(draft, secret, "mode")


@router.get("/mode")
async def show_methods(request: Request, draft: DraftDep, secret: str) -> Response:
    """Ask how, once it is known why."""
    if reason_mistakes(draft.centre, draft.answers):
        return _go(draft, secret, "motif")
    return _page("method.html", request, draft, secret)


@router.post("/mode")
async def save_method(
    request: Request,
    draft: DraftDep,
    secret: str,
    pool: PoolDep,
    form: Annotated[MethodForm, Form()],
) -> Response:
    """Keep the method; go on if it is one of the centre's."""
    offered = next((offer for offer in draft.centre.methods if offer == form.method), None)
    answers = replace(draft.answers, method=offered)
    answers = await _keep(request, pool, draft, secret, answers, form.language)
    if form.switch:
        return _go(draft, secret, "mode")
    if offered is None:
        mistakes = [Mistake("method", "method-missing")]
        return _page("method.html", request, replace(draft, answers=answers), secret, mistakes)
    return _go(draft, secret, "verification")


@router.get("/verification")
async def show_check(request: Request, draft: DraftDep, secret: str) -> Response:
    """Show everything once more, and ask where the answer should go."""
    missing = _missing_step(draft)
    if missing is not None:
        return _go(draft, secret, missing)
    return _page("check.html", request, draft, secret)


@router.post("/verification")
async def send(
    request: Request,
    draft: DraftDep,
    secret: str,
    pool: PoolDep,
    settings: SettingsDep,
    now: Now,
    form: Annotated[SendForm, Form()],
) -> Response:
    """Send the request; lead to its status page."""
    answers = replace(draft.answers, email=typed.kept(form.email))
    answers = await _keep(request, pool, draft, secret, answers, form.language)
    missing = _missing_step(draft)
    if missing is not None or form.switch:
        return _go(draft, secret, missing or "verification")
    mistakes = email_mistakes(answers)
    if mistakes:
        return _page("check.html", request, replace(draft, answers=answers), secret, mistakes)
    requested = await request_return(pool, settings.reply_line, secret, answers, now=now)
    return RedirectResponse(f"/r/{requested.token}", 303)


async def _keep(
    request: Request, pool: Pool, draft: Draft, secret: str, answers: Answers, language: str
) -> Answers:
    """Store the answers, right or not yet, with the language that the customer reads."""
    spoken = language_named(language, draft.answers.language)
    request.state.language = spoken
    answers = replace(answers, language=spoken)
    await save_answers(pool, digest(secret), draft.centre.merchant_id, answers)
    return answers


def _missing_step(draft: Draft) -> str | None:
    if reason_mistakes(draft.centre, draft.answers):
        return "motif"
    return None if draft.answers.method in draft.centre.methods else "mode"


def _go(draft: Draft, secret: str, step: str) -> Response:
    return RedirectResponse(f"{_folder(draft, secret)}/{step}", 303)


def _page(
    template: str,
    request: Request,
    draft: Draft,
    secret: str,
    mistakes: Sequence[Mistake] = (),
) -> Response:
    return render(
        template,
        request.state.language,
        draft.centre,
        status=422 if mistakes else 200,
        draft=draft,
        answers=draft.answers,
        reasons=ticked(draft.centre, draft.answers.reasons),
        return_by_on=last_day(draft.centre, draft.parcel.delivered_on),
        folder=_folder(draft, secret),
        mistakes=mistakes,
    )


def _folder(draft: Draft, secret: str) -> str:
    return f"/{draft.centre.slug}/demande/{secret}"
