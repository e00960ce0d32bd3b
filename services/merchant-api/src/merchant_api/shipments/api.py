"""Shipments in, and back out."""

from uuid import UUID

from fastapi import APIRouter, Response

from merchant_api.api.caller import Caller
from merchant_api.api.problems import documented
from merchant_api.api.shapes import ShipmentIn, ShipmentOut
from merchant_api.errors import ShipmentNotFound
from merchant_api.record_shipment import record_shipment
from merchant_api.store import shipments
from merchant_api.workplace import At

router = APIRouter(tags=["shipments"])


@router.post(
    "/shipments",
    status_code=201,
    summary="Record a shipment",
    responses={
        200: {"description": "Known before: unchanged, or in a new version", "model": ShipmentOut}
    },
)
async def post_shipment(
    caller: Caller, at: At, told: ShipmentIn, response: Response
) -> ShipmentOut:
    """Tell of a parcel that was sent, or of what has changed about it. May be repeated."""
    recorded = await record_shipment(
        at.pool, caller.merchant_id, told.tracking_number, told.content(), now=at.now()
    )
    shipment = recorded.shipment
    response.headers["location"] = f"/api/v1/shipments/{shipment.shipment_id}"
    if recorded.outcome != "new":
        response.status_code = 200
    return ShipmentOut.of(shipment)


@router.get(
    "/shipments/{shipment_id}",
    summary="Read a shipment",
    responses={404: documented("There is no such shipment", "/problems/shipment-not-found", 404)},
)
async def get_shipment(caller: Caller, at: At, shipment_id: UUID) -> ShipmentOut:
    """Return the shipment in its newest version."""
    shipment = await shipments.find_shipment(at.pool, caller.merchant_id, shipment_id)
    if shipment is None:
        raise ShipmentNotFound
    return ShipmentOut.of(shipment)
