"""What the API answers to what is refused of looks."""

from typing import Final

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.branding.errors import ImageNotFound
from merchant_api.branding.image_kinds import ImageRefused, Reason

DETAILS: Final[dict[Reason, str]] = {
    "heavy": "It has more bytes than are taken.",
    "unknown": "It is none of the formats that are taken.",
    "gif": "A GIF may move, and is not taken.",
    "animated": "It moves; an image here stands still.",
    "broken": "It is damaged or was cut short.",
    "pixels": "It has more than 25 million pixels.",
    "small": "It has too few pixels to fill a screen.",
    "narrow": "One of its sides is far longer than the other.",
    "blank": "It is transparent all over.",
    "laborious": "Opening it takes too much time or memory.",
    "svg-text": "It holds text, which needs a font: convert it to outlines.",
    "svg-picture": "It holds another image, or fetches one.",
    "svg-definitions": "It defines entities.",
}


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(ImageRefused, _on_image_refused)
    app.add_exception_handler(ImageNotFound, _on_image_not_found)


async def _on_image_refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, ImageRefused)  # noqa: S101  registered for it
    return problem(
        422,
        "The image cannot be taken",
        kind="/problems/image-refused",
        detail=DETAILS[error.why],
        members={"reason": error.why},
    )


async def _on_image_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such image", kind="/problems/image-not-found")
