"""What the API answers to what is refused of saved views."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.api.problems import invalid
from merchant_api.views.errors import NameMissing, NameTaken, SavedViewNotFound, TooManyViews


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(SavedViewNotFound, _on_saved_view_not_found)
    app.add_exception_handler(NameTaken, _on_name_taken)
    app.add_exception_handler(NameMissing, _on_name_missing)
    app.add_exception_handler(TooManyViews, _on_too_many_views)


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
