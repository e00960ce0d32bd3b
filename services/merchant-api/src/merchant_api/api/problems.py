"""The place where a refusal meets HTTP: RFC 9457 problems, as the API tells and documents them."""

from collections.abc import Mapping
from typing import Final, Literal

import asyncpg
from chassis.web import problem
from fastapi import FastAPI, Request
from pydantic import BaseModel
from starlette.responses import Response

from merchant_api.api.shapes import DecisionOut
from merchant_api.errors import (
    AlreadyDecided,
    KeyRefused,
    MessageMissing,
    MessageTooLong,
    ReturnNotFound,
    ShipmentNotFound,
    ShipmentNotKnown,
)

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
    401: documented("The API key is missing or not valid", "/problems/unauthorized", 401),
    422: documented(
        "The request is not as it should be",
        "/problems/invalid",
        422,
        errors=[{"pointer": "/recipient/postal_code", "detail": "String should match pattern …"}],
    ),
}


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer refusals of the API as problems."""
    app.add_exception_handler(ReturnNotFound, _on_return_not_found)
    app.add_exception_handler(ShipmentNotFound, _on_shipment_not_found)
    app.add_exception_handler(KeyRefused, _on_key_refused)
    app.add_exception_handler(AlreadyDecided, _on_already_decided)
    app.add_exception_handler(ShipmentNotKnown, _on_shipment_not_known)
    app.add_exception_handler(MessageMissing, _on_message_missing)
    app.add_exception_handler(MessageTooLong, _on_message_too_long)
    for error in (asyncpg.CharacterNotInRepertoireError, asyncpg.UntranslatableCharacterError):
        app.add_exception_handler(error, _on_unstorable_text)


async def _on_return_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such return", kind="/problems/return-not-found")


async def _on_shipment_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such shipment", kind="/problems/shipment-not-found")


async def _on_key_refused(_: Request, __: Exception) -> Response:
    return problem(
        401,
        "The API key is missing or not valid",
        kind="/problems/unauthorized",
        headers={"www-authenticate": 'Bearer realm="renvoi"'},
    )


async def _on_already_decided(_: Request, error: Exception) -> Response:
    assert isinstance(error, AlreadyDecided)  # noqa: S101  registered for it
    decision = error.decision
    at = decision.decided_at.isoformat(timespec="seconds")
    members: Mapping[str, object] = {"decision": DecisionOut.of(decision).model_dump(mode="json")}
    return problem(
        409,
        "The return is already decided",
        kind="/problems/already-decided",
        detail=f"It was {decision.verdict} at {at} by {decision.actor.name}.",
        members=members,
    )


async def _on_shipment_not_known(_: Request, __: Exception) -> Response:
    return problem(
        409,
        "The shipment of this return is not known",
        kind="/problems/shipment-not-known",
        detail="Record the shipment first: without it there is no address and no weight.",
    )


async def _on_message_missing(_: Request, __: Exception) -> Response:
    errors = [{"pointer": "/message", "detail": "Say why, in words for the customer"}]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )


async def _on_message_too_long(_: Request, __: Exception) -> Response:
    errors = [{"pointer": "/message", "detail": "At most 2000 characters"}]
    return problem(
        422, "The request is not as it should be", kind="/problems/invalid", errors=errors
    )


async def _on_unstorable_text(_: Request, __: Exception) -> Response:
    return problem(
        422,
        "The request is not as it should be",
        kind="/problems/invalid",
        detail="A text holds a NUL character.",
    )
