"""What the API answers to what is refused of the list of whom to tell."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.console.words import words_of
from merchant_api.notices.errors import RecipientsInvalid


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(RecipientsInvalid, _on_recipients_invalid)


async def _on_recipients_invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RecipientsInvalid)  # noqa: S101  registered for it
    words = words_of("en")
    errors = [
        {
            "pointer": f"/recipients/{place}/{part}",
            "detail": words(fault.word, **fault.values),
        }
        for (place, part), fault in sorted(error.faults.items())
    ]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )
