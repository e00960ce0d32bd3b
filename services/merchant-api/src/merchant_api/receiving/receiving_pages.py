"""Réception: a field that is always ready for a scanner, and what it found."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.console.rendering import page
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.course import course_store
from merchant_api.course.course import CONDITIONS, Condition
from merchant_api.receiving import scan_store
from merchant_api.receiving.arrival_view import (
    Arrival,
    arrival_of,
    line_of,
    taken_in,
    unknown,
    unreadable,
)
from merchant_api.receiving.receive_return import MOST_NOTE_CHARACTERS, receive_return
from merchant_api.receiving.scan import MOST_CHARACTERS, read_scan
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import NoteTooLong, NotNow, ReturnNotFound
from merchant_api.returns.window import ZONE, day_of
from merchant_api.workplace import At, Workplace

router = APIRouter()

_SHOWN: Final = 100
_IS_PART: Final = "hx-request"


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody said of a parcel, kept while it is not yet right."""

    condition: Condition = "as_expected"
    note: str = ""
    is_too_long: bool = False


_NOTHING_TYPED: Final = Typed()


@router.get("/reception")
async def get_reception(
    request: Request, at: At, visitor: Guest, code: str = "", recu: str = ""
) -> Response:
    """Be ready for a code, and show what `code` led to, or that `recu` was taken in."""
    arrival = await _look(at, visitor, code) if code.strip() else None
    if recu and arrival is None:
        arrival = await _taken_in(at, visitor, recu)
    return await _answer(request, at, visitor, arrival)


@router.post("/reception")
async def post_reception(
    request: Request,
    at: At,
    visitor: Guest,
    number: Annotated[str, Form(max_length=MOST_CHARACTERS)] = "",
    condition: Annotated[Condition, Form()] = "as_expected",
    note: Annotated[str, Form()] = "",
) -> Response:
    """Take the parcel of `number` in, or say why not."""
    return_id = await dossier_store.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        raise ReturnNotFound
    try:
        await receive_return(
            at.pool,
            visitor.merchant_id,
            return_id,
            condition,
            note,
            actor=visitor.actor,
            now=at.now(),
        )
    except NotNow:
        return await _answer(request, at, visitor, await _look(at, visitor, number))
    except NoteTooLong:
        arrival = await _look(at, visitor, number)
        typed = Typed(condition, note, is_too_long=True)
        return await _answer(request, at, visitor, arrival, typed, status=422)
    if _IS_PART in request.headers:
        return await _answer(request, at, visitor, await _taken_in(at, visitor, number))
    return RedirectResponse(f"/reception?{urlencode({'recu': number})}", 303)


async def _look(at: Workplace, visitor: Visitor, code: str) -> Arrival:
    words = words_of(visitor.language)
    scan = read_scan(code)
    if scan is None:
        return unreadable(words)
    found = await scan_store.find_scanned(at.pool, visitor.merchant_id, scan)
    if found is None:
        return unknown(words)
    dossier = await dossier_store.find_dossier(at.pool, visitor.merchant_id, found.return_id)
    return arrival_of(dossier, found.generation, words) if dossier else unknown(words)


async def _taken_in(at: Workplace, visitor: Visitor, number: str) -> Arrival | None:
    """Say that it was taken in, if it was: the page's address carries no more than a number."""
    return_id = await dossier_store.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        return None
    dossier = await dossier_store.find_dossier(at.pool, visitor.merchant_id, return_id)
    is_in = dossier is not None and dossier.course.reception is not None
    return taken_in(dossier, words_of(visitor.language)) if dossier and is_in else None


async def _answer(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    arrival: Arrival | None,
    typed: Typed = _NOTHING_TYPED,
    *,
    status: int = 200,
) -> Response:
    """Give the page, or only what changes on it if that is what script asks for."""
    words = words_of(visitor.language)
    since = datetime.combine(day_of(at.now()), time.min, ZONE)
    received = await course_store.list_received(
        at.pool, visitor.merchant_id, since=since, limit=_SHOWN
    )
    shown = {
        "arrival": arrival,
        "typed": typed,
        "conditions": CONDITIONS,
        "most_note": MOST_NOTE_CHARACTERS,
        "day": words.day(day_of(at.now()), weekday=True),
        "count": await course_store.count_received(at.pool, visitor.merchant_id, since=since),
        "lines": [line_of(it.number, it.name, it.reception, words) for it in received],
    }
    if _IS_PART in request.headers:
        return page("returns/_arrivee.html", visitor.language, status=status, **shown)
    return await console_page(
        request, at, visitor, "returns/reception.html", status=status, **shown
    )
