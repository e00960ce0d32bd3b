"""From a template to a page, in the customer's language and the store's colours."""

import re
from collections.abc import Mapping
from typing import Final

import look
from chassis.words import LANGUAGES, Language, Words, catalogue, spaced_pin, spaced_postal_code
from contracts.centres import CentreConfigured
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from portal_api.files import PRIVATE
from portal_api.pages.theme import icon_url, logo_url, theme_url

_CARRIERS_PLACE: Final = re.compile(
    r"(?P<city>[^a-z,()]+),? (?P<province>AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)"
)
_NAME_PART: Final = re.compile(r"[^\W\d_][\w']*")
_INTERNATIONAL: Final = re.compile(r"([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})")


def render(
    template: str,
    language: Language,
    centre: CentreConfigured | None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """Render a page. Nobody keeps it: what it shows is the customer's, or changes soon."""
    context: dict[str, object] = {
        "t": catalogue("portal_api")[language],
        "other": catalogue("portal_api")[_other(language)],
        "centre": centre,
        "theme": theme_url(centre) if centre else None,
        "icon_url": icon_url(centre) if centre else None,
        "logo_url": logo_url(centre) if centre else None,
        "centre_query": "" if language == "fr" else f"?lang={language}",
        **values,
    }
    html = _TEMPLATES.get_template(template).render(context)
    return HTMLResponse(html, status, {**PRIVATE, **(headers or {})})


def language_of(request: Request, fallback: Language = "fr") -> Language:
    """Return the language that the address asks for (`?lang=en`), or else `fallback`."""
    return language_named(request.query_params.get("lang"), fallback)


def language_named(name: str | None, fallback: Language = "fr") -> Language:
    """Return the language of that name, if it is one of ours."""
    return next((language for language in LANGUAGES if language == name), fallback)


def spaced_number(number: str) -> str:
    """Group a tracking number as it stands on the carrier's paper."""
    international = _INTERNATIONAL.fullmatch(number)
    return " ".join(international.groups()) if international else spaced_pin(number)


def place(written: str, words: Words) -> str:
    """Write a carrier's `MONTREAL QC` as people do: `Montreal (Qc)`. Anything else stays."""
    known = _CARRIERS_PLACE.fullmatch(written)
    if known is None:
        return written
    city = _NAME_PART.sub(lambda part: part[0].capitalize(), known["city"])
    return words("place", city=city, province=known["province"])


def paragraphs(text: str) -> list[str]:
    """Divide somebody's words where they left a line empty, or began a new one."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _other(language: Language) -> Language:
    return "en" if language == "fr" else "fr"


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("portal_api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["look"] = look.url
    environment.globals["htmx_config"] = look.HTMX_CONFIG
    environment.filters["spaced"] = spaced_number
    environment.filters["postal"] = spaced_postal_code
    environment.filters["place"] = place
    environment.filters["paragraphs"] = paragraphs
    return environment


_TEMPLATES: Final = _make_environment()
