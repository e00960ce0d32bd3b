"""Views under a name, and a view as a file, for programs."""

from datetime import datetime
from typing import Annotated, Final, Self
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict
from starlette.responses import StreamingResponse

from merchant_api.api.caller import ReturnDecider, ReturnReader
from merchant_api.api.problems import documented
from merchant_api.centre import centre_store
from merchant_api.console.words import words_of
from merchant_api.queue.api import Asked
from merchant_api.queue.view_shapes import ViewIn
from merchant_api.queue.write_csv import write_csv
from merchant_api.views import saved_view_store
from merchant_api.views.saved_view_store import SavedView
from merchant_api.views.saved_views import MOST_NAME, MOST_VIEWS, delete_view, save_view
from merchant_api.workplace import At

router = APIRouter(tags=["returns"])

_NOT_FOUND: Final = documented("There is no such saved view", "/problems/saved-view-not-found", 404)
_REFUSED: Final = documented("Another view has this name", "/problems/name-taken", 409)
_EXAMPLE: Final[JsonDict] = {
    "name": "Trop petit",
    "view": {"tab": "to_decide", "reason": "too_small"},
}


class SavedViewIn(BaseModel):
    """A view and its name."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    name: Annotated[
        str,
        StringConstraints(
            min_length=1,
            max_length=MOST_NAME,
            strip_whitespace=True,
            pattern=r"^[^\x00]*\S[^\x00]*$",
        ),
    ]
    view: ViewIn


class SavedViewOut(BaseModel):
    """A view under a name."""

    view_id: UUID
    name: str = Field(examples=["Trop petit"])
    view: ViewIn
    saved_at: datetime

    @classmethod
    def of(cls, saved: SavedView) -> Self:
        return cls(
            view_id=saved.view_id,
            name=saved.name,
            view=ViewIn.of(saved.view),
            saved_at=saved.saved_at,
        )


class SavedViewList(BaseModel):
    """The views of a merchant, by their names."""

    views: tuple[SavedViewOut, ...] = Field(description=f"At most {MOST_VIEWS}")


@router.get("/saved-views", summary="List the saved views")
async def list_saved_views(caller: ReturnReader, at: At) -> SavedViewList:
    """List the views that the merchant's people and programs have saved."""
    views = await saved_view_store.list_views(at.pool, caller.merchant_id)
    return SavedViewList(views=tuple(SavedViewOut.of(it) for it in views))


@router.post("/saved-views", status_code=201, summary="Save a view", responses={409: _REFUSED})
async def post_saved_view(caller: ReturnDecider, at: At, told: SavedViewIn) -> SavedViewOut:
    """Save a view under a name that no other has."""
    saved = await save_view(
        at.pool,
        caller.merchant_id,
        told.name,
        told.view.view,
        actor=caller.actor,
        now=at.now(),
    )
    return SavedViewOut.of(saved)


@router.delete(
    "/saved-views/{view_id}",
    status_code=204,
    summary="Delete a saved view",
    responses={404: _NOT_FOUND},
)
async def delete_saved_view(caller: ReturnDecider, at: At, view_id: UUID) -> None:
    """Delete a view that this key has saved."""
    await delete_view(
        at.pool, caller.merchant_id, view_id, actor=caller.actor, is_owner=False, now=at.now()
    )


@router.get(
    "/returns.csv",
    summary="Returns as CSV",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def get_returns_csv(caller: ReturnReader, at: At, view: Asked) -> Response:
    """Give all rows of a view, in English, as they are read."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    rows = write_csv(at.pool, caller.merchant_id, view, settings, words_of("en"))
    return StreamingResponse(
        rows, media_type="text/csv; charset=utf-8", headers={"cache-control": "no-store"}
    )
