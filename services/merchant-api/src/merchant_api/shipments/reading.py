"""What a program posts: one shipment or many, told apart by what the body holds."""

import json
from typing import Annotated, Final

from chassis.problems import pointer
from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from merchant_api.api.problems import Problem
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.shapes import ShipmentIn, ShipmentsIn

# FastAPI would try both shapes and tell of the faults of both.
BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "anyOf": [
                        {"$ref": "#/components/schemas/ShipmentIn"},
                        ShipmentsIn.model_json_schema(),
                    ]
                }
            }
        },
    }
}


async def _posted(request: Request) -> ShipmentIn | ShipmentsIn:
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise RequestValidationError([_fault("The body is no JSON: say so in Content-Type")])
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise RequestValidationError([_fault("JSON decode error")]) from None
    shape: type[BaseModel] = ShipmentIn
    if isinstance(body, dict) and "shipments" in body:
        shape = ShipmentsIn
    try:
        read = shape.model_validate(body)
    except ValidationError as error:
        faults = [{**it, "loc": ("body", *it["loc"])} for it in error.errors()]
        raise RequestValidationError(faults) from None
    assert isinstance(read, ShipmentIn | ShipmentsIn)  # noqa: S101  one of the two
    return read


Posted = Annotated[ShipmentIn | ShipmentsIn, Depends(_posted)]


def judge(item: object) -> Told | Problem:
    """Read one of many, or say what is wrong with it, by JSON pointers into it."""
    try:
        return ShipmentIn.model_validate(item).told()
    except ValidationError as error:
        return Problem(
            type="/problems/invalid",
            title="The shipment is not as it should be",
            status=422,
            errors=tuple(
                {"pointer": pointer(it["loc"]), "detail": it["msg"]} for it in error.errors()
            ),
        )


def _fault(message: str) -> dict[str, object]:
    return {"type": "json_invalid", "loc": ("body",), "msg": message, "input": None}
