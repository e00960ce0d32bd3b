"""Shipments in, and back out."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from merchant_api.actors import Program
from merchant_api.api.caller import ShipmentReader, ShipmentWriter
from merchant_api.api.problems import Problem
from merchant_api.shipments import list_store, shipment_store
from merchant_api.shipments.erase_shipment import erase_shipment
from merchant_api.shipments.errors import ShipmentNotFound
from merchant_api.shipments.ledger import Recorded, Told
from merchant_api.shipments.problems import IN_USE, NOT_FOUND, TAKEN, problem_of
from merchant_api.shipments.reading import BODY, Posted, judge
from merchant_api.shipments.record_shipments import (
    Result,
    change_shipment,
    record_shipment,
    record_shipments,
)
from merchant_api.shipments.shapes import (
    BatchOut,
    ItemResult,
    ShipmentIn,
    ShipmentLineOut,
    ShipmentList,
    ShipmentOut,
)
from merchant_api.workplace import At, Workplace

router = APIRouter(tags=["shipments"])


@router.post(
    "/shipments",
    status_code=201,
    summary="Record a shipment, or up to 500",
    responses={
        200: {
            "description": "Known before: unchanged, or in a new version. Of many: their results",
            "model": ShipmentOut | BatchOut,
        },
        409: TAKEN,
    },
    openapi_extra=BODY,
)
async def post_shipments(
    caller: ShipmentWriter, at: At, posted: Posted, response: Response
) -> ShipmentOut | BatchOut:
    """Tell of parcels that were sent, or of what has changed about them. May be repeated."""
    if not isinstance(posted, ShipmentIn):
        response.status_code = 200
        return await _record_many(caller, at, [judge(item) for item in posted.shipments])
    recorded = await record_shipment(
        at.pool, caller.merchant_id, posted.told(), actor=caller.actor, now=at.now()
    )
    response.headers["location"] = f"/api/v1/shipments/{recorded.shipment.shipment_id}"
    if recorded.outcome != "new":
        response.status_code = 200
    return ShipmentOut.of(recorded.shipment)


@router.get("/shipments", summary="List shipments")
async def list_shipments(
    caller: ShipmentReader,
    at: At,
    search: Annotated[
        str,
        Query(max_length=100, description="How a number, name, e-mail or postal code begins"),
    ] = "",
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ShipmentList:
    """List shipments, the last one recorded first, perhaps only those that are searched for."""
    lines = (
        await list_store.search_newest(
            at.pool, caller.merchant_id, search, after=cursor, limit=limit + 1
        )
        if search.strip()
        else await list_store.list_newest(
            at.pool, caller.merchant_id, after=cursor, limit=limit + 1
        )
    )
    page = lines[:limit]
    return ShipmentList(
        shipments=tuple(ShipmentLineOut.of_line(line) for line in page),
        next_cursor=page[-1].shipment.shipment_id if len(lines) > limit else None,
    )


@router.get("/shipments/{shipment_id}", summary="Read a shipment", responses={404: NOT_FOUND})
async def get_shipment(caller: ShipmentReader, at: At, shipment_id: UUID) -> ShipmentOut:
    """Return the shipment in its newest version."""
    shipment = await shipment_store.find_shipment(at.pool, caller.merchant_id, shipment_id)
    if shipment is None:
        raise ShipmentNotFound
    return ShipmentOut.of(shipment)


@router.put(
    "/shipments/{shipment_id}",
    summary="Correct a shipment",
    responses={404: NOT_FOUND, 409: TAKEN},
)
async def put_shipment(
    caller: ShipmentWriter, at: At, shipment_id: UUID, told: ShipmentIn
) -> ShipmentOut:
    """Make this very shipment be as told, its tracking number included."""
    recorded = await change_shipment(
        at.pool, caller.merchant_id, shipment_id, told.told(), actor=caller.actor, now=at.now()
    )
    return ShipmentOut.of(recorded.shipment)


@router.delete(
    "/shipments/{shipment_id}",
    status_code=204,
    summary="Erase a shipment",
    responses={404: NOT_FOUND, 409: IN_USE},
)
async def delete_shipment(caller: ShipmentWriter, at: At, shipment_id: UUID) -> None:
    """Erase it, here and on the portal. One that a return hangs on stays."""
    await erase_shipment(at.pool, caller.merchant_id, shipment_id, actor=caller.actor, now=at.now())


async def _record_many(caller: Program, at: Workplace, judged: list[Told | Problem]) -> BatchOut:
    told = [it for it in judged if isinstance(it, Told)]
    recorded = iter(
        await record_shipments(at.pool, caller.merchant_id, told, actor=caller.actor, now=at.now())
    )
    return BatchOut(
        results=tuple(
            ItemResult(index=index, outcome="refused", problem=it)
            if isinstance(it, Problem)
            else _result(index, it, next(recorded))
            for index, it in enumerate(judged)
        )
    )


def _result(index: int, told: Told, result: Result) -> ItemResult:
    if isinstance(result, Recorded):
        return ItemResult(
            index=index,
            outcome=result.outcome,
            shipment_id=result.shipment.shipment_id,
            version=result.shipment.version,
            reference=result.shipment.content.reference,
            tracking_number=result.shipment.tracking_number,
        )
    return ItemResult(
        index=index,
        outcome="refused",
        reference=told.content.reference,
        tracking_number=told.tracking_number,
        problem=problem_of(result),
    )
