"""A centre's own stylesheet and icon, under addresses that change whenever they do."""

import re
from typing import Annotated, Final
from xml.sax.saxutils import escape

from contracts.centres import CentreConfigured
from fastapi import APIRouter, Path, Response
from look.files import digest
from look.theme import BACKGROUNDS, theme_css, theme_of

from portal_api.errors import CentreNotFound
from portal_api.store.centres import find_centre
from portal_api.wiring import PoolDep

router = APIRouter(prefix="/theme", include_in_schema=False)

_NAME: Final = re.compile(r"(?P<slug>[a-z0-9-]{1,60})-(?P<version>[0-9]{1,18})\.(?P<kind>css|svg)")
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_PLAIN_BACKGROUND: Final = "relief"


def theme_url(centre: CentreConfigured) -> str:
    """Give the address of the stylesheet. It names our files too, for it links pictures of ours."""
    return f"/theme/{centre.slug}-{centre.version}.css?look={digest()}"


def icon_url(centre: CentreConfigured) -> str:
    """Give the address of the icon for the browser's tab."""
    return f"/theme/{centre.slug}-{centre.version}.svg?look={digest()}"


@router.get("/{name}")
async def serve_theme(pool: PoolDep, name: Annotated[str, Path()], look: str = "") -> Response:
    """Serve stylesheet or icon of the centre as it is now. Only a current address may be kept."""
    asked = _NAME.fullmatch(name)
    centre = await find_centre(pool, asked["slug"]) if asked else None
    if asked is None or centre is None:
        raise CentreNotFound
    is_current = int(asked["version"]) == centre.version and look == digest()
    headers = {"Cache-Control": _FOR_EVER if is_current else "no-store"}
    if asked["kind"] == "svg":
        return Response(_icon(centre), headers=headers, media_type="image/svg+xml")
    return Response(_stylesheet(centre), headers=headers, media_type="text/css")


def _stylesheet(centre: CentreConfigured) -> str:
    # A newer console may offer pictures that this version does not have.
    known = centre.background in BACKGROUNDS
    return theme_css(centre.accent, centre.background if known else _PLAIN_BACKGROUND)


def _icon(centre: CentreConfigured) -> str:
    """Draw the store's initial on its colour."""
    theme = theme_of(centre.accent)
    initial = escape(centre.store_name.strip()[:1].upper())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="5" fill="{theme.accent}"/>'
        f'<text x="16" y="23" font-family="system-ui, sans-serif" font-size="20" font-weight="650" '
        f'text-anchor="middle" fill="{theme.on_accent}">{initial}</text></svg>'
    )
