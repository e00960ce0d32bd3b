"""Retours: the queue, its rows, and the parts of a row that ask again by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import QueryParams

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.deciding.price_view import cost_of
from merchant_api.queue import queue_store
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.filter_view import filters_of
from merchant_api.queue.row_view import Row, closed_row, open_row, stamp_of
from merchant_api.queue.tab_view import tab_links
from merchant_api.queue.tabs import count_text
from merchant_api.queue.view import View
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.flash_view import flash_of
from merchant_api.returns.records import Dossier, QueueLine, Tab
from merchant_api.views import saved_view_store
from merchant_api.views.saved_view_links import deletable, saved_links
from merchant_api.workplace import At, Workplace

router = APIRouter()

PAGE: Final = 50
_UNCHANGED: Final = 204


@dataclass(frozen=True, slots=True)
class _Found:
    """A page of a view: one line more than it shows, if there are more."""

    lines: Sequence[QueueLine]
    counts: dict[Tab, int]


@router.get("/retours")
async def get_queue(
    request: Request,
    at: At,
    visitor: Guest,
    ouvert: str = "",
    apres: str = "",
    avis: str = "",
) -> Response:
    """Show a view of the queue, perhaps with one return open."""
    dossier = await _find_by_number(at, visitor, ouvert) if ouvert else None
    view = _view_of(request.query_params, dossier)
    found = await _find(at, visitor, view, Cursor.read(apres))
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    rows = _rows(at, visitor, found.lines[:PAGE], dossier, settings)
    saved = await saved_view_store.list_views(at.pool, visitor.merchant_id)
    return await console_page(
        request,
        at,
        visitor,
        "queue/retours.html",
        view=view,
        tabs=tab_links(view, found.counts),
        filters=filters_of(view, settings, words),
        rows=rows,
        found=sum(found.counts.values()),
        found_text=count_text(sum(found.counts.values()), view.most_counted),
        is_further=bool(apres),
        saved_views=saved_links(saved, view),
        deletable_view=deletable(saved, view, visitor),
        can_save=view != View() and view.run_id is None,
        bulk_all=_all_of(view, rows, found.counts["to_decide"]),
        bulk_view=view.query,
        seen_at=at.now().isoformat(),
        flash=flash_of(avis, dossier, words),
        is_awaited=any(row.is_awaited for row in rows),
        here=f"?{request.url.query}",
        next_url=_next_url(view, found.lines),
    )


@router.get("/retours/{number}/rangee")
async def get_row(
    request: Request,
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
    view = View.read(request.query_params)
    return page("queue/_rangee.html", visitor.language, row=row, view=view)


@router.get("/retours/{number}/cout")
async def get_cost(at: At, visitor: Guest, number: str, vu: str = "") -> Response:
    """Give the cost of one return; nothing, if what the page has seen (`vu`) still holds."""
    dossier = await _get_by_number(at, visitor, number)
    words = words_of(visitor.language)
    cost = cost_of(dossier.estimates, words, at.now())
    if vu == cost.stamp:
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    return page("returns/_cout.html", visitor.language, number=number, cost=cost)


def _view_of(query: QueryParams, dossier: Dossier | None) -> View:
    """Read the view; an address that names a return and no view means the tab of that return."""
    view = View.read(query)
    names_none = view == View() and "onglet" not in query
    return view.under(dossier.line.tab) if dossier and names_none else view


async def _find(at: Workplace, visitor: Visitor, view: View, after: Cursor | None) -> _Found:
    async with queue_store.viewing(at.pool) as tx:
        lines = await queue_store.list_view(
            tx, visitor.merchant_id, view, after=after, limit=PAGE + 1
        )
        return _Found(lines, await queue_store.count_tabs(tx, visitor.merchant_id, view))


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


def _all_of(view: View, rows: Sequence[Row], to_decide: int) -> str | None:
    """Write how many requests of the view are to be decided; None if nothing can be ticked."""
    if not any(row.is_to_decide for row in rows) or not view.has_ticks:
        return None
    return count_text(to_decide, view.most_counted)


def _next_url(view: View, lines: Sequence[QueueLine]) -> str | None:
    if len(lines) <= PAGE:
        return None
    return view.url(apres=str(queue_store.cursor_of(view, lines[PAGE - 1])))


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
