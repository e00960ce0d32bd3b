"""Several returns at once, for programs: begin a run, and follow it."""

from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from fastapi import APIRouter, Header, Query

from merchant_api.actors import Program
from merchant_api.api.caller import ReturnDecider, ReturnReader
from merchant_api.api.problems import documented
from merchant_api.bulk import bulk_store
from merchant_api.bulk.begin_bulk_run import AllOf, begin_bulk_run
from merchant_api.bulk.bulk_records import BulkRun, Outcome
from merchant_api.bulk.bulk_shapes import (
    BulkItemList,
    BulkItemOut,
    BulkRunIn,
    BulkRunList,
    BulkRunOut,
)
from merchant_api.bulk.errors import RunNotFound
from merchant_api.queue.cursor import Cursor
from merchant_api.queue.errors import CursorUnknown
from merchant_api.workplace import At, Workplace

router = APIRouter(tags=["bulk runs"])

_NOT_FOUND: Final = documented("There is no such run", "/problems/run-not-found", 404)
_REFUSED: Final = documented(
    "None of your returns is chosen, or too many are", "/problems/nothing-chosen", 409
)
_Cursor = Annotated[str | None, Query(max_length=64, description="`next_cursor` of a page")]
_Limit = Annotated[int, Query(ge=1, le=100)]


@router.post(
    "/bulk-runs",
    status_code=202,
    summary="Act on several returns",
    responses={409: _REFUSED},
)
async def post_bulk_run(
    caller: ReturnDecider,
    at: At,
    told: BulkRunIn,
    accept_language: Annotated[str, Header(description="`fr` or `en`, of the prices")] = "fr",
) -> BulkRunOut:
    """Estimate, approve or decline: each return on its own, one after the other.

    A view means what it holds at this moment, and of that only what is to be decided.
    """
    run = BulkRun(
        run_id=new_id(),
        merchant_id=caller.merchant_id,
        act=told.act,
        actor=caller.actor,
        language="en" if accept_language.lower().startswith("en") else "fr",
        terms=told.terms,
        begun_at=at.now(),
    )
    chosen = AllOf(told.view.view, at.now()) if told.view else told.return_ids or ()
    await begin_bulk_run(at.pool, run, chosen)
    return await _told(at, run)


@router.get("/bulk-runs", summary="List the runs")
async def list_bulk_runs(
    caller: ReturnReader, at: At, cursor: _Cursor = None, limit: _Limit = 50
) -> BulkRunList:
    """List runs over several returns, the last one first."""
    place = Cursor.read(cursor) if cursor else None
    if cursor and place is None:
        raise CursorUnknown
    before = (place.at, place.return_id) if place else None
    runs = await bulk_store.list_runs(at.pool, caller.merchant_id, before=before, limit=limit + 1)
    page = runs[:limit]
    following = str(Cursor(page[-1].begun_at, page[-1].run_id)) if len(runs) > limit else None
    return BulkRunList(runs=tuple([await _told(at, run) for run in page]), next_cursor=following)


@router.get("/bulk-runs/{run_id}", summary="Follow a run", responses={404: _NOT_FOUND})
async def get_bulk_run(caller: ReturnReader, at: At, run_id: UUID) -> BulkRunOut:
    """Tell how far it has come, and what the prices come to."""
    return await _told(at, await _get_run(at, caller, run_id))


@router.get(
    "/bulk-runs/{run_id}/items", summary="List the returns of a run", responses={404: _NOT_FOUND}
)
async def list_bulk_items(
    caller: ReturnReader,
    at: At,
    run_id: UUID,
    outcome: Outcome | None = None,
    cursor: Annotated[str, Query(pattern=r"^[0-9]{0,9}$")] = "",
    limit: _Limit = 50,
) -> BulkItemList:
    """List what became of each return, perhaps only what failed, or what was done."""
    run = await _get_run(at, caller, run_id)
    items = await bulk_store.list_items(
        at.pool,
        run.merchant_id,
        run_id,
        outcome=outcome,
        after=int(cursor or 0),
        limit=limit + 1,
    )
    page = items[:limit]
    return BulkItemList(
        items=tuple(BulkItemOut.of(item) for item in page),
        next_cursor=str(page[-1].position) if len(items) > limit else None,
    )


async def _get_run(at: Workplace, caller: Program, run_id: UUID) -> BulkRun:
    run = await bulk_store.find_run(at.pool, caller.merchant_id, run_id)
    if run is None:
        raise RunNotFound
    return run


async def _told(at: Workplace, run: BulkRun) -> BulkRunOut:
    progress = await bulk_store.get_progress(at.pool, run.merchant_id, run.run_id)
    return BulkRunOut.of(run, progress)
