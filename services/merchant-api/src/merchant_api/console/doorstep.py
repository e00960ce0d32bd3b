"""Pages for whoever is not signed in: on a picture, in either language, with nothing of a store."""

from collections.abc import Mapping
from urllib.parse import urlencode

from chassis.words import Language
from fastapi import Request
from starlette.responses import HTMLResponse

from merchant_api.console.rendering import page
from merchant_api.console.words import read_language


def doorstep_page(
    template: str,
    language: Language,
    path: str,
    *,
    kept: Mapping[str, str] | None = None,
    status: int = 200,
    **values: object,
) -> HTMLResponse:
    """Render `template`, which extends `console/_seuil.html`.

    `path` is its own address, for the link to the other language, which keeps `kept` in its query.
    """
    other = "en" if language == "fr" else "fr"
    query = urlencode(
        {"lang": other, **{key: value for key, value in (kept or {}).items() if value}}
    )
    return page(template, language, status=status, other_url=f"{path}?{query}", **values)


def language_for(request: Request, chosen: str = "") -> Language:
    """Take the language that was chosen, or what the browser would rather read."""
    wanted = request.headers.get("accept-language", "")[:2].lower()
    return read_language(chosen) or read_language(wanted) or "fr"
