"""What programs write about a return: notes among colleagues, and letters to the customer."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter

from merchant_api.api.caller import ReturnDecider
from merchant_api.api.problems import documented
from merchant_api.workplace import At
from merchant_api.writing.add_note import add_note
from merchant_api.writing.write_letter import write_letter
from merchant_api.writing.written_shapes import LetterIn, LetterOut, NoteIn, NoteOut

router = APIRouter(tags=["returns"])

_NOT_FOUND: Final = documented("There is no such return", "/problems/return-not-found", 404)


@router.post(
    "/returns/{return_id}/notes",
    status_code=201,
    summary="Write a note",
    responses={404: _NOT_FOUND},
)
async def post_note(caller: ReturnDecider, at: At, return_id: UUID, told: NoteIn) -> NoteOut:
    """Add a note for the merchant's own people. The customer never sees it."""
    note = await add_note(
        at.pool, caller.merchant_id, return_id, told.text, actor=caller.actor, now=at.now()
    )
    return NoteOut.of(note)


@router.post(
    "/returns/{return_id}/letters",
    status_code=201,
    summary="Write to the customer",
    responses={404: _NOT_FOUND},
)
async def post_letter(caller: ReturnDecider, at: At, return_id: UUID, told: LetterIn) -> LetterOut:
    """Send the customer a message, by e-mail and on the page of the return. Decides nothing."""
    letter = await write_letter(
        at.pool, caller.merchant_id, return_id, told.text, actor=caller.actor, now=at.now()
    )
    return LetterOut.of(letter)
