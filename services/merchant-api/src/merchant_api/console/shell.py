"""A page of the console inside its frame: sections, store, language, and what was just done."""

import re
from typing import Final
from urllib.parse import urlencode

from chassis.words import Words
from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.console.rendering import page
from merchant_api.console.sections import SECTIONS, SUBJECTS, open_to
from merchant_api.console.words import words_of
from merchant_api.queue import queue_store
from merchant_api.queue.tabs import count_text
from merchant_api.workplace import Workplace

_NOTICE: Final = re.compile(r"[a-z0-9-]{1,40}")


async def console_page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    template: str,
    *,
    status: int = 200,
    **values: object,
) -> HTMLResponse:
    """Render `template`, which extends `console/_console.html` or `console/_parametres.html`.

    `?avis=<name>` in the address shows the text `notice-<name>`, if there is one: a page says so
    after a redirect, with `see_other`. A page that makes its own strip passes `flash`.
    """
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    to_do = await queue_store.count_to_decide(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    frame: dict[str, object] = {
        "visitor": visitor,
        "path": request.url.path,
        "sections": open_to(visitor.role, SECTIONS),
        "subjects": open_to(visitor.role, SUBJECTS),
        "store_name": settings.store_name,
        "to_do": to_do,
        "to_do_text": count_text(to_do),
        "flash": None,
        "notice": notice_of(request, words),
        "other_url": in_other_language(request, visitor),
    }
    return page(template, visitor.language, status=status, **{**frame, **values})


def see_other(path: str, notice: str = "") -> RedirectResponse:
    """Send the browser on after something was done; the page there says what."""
    return RedirectResponse(f"{path}?{urlencode({'avis': notice})}" if notice else path, 303)


def notice_of(request: Request, words: Words) -> str:
    """Return the sentence that the address asks for; empty if there is none."""
    name = request.query_params.get("avis", "")
    known = _NOTICE.fullmatch(name) is not None and words.has(f"notice-{name}")
    return words(f"notice-{name}") if known else ""


def in_other_language(request: Request, visitor: Visitor) -> str:
    """Return the address of the same page in the other language."""
    other = "en" if visitor.language == "fr" else "fr"
    kept = [it for it in request.query_params.multi_items() if it[0] not in ("lang", "avis")]
    return f"{request.url.path}?{urlencode([*kept, ('lang', other)])}"
