"""What the API answers to what is refused of several returns at once."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.bulk.bulk_records import MOST_RETURNS
from merchant_api.bulk.errors import NothingChosen, RunNotFound, TooManyChosen


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(NothingChosen, _on_nothing_chosen)
    app.add_exception_handler(TooManyChosen, _on_too_many_chosen)
    app.add_exception_handler(RunNotFound, _on_run_not_found)


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
