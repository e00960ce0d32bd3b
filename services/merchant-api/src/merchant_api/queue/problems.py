"""What the API answers to what is refused of the queue."""

from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.api.problems import invalid
from merchant_api.queue.errors import CursorUnknown


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(CursorUnknown, _on_cursor_unknown)


async def _on_cursor_unknown(_: Request, __: Exception) -> Response:
    return invalid("/cursor", "Give the `next_cursor` of a page as it is")
