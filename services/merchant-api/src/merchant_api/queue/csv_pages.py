"""The view as a file for a spreadsheet."""

from typing import Final

from fastapi import APIRouter, Request, Response
from starlette.responses import StreamingResponse

from merchant_api.centre import centre_store
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.queue.view import View
from merchant_api.queue.write_csv import write_csv
from merchant_api.workplace import At

router = APIRouter()

_TYPE: Final = "text/csv; charset=utf-8; header=present"


@router.get("/retours.csv")
async def get_csv(request: Request, at: At, visitor: Guest) -> Response:
    """Give all rows of the view, in the words of the person, as they are read."""
    view, words = View.read(request.query_params), words_of(visitor.language)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    name = words("csv-file", day=at.now().date().isoformat())
    headers = {
        "content-disposition": f'attachment; filename="{name}.csv"',
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
    }
    rows = write_csv(at.pool, visitor.merchant_id, view, settings, words)
    return StreamingResponse(rows, media_type=_TYPE, headers=headers)
