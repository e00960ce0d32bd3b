"""What the API answers to what is refused of shipments."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.shipments.errors import ShipmentNotFound


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(ShipmentNotFound, _on_shipment_not_found)


async def _on_shipment_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such shipment", kind="/problems/shipment-not-found")
