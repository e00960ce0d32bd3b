"""A centre's own stylesheet, icon, logo and picture, at addresses that change whenever they do."""

import re
from typing import Annotated, Final
from xml.sax.saxutils import escape

from chassis.hardening import UPLOADED
from contracts.centres import CentreConfigured
from contracts.values import BlobRef
from fastapi import APIRouter, Path, Response
from look.files import digest
from look.theme import BACKGROUNDS, Scene, stock_scene, theme_css, theme_of

from portal_api.errors import CentreNotFound
from portal_api.store.centres import find_centre
from portal_api.wiring import BlobsDep, PoolDep

router = APIRouter(prefix="/theme", include_in_schema=False)

_NAME: Final = re.compile(r"(?P<slug>[a-z0-9-]{1,60})-(?P<version>[0-9]{1,18})\.(?P<kind>css|svg)")
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_PLAIN_BACKGROUND: Final = "relief"
_SUFFIXES: Final = {"image/png": "png", "image/webp": "webp"}
"""What is served of a merchant's own. A newer console may store more than this version shows."""


def theme_url(centre: CentreConfigured) -> str:
    """Give the address of the stylesheet. It names our files too, for it links pictures of ours."""
    return f"/theme/{centre.slug}-{centre.version}.css?look={digest()}"


def icon_url(centre: CentreConfigured) -> str:
    """Give the address of the icon for the browser's tab."""
    return f"/theme/{centre.slug}-{centre.version}.svg?look={digest()}"


def logo_url(centre: CentreConfigured) -> str | None:
    """Give the address of the logo; None where the store's name stands instead."""
    if centre.logo is None or centre.logo.media_type not in _SUFFIXES:
        return None
    return _file_url(centre, centre.logo)


@router.get("/{slug}/{name}")
async def serve_file(pool: PoolDep, blobs: BlobsDep, slug: str, name: str) -> Response:
    """Serve one of the files that the centre shows now: no other has an address."""
    centre = await find_centre(pool, slug)
    file = _files_of(centre).get(name) if centre else None
    if file is None:
        raise CentreNotFound
    headers = {"Cache-Control": _FOR_EVER, **UPLOADED}
    return Response(await blobs.get(file), headers=headers, media_type=file.media_type)


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
    return theme_css(centre.accent, _scene(centre))


def _scene(centre: CentreConfigured) -> Scene:
    picture = centre.picture
    if picture is not None and {picture.wide.media_type, picture.tall.media_type} <= set(_SUFFIXES):
        wide, tall = _file_url(centre, picture.wide), _file_url(centre, picture.tall)
        return Scene(wide, tall, picture.tint)
    # A newer console may offer pictures that this version does not have.
    known = centre.background in BACKGROUNDS
    return stock_scene(centre.background if known else _PLAIN_BACKGROUND)


def _files_of(centre: CentreConfigured) -> dict[str, BlobRef]:
    """Name the files that the centre shows."""
    picture = centre.picture
    files = [centre.logo, *((picture.wide, picture.tall) if picture else ())]
    return {_file_name(it): it for it in files if it and it.media_type in _SUFFIXES}


def _file_url(centre: CentreConfigured, file: BlobRef) -> str:
    return f"/theme/{centre.slug}/{_file_name(file)}"


def _file_name(file: BlobRef) -> str:
    """Name a file by what is in it, so that its address may be kept for ever."""
    return f"{file.sha256}.{_SUFFIXES[file.media_type]}"


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
