"""From a template to a page: escaped, nothing undefined, in one language."""

from functools import cache
from typing import Final

import look
from chassis.ids import new_id
from chassis.words import Language
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from merchant_api.console.words import words_of

# A page of the console is for one person, and true only now.
PRIVATE: Final = {"cache-control": "no-store", "x-robots-tag": "noindex"}


def page(template: str, language: Language, *, status: int = 200, **values: object) -> HTMLResponse:
    """Render `template` as an answer. In templates `t` gives words and `url` addresses of files."""
    return HTMLResponse(render(template, language, **values), status, PRIVATE)


def render(template: str, language: Language, **values: object) -> str:
    """Render `template`, which may be a part of a page."""
    return _environment().get_template(template).render(t=words_of(language), **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("merchant_api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["url"] = look.url
    environment.globals["new_id"] = new_id
    environment.globals["htmx_config"] = look.HTMX_CONFIG
    return environment
