"""The place where a refusal meets HTTP: RFC 9457 problems, as the API tells and documents them."""

from typing import Final, Literal

import asyncpg
from chassis.web import problem
from fastapi import FastAPI, Request
from pydantic import BaseModel
from starlette.responses import Response

MEDIA_TYPE: Final = "application/problem+json"


class Problem(BaseModel):
    """RFC 9457: `type` is for machines, `title` and `detail` are for people."""

    type: str
    title: str
    status: int
    detail: str | None = None
    errors: tuple[dict[Literal["pointer", "detail"], str], ...] | None = None


def documented(description: str, kind: str, status: int, **members: object) -> dict[str, object]:
    """Describe one problem for the OpenAPI page."""
    example = {"type": kind, "title": description, "status": status, **members}
    return {
        "description": description,
        # Written out: FastAPI would take a `model` for what is answered as plain JSON.
        "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema(), "example": example}},
    }


SHARED_PROBLEMS: Final[dict[int | str, dict[str, object]]] = {
    400: documented("The body cannot be read", "about:blank", 400),
    401: documented("The API key is missing or not valid", "/problems/unauthorized", 401),
    422: documented(
        "The request is not as it should be",
        "/problems/invalid",
        422,
        errors=[{"pointer": "/recipient/postal_code", "detail": "String should match pattern …"}],
    ),
}


def invalid(pointer: str, detail: str) -> Response:
    """Answer that one field, at the JSON `pointer`, is not as it should be."""
    errors = [{"pointer": pointer, "detail": detail}]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer what no part of the API can be blamed for."""
    for error in (asyncpg.CharacterNotInRepertoireError, asyncpg.UntranslatableCharacterError):
        app.add_exception_handler(error, _on_unstorable_text)


async def _on_unstorable_text(_: Request, __: Exception) -> Response:
    return problem(
        422,
        "The request is not as it should be",
        kind="/problems/invalid",
        detail="A text holds a NUL character.",
    )
