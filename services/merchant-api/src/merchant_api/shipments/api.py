"""Shipments in, and back out."""

from uuid import UUID

from fastapi import APIRouter, Response

from merchant_api.api.caller import ShipmentReader, ShipmentWriter
from merchant_api.api.problems import documented
from merchant_api.shipments import shipment_store
from merchant_api.shipments.errors import ShipmentNotFound
from merchant_api.shipments.record_shipment import record_shipment
from merchant_api.shipments.shapes import ShipmentIn, ShipmentOut
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
    caller: ShipmentWriter, at: At, told: ShipmentIn, response: Response
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
async def get_shipment(caller: ShipmentReader, at: At, shipment_id: UUID) -> ShipmentOut:
    """Return the shipment in its newest version."""
    shipment = await shipment_store.find_shipment(at.pool, caller.merchant_id, shipment_id)
    if shipment is None:
        raise ShipmentNotFound
    return ShipmentOut.of(shipment)
