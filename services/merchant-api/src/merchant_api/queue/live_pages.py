"""What keeps an open queue true: the stream that says that something changed, and what it is."""

from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import JSONResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.console.rendering import PRIVATE, render
from merchant_api.console.visiting import Guest, session_secret
from merchant_api.console.words import words_of
from merchant_api.people.sign_in import find_visitor
from merchant_api.queue import queue_store
from merchant_api.queue.live import IsStill, Live
from merchant_api.queue.row_view import closed_row
from merchant_api.queue.seen import seen_at
from merchant_api.queue.tab_view import tab_links
from merchant_api.queue.tabs import MOST_COUNTED_NARROWED, count_text
from merchant_api.queue.view import View
from merchant_api.workplace import At

router = APIRouter()

_STREAM: Final = "text/event-stream"
_HEADERS: Final = {
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",  # nginx and those who learned from it hold nothing back
}
_NO_CONTENT: Final = 204
_NOT_ACCEPTABLE: Final = 406
_MOST_LINES: Final = 200
_MOST_DIGITS: Final = 18


@router.get("/retours/flux")
async def get_stream(request: Request, at: At, visitor: Guest) -> Response:
    """Stream news for as long as the visit lasts. 204 tells a browser not to try again."""
    if _STREAM not in request.headers.get("accept", ""):
        return Response(status_code=_NOT_ACCEPTABLE, headers=PRIVATE)
    if at.live.is_full(visitor):
        return Response(status_code=_NO_CONTENT, headers=PRIVATE)
    secret = session_secret(request, at) or ""

    async def is_still_visiting() -> bool:
        return await find_visitor(at.pool, secret, is_a_visit=False, now=at.now()) is not None

    return _News(at.live, visitor, is_still_visiting)


class _News(Response):
    """A stream that lets its bell go when the browser leaves, not when it is found as garbage."""

    def __init__(self, live: Live, visitor: Visitor, is_still_visiting: IsStill) -> None:
        super().__init__()
        self._live = live
        self._visitor = visitor
        self._is_still_visiting = is_still_visiting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._live.listening(self._visitor) as bell:
            news = self._live.news(bell, self._is_still_visiting)
            answer = StreamingResponse(news, media_type=_STREAM, headers=_HEADERS)
            await answer(scope, receive, send)


@router.get("/retours/nouvelles")
async def get_news(
    request: Request,
    at: At,
    visitor: Guest,
    vu_a: datetime | None = None,
    lignes: Annotated[str, Query(max_length=6000, pattern=r"^[^\x00]*$")] = "",
) -> Response:
    """Tell what changed since the page was made: counts, rows that it shows, and how many are new.

    `lignes` are those rows, each with the version that the page knows: `RV-2841-6K.3,…`.
    """
    view, words = View.read(request.query_params), words_of(visitor.language)
    shown = _shown(lignes)
    merchant_id = visitor.merchant_id
    settings = await centre_store.get_settings(at.pool, merchant_id)
    async with queue_store.viewing(at.pool) as tx:
        counts = await queue_store.count_tabs(tx, merchant_id, view)
        lines = await queue_store.list_numbered(tx, merchant_id, list(shown))
        new = await queue_store.count_new(
            tx,
            merchant_id,
            view,
            since=seen_at(vu_a, at.now()),
            shown=list(shown),
            most=MOST_COUNTED_NARROWED + 1,
        )
    changed = [line for line in lines if line.version != shown[line.number]]
    to_do = await queue_store.count_to_decide(at.pool, merchant_id)
    told = {
        "counts": {link.tab: link.count for link in tab_links(view, counts)},
        "toDo": count_text(to_do) if to_do else "",
        "strip": words("live-new", count=new, text=count_text(new, MOST_COUNTED_NARROWED))
        if new
        else "",
        "rows": {
            line.number: render(
                "queue/_rangee.html",
                visitor.language,
                row=closed_row(line, settings, words, at.now()),
                view=view,
            )
            for line in changed
        },
    }
    return JSONResponse(told, headers=PRIVATE)


def _shown(lines: str) -> dict[str, int]:
    """Read which rows the page shows, and which version of each."""
    pairs = (line.rpartition(".") for line in lines.split(",")[:_MOST_LINES])
    return {
        number: int(version)
        for number, _, version in pairs
        if version.isdecimal() and len(version) <= _MOST_DIGITS
    }
