"""What the API answers to what is refused of the queue."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.api.problems import invalid
from merchant_api.bulk.bulk_records import MOST_RETURNS
from merchant_api.queue.errors import (
    CursorUnknown,
    NameMissing,
    NameTaken,
    NothingChosen,
    RunNotFound,
    SavedViewNotFound,
    TooManyChosen,
    TooManyViews,
)


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(CursorUnknown, _on_cursor_unknown)
    app.add_exception_handler(NothingChosen, _on_nothing_chosen)
    app.add_exception_handler(TooManyChosen, _on_too_many_chosen)
    app.add_exception_handler(RunNotFound, _on_run_not_found)
    app.add_exception_handler(SavedViewNotFound, _on_saved_view_not_found)
    app.add_exception_handler(NameTaken, _on_name_taken)
    app.add_exception_handler(NameMissing, _on_name_missing)
    app.add_exception_handler(TooManyViews, _on_too_many_views)


async def _on_cursor_unknown(_: Request, __: Exception) -> Response:
    return invalid("/cursor", "Give the `next_cursor` of a page as it is")


async def _on_nothing_chosen(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "None of your returns is chosen",
        kind="/problems/nothing-chosen",
        detail="The ids are not those of your returns, or nothing in the view is to be decided.",
    )


async def _on_too_many_chosen(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "Too many returns are chosen",
        kind="/problems/too-many-chosen",
        detail=f"One run acts on at most {MOST_RETURNS} returns: narrow the view.",
    )


async def _on_run_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such run", kind="/problems/run-not-found")


async def _on_saved_view_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such saved view", kind="/problems/saved-view-not-found")


async def _on_name_taken(_: Request, __: Exception) -> Response:
    return problem(409, "Another view has this name", kind="/problems/name-taken")


async def _on_name_missing(_: Request, __: Exception) -> Response:
    return invalid("/name", "1 to 60 characters")


async def _on_too_many_views(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "Too many views are saved",
        kind="/problems/too-many-views",
        detail="Delete one that nobody needs any more.",
    )
