"""Importer: a file is given, checked, read while one watches or not, and mended."""

from collections.abc import AsyncIterator
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from starlette.datastructures import UploadFile
from starlette.responses import StreamingResponse

from merchant_api.actors import Visitor
from merchant_api.console.rendering import PRIVATE, page
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.imports import import_store as store
from merchant_api.imports.check_reading import ReadingForm, change_reading, look_into
from merchant_api.imports.errors import (
    AlreadyStarted,
    FileNotUsable,
    ImportNotFound,
    NotUnderstood,
)
from merchant_api.imports.faults_file import disposition, faults_file, reasons_of
from merchant_api.imports.import_view import (
    columns_of,
    field_choices,
    previews_of,
    progress_of,
)
from merchant_api.imports.reading import ENCODINGS, SEPARATORS
from merchant_api.imports.receive_file import MOST_BYTES, PIECE_BYTES, receive_file
from merchant_api.imports.records import Import
from merchant_api.imports.start_import import resume_import, start_import
from merchant_api.shipments.ledger import Told
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/envois/importer")

_LIST: Final = "/envois/importer"
_LAST: Final = 5
_SHOWN_REFUSED: Final = 20
_UNCHANGED: Final = 204


@router.get("")
async def get_imports(request: Request, at: At, visitor: Guest) -> Response:
    """Ask for a file; the last ones are one click away."""
    return await _upload_page(request, at, visitor)


@router.post("")
async def post_file(request: Request, at: At, visitor: Guest) -> Response:
    """Take the file in, and show how it is understood."""
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("fichier")
        if not isinstance(file, UploadFile) or not file.filename:
            return await _upload_page(request, at, visitor, why="missing")
        try:
            import_id = await receive_file(
                at.pool, visitor.merchant_id, file.filename, _pieces(file), now=at.now()
            )
        except FileNotUsable as refusal:
            return await _upload_page(request, at, visitor, why=refusal.why)
    return see_other(f"{_LIST}/{import_id}")


@router.get("/{import_id}")
async def get_import(request: Request, at: At, visitor: Guest, import_id: UUID) -> Response:
    """Show how the file is understood, how far it was read, or what came of it."""
    known = await _get(at, visitor, import_id)
    if known.state == "received":
        return await _check_page(request, at, visitor, known)
    words = words_of(visitor.language)
    refused = await store.list_refused(
        at.pool, visitor.merchant_id, import_id, after=0, limit=_SHOWN_REFUSED
    )
    return await console_page(
        request,
        at,
        visitor,
        "imports/import.html",
        it=progress_of(known, words),
        is_stalled=await store.is_stalled(at.pool, visitor.merchant_id, import_id),
        refused=[(line.line, reasons_of(line, words)) for line in refused],
    )


@router.get("/{import_id}/etat")
async def get_progress(at: At, visitor: Guest, import_id: UUID, vu: str = "") -> Response:
    """Give the bar anew; nothing, if it stands where it was; the whole page, when it is done."""
    known = await _get(at, visitor, import_id)
    if known.state != "running":
        return Response(headers={"hx-refresh": "true", **PRIVATE})
    if vu == str(known.line_reached):
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    it = progress_of(known, words_of(visitor.language))
    return page("imports/_progres.html", visitor.language, it=it)


@router.post("/{import_id}")
async def post_reading(
    request: Request, at: At, visitor: Guest, import_id: UUID, typed: Annotated[ReadingForm, Form()]
) -> Response:
    """Understand the file as told; then show it again, or have it read."""
    await _get(at, visitor, import_id)
    try:
        known = await change_reading(at.pool, visitor.merchant_id, import_id, typed)
        if typed.faire != "importer":
            return await _check_page(request, at, visitor, known)
        await start_import(
            at.pool, visitor.merchant_id, import_id, actor=visitor.actor, now=at.now()
        )
    except AlreadyStarted:
        return see_other(f"{_LIST}/{import_id}")
    except NotUnderstood:
        return await _check_page(request, at, visitor, known, is_refused=True)
    return see_other(f"{_LIST}/{import_id}")


@router.post("/{import_id}/abandonner")
async def post_abandon(at: At, visitor: Guest, import_id: UUID) -> Response:
    """Forget a file that is not being read."""
    await _get(at, visitor, import_id)
    await store.delete_import(at.pool, visitor.merchant_id, import_id)
    return see_other(_LIST, "import-abandoned")


@router.post("/{import_id}/reprendre")
async def post_resume(at: At, visitor: Guest, import_id: UUID) -> Response:
    """Have an import that was given up go on."""
    await resume_import(at.pool, visitor.merchant_id, import_id)
    return see_other(f"{_LIST}/{import_id}")


@router.get("/{import_id}/a-corriger.csv")
async def get_faults(at: At, visitor: Guest, import_id: UUID) -> Response:
    """Give the lines that were refused, each with the reason, to be mended and imported again."""
    known = await _get(at, visitor, import_id)
    words = words_of(visitor.language)
    return StreamingResponse(
        faults_file(at.pool, known, words),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": disposition(known, words), **PRIVATE},
    )


async def _get(at: Workplace, visitor: Visitor, import_id: UUID) -> Import:
    known = await store.find_import(at.pool, visitor.merchant_id, import_id)
    if known is None:
        raise ImportNotFound
    return known


async def _pieces(file: UploadFile) -> AsyncIterator[bytes]:
    while piece := await file.read(PIECE_BYTES):
        yield piece


async def _upload_page(
    request: Request, at: Workplace, visitor: Visitor, *, why: str = ""
) -> Response:
    words = words_of(visitor.language)
    last = await store.list_imports(at.pool, visitor.merchant_id, _LAST)
    return await console_page(
        request,
        at,
        visitor,
        "imports/fichier.html",
        status=422 if why else 200,
        errors={"fichier": words(f"file-{why}")} if why else {},
        last=[progress_of(it, words) for it in last],
        most_megabytes=MOST_BYTES // 1024**2,
    )


async def _check_page(
    request: Request, at: Workplace, visitor: Visitor, known: Import, *, is_refused: bool = False
) -> Response:
    words = words_of(visitor.language)
    rows, judged = await look_into(at.pool, known)
    refused = sum(1 for _, it in judged if not isinstance(it, Told))
    return await console_page(
        request,
        at,
        visitor,
        "imports/colonnes.html",
        status=422 if is_refused else 200,
        it=progress_of(known, words),
        reading=known.reading,
        is_refused=is_refused,
        missing=[words(f"missing-{name.replace('_', '-')}") for name in known.reading.missing],
        columns=columns_of(known, rows),
        fields=field_choices(words),
        previews=previews_of(judged, words),
        looked_at=len(judged),
        refused=refused,
        encodings=ENCODINGS,
        separators=SEPARATORS,
    )
