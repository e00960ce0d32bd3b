"""What people write about a return: notes among colleagues, and letters to the customer."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.returns.errors import MessageMissing, MessageTooLong
from merchant_api.returns.finding import get_dossier, get_return_id
from merchant_api.returns.return_pages import return_page
from merchant_api.returns.way_back import Here, back_to
from merchant_api.workplace import At, Workplace
from merchant_api.writing.add_note import add_note
from merchant_api.writing.note import MOST_LETTER_CHARACTERS, MOST_NOTE_CHARACTERS
from merchant_api.writing.write_letter import write_letter

router = APIRouter(prefix="/retours/{number}")

OfForm = Annotated[UUID | None, Form()]
"""The id that a form was given when it was shown: sent twice, it is the same one."""

_MOST: Final = {"note": MOST_NOTE_CHARACTERS, "lettre": MOST_LETTER_CHARACTERS}


@router.post("/notes")
async def post_note(
    request: Request,
    at: At,
    visitor: Guest,
    number: str,
    note: Annotated[str, Form()] = "",
    ici: Here = "",
    formulaire: OfForm = None,
) -> Response:
    """Add a note for the merchant's own people."""
    return_id = await get_return_id(at, visitor, number)
    try:
        await add_note(
            at.pool,
            visitor.merchant_id,
            return_id,
            note,
            actor=visitor.actor,
            now=at.now(),
            note_id=formulaire,
        )
    except (MessageMissing, MessageTooLong) as refusal:
        return await _to_mend(request, at, visitor, number, "note", note, refusal)
    return back_to(number, ici, "note-added")


@router.post("/lettres")
async def post_letter(
    request: Request,
    at: At,
    visitor: Guest,
    number: str,
    lettre: Annotated[str, Form()] = "",
    ici: Here = "",
    formulaire: OfForm = None,
) -> Response:
    """Write to the customer."""
    return_id = await get_return_id(at, visitor, number)
    try:
        await write_letter(
            at.pool,
            visitor.merchant_id,
            return_id,
            lettre,
            actor=visitor.actor,
            now=at.now(),
            letter_id=formulaire,
        )
    except (MessageMissing, MessageTooLong) as refusal:
        return await _to_mend(request, at, visitor, number, "lettre", lettre, refusal)
    return back_to(number, ici, "letter-sent")


async def _to_mend(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    number: str,
    field: str,
    typed: str,
    refusal: MessageMissing | MessageTooLong,
) -> Response:
    """Give back what was typed with what is wrong, on the return's own page."""
    words, most = words_of(visitor.language), _MOST[field]
    name = "missing" if isinstance(refusal, MessageMissing) else "too-long"
    told = (
        words(f"letter-{name}", most=most)
        if field == "lettre"
        else words(f"internal-note-{name}", most=most)
    )
    errors = {f"{field}-{number}": told}
    dossier = await get_dossier(at, visitor, await get_return_id(at, visitor, number))
    return await return_page(request, at, visitor, dossier, errors=errors, typed={field: typed})
