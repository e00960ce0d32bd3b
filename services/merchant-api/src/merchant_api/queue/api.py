"""Returns as a list: searched, narrowed, page by page."""

from typing import Annotated
from uuid import UUID

from contracts.values import Method
from fastapi import APIRouter, Depends, Query

from merchant_api.api.caller import ReturnReader
from merchant_api.api.values import IsoDay
from merchant_api.queue import queue_store
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.errors import CursorUnknown
from merchant_api.queue.view import MOST_CHARACTERS, View
from merchant_api.returns.records import State, Tab
from merchant_api.returns.return_shapes import ReturnLine, ReturnList
from merchant_api.workplace import At

router = APIRouter(tags=["returns"])


def _view(
    state: State | None = None,
    tab: Annotated[Tab | None, Query(description="What is to be done with it")] = None,
    q: Annotated[
        str,
        Query(
            max_length=MOST_CHARACTERS,
            pattern=r"^[^\x00]*$",
            description=(
                "The beginning of a return's number, a tracking number, an e-mail, a postal code, "
                "or of words of a name; without accents, case or spaces, if you like"
            ),
        ),
    ] = "",
    reason: Annotated[
        str, Query(max_length=60, pattern=r"^[^\x00]*$", description="The code of a reason")
    ] = "",
    method: Method | None = None,
    requested_from: Annotated[IsoDay | None, Query(description="In Eastern time")] = None,
    requested_to: Annotated[IsoDay | None, Query(description="The last day that counts")] = None,
    address_id: Annotated[
        UUID | None, Query(description="The address that an approved return goes to")
    ] = None,
) -> View:
    return View(
        tab=tab,
        words=" ".join(q.split()),
        reason=reason,
        method=method,
        from_on=requested_from,
        to_on=requested_to,
        address_id=address_id,
        state=state,
    )


Asked = Annotated[View, Depends(_view)]


@router.get("/returns", summary="List returns")
async def list_returns(
    caller: ReturnReader,
    at: At,
    view: Asked,
    cursor: Annotated[
        str | None, Query(max_length=64, description="`next_cursor` of the page before")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ReturnList:
    """List returns, the last one asked for first.

    With `tab`, those under one tab of the console come in its order: whoever has waited longest
    comes first, but for `closed`.
    """
    after = Cursor.read(cursor) if cursor else None
    if cursor and after is None:
        raise CursorUnknown
    async with queue_store.viewing(at.pool) as tx:
        lines = await queue_store.list_view(
            tx, caller.merchant_id, view, after=after, limit=limit + 1
        )
    page = lines[:limit]
    return ReturnList(
        returns=tuple(ReturnLine.of(line) for line in page),
        next_cursor=str(queue_store.cursor_of(view, page[-1])) if len(lines) > limit else None,
    )
