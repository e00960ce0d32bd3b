"""Looks: colour and background as JSON, logo and picture as files."""

from typing import Annotated, Final, Literal, Self

from fastapi import APIRouter, Body, Request, Response
from look.theme import BACKGROUNDS
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.config import JsonDict
from starlette.exceptions import HTTPException

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.branding.branding import put_logo, put_picture, readability_of, save_colours
from merchant_api.branding.errors import ImageNotFound
from merchant_api.branding.image_kinds import DEMANDS, ImageKind
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings, known_background
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/centre/branding", tags=["settings"])

PATH: Final = "/api/v1/centre/branding"
_EXAMPLE: Final[JsonDict] = {"accent": "#23504a", "background": "aurore"}
_SHA256: Final = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"


_Background = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(known_background),
    WithJsonSchema({"type": "string", "enum": [*BACKGROUNDS]}),
]


class BrandingIn(BaseModel):
    """Colour and background. Putting them is what a person does who presses « Enregistrer »."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
    background: _Background


class ImageOut(BaseModel):
    """A file as it is served."""

    media_type: str = Field(examples=["image/png"])
    size_bytes: int = Field(examples=[4821])
    sha256: str = Field(examples=[_SHA256])


class PictureOut(BaseModel):
    """A background of the merchant's own; it takes the place of `background`."""

    wide: ImageOut
    tall: ImageOut
    tint: str = Field(description="Its average colour", examples=["#8fa4b0"])


class BrandingOut(BaseModel):
    """How the centre looks, and how text is read on its colour."""

    accent: str = Field(examples=["#23504a"])
    background: str = Field(examples=["aurore"])
    text: Literal["white", "ink", "black"] = Field(description="Of what is pressed")
    contrast: float = Field(description="WCAG 2, of that text", examples=[9.1])
    logo: ImageOut | None
    picture: PictureOut | None

    @classmethod
    def of(cls, settings: CentreSettings) -> Self:
        readability = readability_of(settings.accent)
        known = settings.model_dump(include={"accent", "background", "logo", "picture"})
        told = {**known, "text": readability.text, "contrast": readability.ratio}
        return cls.model_validate(told, extra="ignore")


def _uploads(kind: ImageKind) -> dict[str, object]:
    """Describe a body that is a file."""
    formats = {"svg": "image/svg+xml"}
    names = sorted(formats.get(it, f"image/{it}") for it in DEMANDS[kind].formats)
    file = {"schema": {"type": "string", "format": "binary"}}
    return {"requestBody": {"required": True, "content": dict.fromkeys(names, file)}}


_REFUSED: Final[dict[int | str, dict[str, object]]] = {
    413: documented("The request is too large", "about:blank", 413),
    415: documented("The image is of no type that is taken", "about:blank", 415),
    422: documented(
        "The image cannot be taken",
        "/problems/image-refused",
        422,
        detail="It moves; an image here stands still.",
        reason="animated",
    ),
}
_NONE: Final[dict[int | str, dict[str, object]]] = {
    404: documented("There is no such image", "/problems/image-not-found", 404)
}


def _served(media_type: str) -> dict[int | str, dict[str, object]]:
    file = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file", "content": {media_type: file}}, **_NONE}


@router.get("", summary="Read how the centre looks")
async def get_branding(caller: SettingsReader, at: At) -> BrandingOut:
    """Return colour, background, and what is known of logo and picture."""
    return BrandingOut.of(await centre_store.get_settings(at.pool, caller.merchant_id))


@router.put("", summary="Choose colour and background")
async def put_branding(
    caller: SettingsWriter, at: At, told: Annotated[BrandingIn, Body()]
) -> BrandingOut:
    """Save both. The portal opens if nothing else was missing. A picture stays until deleted."""
    accent = told.accent.lower()
    settings = await _change(at, caller, lambda known: save_colours(known, accent, told.background))
    return BrandingOut.of(settings)


@router.get(
    "/logo", summary="Fetch the logo", response_class=Response, responses=_served("image/png")
)
async def get_logo(caller: SettingsReader, at: At) -> Response:
    """Return the logo as customers get it."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    if settings.logo is None:
        raise ImageNotFound
    return Response(await at.gallery.blobs.get(settings.logo), media_type=settings.logo.media_type)


@router.put("/logo", summary="Put the logo", openapi_extra=_uploads("logo"), responses=_REFUSED)
async def put_logo_file(request: Request, caller: SettingsWriter, at: At) -> BrandingOut:
    """Draw the image anew, without what it carries besides, and show it. An SVG becomes pixels."""
    content = await _content(request, "logo")
    logo = await at.gallery.take_logo(caller.merchant_id, content, actor=caller.actor, now=at.now())
    return BrandingOut.of(await _change(at, caller, lambda known: put_logo(known, logo)))


@router.delete("/logo", summary="Remove the logo", status_code=204)
async def delete_logo(caller: SettingsWriter, at: At) -> None:
    """Show the store's name again. Without a logo nothing changes."""
    await _change(at, caller, lambda known: put_logo(known, None))


@router.get(
    "/picture",
    summary="Fetch the picture",
    response_class=Response,
    responses=_served("image/webp"),
)
async def get_picture(caller: SettingsReader, at: At) -> Response:
    """Return the wide crop as customers get it."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    if settings.picture is None:
        raise ImageNotFound
    wide = settings.picture.wide
    return Response(await at.gallery.blobs.get(wide), media_type=wide.media_type)


@router.put(
    "/picture", summary="Put a picture", openapi_extra=_uploads("picture"), responses=_REFUSED
)
async def put_picture_file(request: Request, caller: SettingsWriter, at: At) -> BrandingOut:
    """Cut the image for screens that lie and that stand, and show it in place of the background."""
    content = await _content(request, "picture")
    picture = await at.gallery.take_picture(
        caller.merchant_id, content, actor=caller.actor, now=at.now()
    )
    return BrandingOut.of(await _change(at, caller, lambda known: put_picture(known, picture)))


@router.delete("/picture", summary="Remove the picture", status_code=204)
async def delete_picture(caller: SettingsWriter, at: At) -> None:
    """Show the background again. Without a picture nothing changes."""
    await _change(at, caller, lambda known: put_picture(known, None))


async def _content(request: Request, kind: ImageKind) -> bytes:
    """Read the body once it is known who sends it. What it is said to be must be possible."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    told = media_type.removeprefix("image/").removesuffix("+xml")
    if not media_type.startswith("image/") or told not in DEMANDS[kind].formats:
        raise HTTPException(415, "The image is of no type that is taken")
    return await request.body()


async def _change(at: Workplace, caller: SettingsWriter, change: Change) -> CentreSettings:
    return await change_centre(
        at.pool,
        caller.merchant_id,
        change,
        actor=caller.actor,
        now=at.now(),
        act="centre.branding",
    )
