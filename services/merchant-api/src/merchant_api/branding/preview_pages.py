"""What the page of looks shows inside of itself: the entry of the portal, before it is saved."""

from typing import Annotated, Final

from chassis.hardening import CONTENT_POLICY, UPLOADED, content_policy
from fastapi import APIRouter, Depends, Response
from look.theme import BACKGROUNDS, Scene, stock_scene, theme_css

from merchant_api.branding import image_store
from merchant_api.branding.branding import read_accent, readability_of
from merchant_api.branding.branding_pages import PATH
from merchant_api.branding.errors import ImageNotFound
from merchant_api.branding.looks_form import OWN, LooksForm, make_form
from merchant_api.centre import centre_store
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.visiting import Owner
from merchant_api.workplace import At

router = APIRouter(prefix=PATH)

_KEPT: Final = {"cache-control": "private, max-age=31536000, immutable", **UPLOADED}


async def _asked(
    accent: str = "", background: str = "", logo: str = "", picture: str = ""
) -> LooksForm:
    return make_form(accent, background, logo, picture)


Asked = Annotated[LooksForm, Depends(_asked)]


@router.get("/apercu")
async def get_preview(at: At, visitor: Owner, asked: Asked) -> Response:
    """Show the portal's entry page as it would look. Nothing on it does anything."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    made = page(
        "branding/apercu.html",
        visitor.language,
        centre=settings,
        theme=f"{PATH}/theme.css?{asked.query}",
        logo_url=_address(asked.logo, "logo") if asked.logo else None,
    )
    made.headers[CONTENT_POLICY] = content_policy(frame_ancestors="'self'", script_src="'none'")
    return made


@router.get("/theme.css")
async def get_theme(at: At, visitor: Owner, asked: Asked) -> Response:
    """Write the stylesheet of looks that are not saved; what is no colour changes nothing."""
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    accent = read_accent(asked.accent) or settings.accent
    css = theme_css(accent, await _scene(at, visitor, asked, settings.background))
    return Response(css, headers=PRIVATE, media_type="text/css")


async def _scene(at: At, visitor: Owner, asked: LooksForm, known: str) -> Scene:
    if asked.background == OWN:
        picture = await image_store.find_picture(at.pool, visitor.merchant_id, asked.picture)
        if picture is not None:
            wide, tall = _address(asked.picture, "wide"), _address(asked.picture, "tall")
            return Scene(wide, tall, picture.tint)
    return stock_scene(asked.background if asked.background in BACKGROUNDS else known)


@router.get("/couleur")
async def get_readability(visitor: Owner, accent: str = "") -> Response:
    """Say how text is read on a colour while it is being chosen."""
    known = read_accent(accent)
    return page(
        "branding/_contraste.html",
        visitor.language,
        readability=readability_of(known) if known else None,
    )


@router.get("/images/{digest}/{crop}")
async def get_image(at: At, visitor: Owner, digest: str, crop: str) -> Response:
    """Serve a file of an upload of this merchant's."""
    if crop == "logo":
        file = await image_store.find_logo(at.pool, visitor.merchant_id, digest)
    else:
        picture = await image_store.find_picture(at.pool, visitor.merchant_id, digest)
        file = {"wide": picture.wide, "tall": picture.tall}.get(crop) if picture else None
    if file is None:
        raise ImageNotFound
    content = await at.gallery.blobs.get(file)
    return Response(content, headers=_KEPT, media_type=file.media_type)


def _address(digest: str, crop: str) -> str:
    return f"{PATH}/images/{digest}/{crop}"
