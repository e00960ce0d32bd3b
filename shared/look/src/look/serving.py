"""Serving the files: once fetched, never asked for again."""

import gzip
import json
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from look.files import PREFIX, contents, digest

# For `<meta name="htmx-config">`: nothing inline, nothing evaluated, no page kept in the browser.
HTMX_CONFIG: Final = json.dumps(
    {
        "includeIndicatorStyles": False,
        "allowEval": False,
        "allowScriptTags": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
    },
    separators=(",", ":"),
)

MEDIA_TYPES: Final = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }
)
SQUEEZED: Final = frozenset({".css", ".js", ".svg", ".txt"})

FOR_EVER: Final = "public, max-age=31536000, immutable"


def mount(app: Starlette) -> None:
    """Serve the files of `look` under the addresses that `look.url` gives.

    To be called before `app` gains a route that would catch every path.
    """
    app.mount(PREFIX, Router([Route("/{digest}/{name:path}", _serve)]))


async def _serve(request: Request) -> Response:
    name: str = request.path_params["name"]
    if name not in contents():
        raise HTTPException(404)
    suffix = PurePosixPath(name).suffix
    # While two releases serve side by side, a page of one may ask the other for its files:
    # it gets them, but nobody may keep them under an address that is not theirs.
    ours = request.path_params["digest"] == digest()
    headers = {
        "Cache-Control": FOR_EVER if ours else "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    body = contents()[name]
    if suffix in SQUEEZED:
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = _squeeze(name)
    return Response(body, headers=headers, media_type=MEDIA_TYPES[suffix])


@cache
def _squeeze(name: str) -> bytes:
    return gzip.compress(contents()[name], mtime=0)
