"""The page of a return, at its secret link: where it stands, what to show, what to keep."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated

from chassis.words import Language, catalogue
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from portal_api.cancel_return import cancel_return
from portal_api.errors import ReturnNotFound, TooLate
from portal_api.files import send_file
from portal_api.pages.rendering import language_of, render
from portal_api.pages.status_view import View, view_of
from portal_api.read_return import get_file, get_return
from portal_api.standing import StandingReturn, file_named
from portal_api.wiring import BlobsDep, Now, PoolDep, SettingsDep

router = APIRouter(prefix="/r/{token}", include_in_schema=False)


async def _open_return(request: Request, token: str, pool: PoolDep) -> StandingReturn:
    """Find what this link opens. Raises ReturnNotFound."""
    request.state.language = language_of(request)
    standing = await get_return(pool, token)
    request.state.language = language_of(request, standing.language)
    return standing


ReturnDep = Annotated[StandingReturn, Depends(_open_return)]


@router.get("")
async def show_status(request: Request, token: str, standing: ReturnDep, now: Now) -> Response:
    """Show where the return stands."""
    return _page("status.html", request, standing, token, _view(request, standing, now))


@router.get("/suivi")
async def send_news(
    request: Request, token: str, standing: ReturnDep, now: Now, seen: str = ""
) -> Response:
    """Send the slip again if it is not the one that the page shows; otherwise nothing."""
    view = _view(request, standing, now)
    if seen == view.seen:
        return Response(status_code=204, headers={"Cache-Control": "no-store"})
    return _page("news.html", request, standing, token, view)


@router.get("/politique")
async def show_frozen_policy(request: Request, standing: ReturnDep) -> Response:
    """Show the policy that was on the page when the request was sent."""
    return render(
        "policy.html",
        request.state.language,
        standing.centre,
        policy=standing.policy,
        frozen=standing.requested_at,
    )


@router.get("/annuler")
async def ask_to_cancel(request: Request, token: str, standing: ReturnDep, now: Now) -> Response:
    """Ask whether the return is really off."""
    view = _view(request, standing, now)
    if not view.can_cancel:
        return _back(request, standing, token)
    return _page("cancel.html", request, standing, token, view)


@router.post("/annuler")
async def cancel(
    request: Request,
    token: str,
    standing: ReturnDep,
    pool: PoolDep,
    settings: SettingsDep,
    now: Now,
) -> Response:
    """Call it off; its page then says so, or why it is too late."""
    with suppress(TooLate):
        await cancel_return(pool, settings.reply_line, token, now=now)
    return _back(request, standing, token)


@router.get("/{name}")
async def download(
    request: Request, token: str, name: str, pool: PoolDep, blobs: BlobsDep
) -> Response:
    """Download the label or the code."""
    known = file_named(name)
    if known is None:
        raise ReturnNotFound
    file = await get_file(pool, blobs, token, known)
    return send_file(file, known, language_of(request, file.standing.language))


def _view(request: Request, standing: StandingReturn, now: datetime) -> View:
    language: Language = request.state.language
    return view_of(standing, catalogue("portal_api")[language], now=now)


def _back(request: Request, standing: StandingReturn, token: str) -> Response:
    language: Language = request.state.language
    query = "" if language == standing.language else f"?lang={language}"
    return RedirectResponse(f"/r/{token}{query}", 303)


def _page(
    template: str, request: Request, standing: StandingReturn, token: str, view: View
) -> Response:
    language: Language = request.state.language
    return render(
        template,
        language,
        standing.centre,
        standing=standing,
        view=view,
        folder=f"/r/{token}",
        # The return remembers its language; another one is asked for by the address.
        query="" if language == standing.language else f"?lang={language}",
        refresh_s=_refresh_s(view),
    )


def _refresh_s(view: View) -> int:
    """Return how often a page without script comes again: often only while a label is made."""
    return 5 if view.state in ("approved", "delayed") else 30
