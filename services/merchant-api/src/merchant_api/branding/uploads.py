"""Files that came along with the form of looks: taken in, or refused in a sentence."""

from dataclasses import replace
from datetime import datetime

from chassis.words import Words
from starlette.datastructures import FormData, UploadFile

from merchant_api.actors import Visitor
from merchant_api.branding.image_kinds import DEMANDS, ImageKind, ImageRefused
from merchant_api.branding.looks_form import OWN, LooksForm
from merchant_api.branding.take_image import Gallery
from merchant_api.console.words import words_of


async def take_uploads(
    gallery: Gallery, visitor: Visitor, sent: FormData, form: LooksForm, *, now: datetime
) -> tuple[LooksForm, dict[str, str]]:
    """Put what came along into the form; say of each file that is refused why."""
    words = words_of(visitor.language)
    errors: dict[str, str] = {}
    actor = visitor.actor
    if content := await _content(sent, "logo"):
        try:
            logo = await gallery.take_logo(visitor.merchant_id, content, actor=actor, now=now)
            form = replace(form, logo=logo.sha256)
        except ImageRefused as refusal:
            errors["logo-file"] = _sentence(refusal, "logo", words)
    if content := await _content(sent, "picture"):
        try:
            picture = await gallery.take_picture(visitor.merchant_id, content, actor=actor, now=now)
            form = replace(form, picture=picture.wide.sha256, background=OWN)
        except ImageRefused as refusal:
            errors["picture-file"] = _sentence(refusal, "picture", words)
    return form, errors


async def _content(sent: FormData, kind: ImageKind) -> bytes:
    """Read an upload, and of one that is too large no more than shows that it is."""
    file = sent.get(f"{kind}-file")
    if not isinstance(file, UploadFile):
        return b""
    return await file.read(DEMANDS[kind].max_bytes + 1)


def _sentence(refusal: ImageRefused, kind: ImageKind, words: Words) -> str:
    name = f"refused-{kind}-{refusal.why}"
    return words(name) if words.has(name) else words(f"refused-image-{refusal.why}")
