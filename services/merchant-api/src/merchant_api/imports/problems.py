"""What is answered to what is refused of imports."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.imports.errors import ImportNotFound


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(ImportNotFound, _on_import_not_found)


async def _on_import_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such import", kind="/problems/import-not-found")
