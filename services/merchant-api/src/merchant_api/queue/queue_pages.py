"""Retours: the queue, its rows, and the parts of a row that ask again by themselves."""

from collections.abc import Sequence
from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.queue import queue_store
from merchant_api.queue.row_view import Row, closed_row, open_row, stamp_of
from merchant_api.queue.tabs import OLDEST_FIRST, SLUGS, state_of, tabs_of
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.flash_view import flash_of
from merchant_api.returns.price_view import cost_of
from merchant_api.returns.records import Dossier, QueueLine, State
from merchant_api.workplace import At, Workplace

router = APIRouter()

PAGE: Final = 50
_UNCHANGED: Final = 204


@router.get("/")
async def get_home() -> Response:
    """There is one section."""
    return RedirectResponse("/retours", 303)


@router.get("/retours")
async def get_queue(
    request: Request,
    at: At,
    visitor: Guest,
    onglet: str = "",
    ouvert: str = "",
    apres: UUID | None = None,
    avis: str = "",
) -> Response:
    """Show one tab of the queue, perhaps with one return open: then the tab is that one's."""
    dossier = await _find_by_number(at, visitor, ouvert) if ouvert else None
    state = dossier.line.state if dossier else state_of(onglet)
    lines = await _list(at, visitor, state, apres)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    counts = await queue_store.count_returns(at.pool, visitor.merchant_id)
    rows = _rows(at, visitor, lines[:PAGE], dossier, settings)
    return await console_page(
        request,
        at,
        visitor,
        "queue/retours.html",
        tabs=tabs_of(counts, state),
        state=state,
        rows=rows,
        flash=flash_of(avis, dossier, words_of(visitor.language)),
        is_awaited=any(row.is_awaited for row in rows),
        here=f"?{request.url.query}",
        next_url=_next_url(state, lines),
    )


@router.get("/retours/{number}/rangee")
async def get_row(
    at: At,
    visitor: Guest,
    number: str,
    vu: str = "",
    etat: Annotated[str, Query(pattern="^(ouvert|ferme)$")] = "ouvert",
) -> Response:
    """Give one row, open or closed; nothing, if what the page has seen (`vu`) still holds."""
    dossier = await _get_by_number(at, visitor, number)
    words, now = words_of(visitor.language), at.now()
    if vu and vu == stamp_of(dossier, now):
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    row = (
        open_row(dossier, settings, words, now)
        if etat == "ouvert"
        else closed_row(dossier.line, settings, words, now)
    )
    return page("queue/_rangee.html", visitor.language, row=row)


@router.get("/retours/{number}/cout")
async def get_cost(at: At, visitor: Guest, number: str, vu: str = "") -> Response:
    """Give the cost of one return; nothing, if what the page has seen (`vu`) still holds."""
    dossier = await _get_by_number(at, visitor, number)
    words = words_of(visitor.language)
    cost = cost_of(dossier.estimates, words, at.now())
    if vu == cost.stamp:
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    return page("returns/_cout.html", visitor.language, number=number, cost=cost)


async def _list(
    at: Workplace, visitor: Visitor, state: State, after: UUID | None
) -> list[QueueLine]:
    list_returns = queue_store.list_oldest if state in OLDEST_FIRST else queue_store.list_newest
    return await list_returns(at.pool, visitor.merchant_id, state, after=after, limit=PAGE + 1)


def _rows(
    at: Workplace,
    visitor: Visitor,
    lines: Sequence[QueueLine],
    dossier: Dossier | None,
    settings: CentreSettings,
) -> list[Row]:
    """Make the rows; the open one leads if it lies on another page of the list."""
    words, now = words_of(visitor.language), at.now()
    opened = dossier.line.return_id if dossier else None
    listed = [line.return_id for line in lines]
    rows = [
        open_row(dossier, settings, words, now)
        if dossier and line.return_id == opened
        else closed_row(line, settings, words, now)
        for line in lines
    ]
    if dossier and opened not in listed:
        rows.insert(0, open_row(dossier, settings, words, now))
    return rows


def _next_url(state: State, lines: Sequence[QueueLine]) -> str | None:
    if len(lines) <= PAGE:
        return None
    query = urlencode({"onglet": SLUGS[state], "apres": lines[PAGE - 1].return_id})
    return f"/retours?{query}"


async def _find_by_number(at: Workplace, visitor: Visitor, number: str) -> Dossier | None:
    return_id = await dossier_store.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        return None
    return await dossier_store.find_dossier(at.pool, visitor.merchant_id, return_id)


async def _get_by_number(at: Workplace, visitor: Visitor, number: str) -> Dossier:
    dossier = await _find_by_number(at, visitor, number)
    if dossier is None:
        raise ReturnNotFound
    return dossier
