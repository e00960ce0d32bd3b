"""Pages for what does not work: the only place where a refusal meets a person's browser."""

from collections.abc import Mapping
from typing import Final

from chassis.errors import Refusal
from chassis.words import Language
from contracts.centres import CentreConfigured
from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from portal_api.drafts import Draft
from portal_api.errors import (
    AlreadyRequested,
    AlreadySent,
    CentreClosed,
    CentreNotFound,
    DraftNotFound,
    ReturnNotFound,
    WindowOver,
)
from portal_api.pages.rendering import language_of, render
from portal_api.store.centres import find_centre
from portal_api.wiring import Parts

_PAGES: Final[Mapping[type[Refusal], tuple[int, str]]] = {
    CentreClosed: (409, "closed.html"),
    AlreadyRequested: (409, "already.html"),
    WindowOver: (409, "late.html"),
    DraftNotFound: (404, "draft_gone.html"),
}
_NOT_FOUND: Final = 404
_TOLD: Final = frozenset({404, 500, 503})
"""Statuses that have words of their own; the others share a sentence."""


async def on_refusal(request: Request, error: Exception) -> Response:
    """Answer with a page in the customer's language and, where it is known, the store's colours."""
    assert isinstance(error, Refusal)  # noqa: S101  registered for them
    if isinstance(error, AlreadySent):
        return RedirectResponse(f"/r/{error.token}", 303)
    language: Language = getattr(request.state, "language", None) or language_of(request)
    if isinstance(error, CentreNotFound | ReturnNotFound):
        return trouble_page(language, _NOT_FOUND)
    centre = await _centre_of(request)
    status, template = _PAGES.get(type(error), (422, ""))
    if centre is None or not template:
        return trouble_page(language, status)
    here = request.url.path
    draft: Draft | None = getattr(request.state, "draft", None)
    return render(template, language, centre, status=status, refusal=error, draft=draft, here=here)


def on_trouble(request: Request, status: int, headers: Mapping[str, str]) -> Response:
    """Answer when something broke or was not understood. Asks nothing of the database."""
    kept = {name: value for name, value in headers.items() if name in ("retry-after", "allow")}
    return trouble_page(language_of(request), status, kept)


def trouble_page(
    language: Language, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    """Say what is the matter, calmly, in nobody's colours."""
    name = str(status) if status in _TOLD else "other"
    return render("trouble.html", language, None, status=status, headers=headers, name=name)


async def _centre_of(request: Request) -> CentreConfigured | None:
    parts: Parts = request.app.state.parts
    slug = request.path_params.get("slug")
    return await find_centre(parts.pool, slug) if slug else None
