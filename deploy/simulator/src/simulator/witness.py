"""What tests ask: the ledger, bad days to order, and whether we live."""

import json
import os

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.depot import Depot
from simulator.faults import read_fault
from simulator.ledger import Sale
from simulator.same_origin import is_same_origin


async def show_ledger(depot: Depot, request: Request) -> Response:
    """List every sale, the oldest first; `?customer_ref_1=` lists one return's."""
    wanted = request.query_params.get("customer_ref_1")
    sales = [s for s in depot.ledger.sales() if wanted is None or s.customer_ref_1 == wanted]
    return JSONResponse({"entries": [_entry(depot, sale) for sale in sales]})


async def show_faults(depot: Depot, _request: Request) -> Response:
    """List the faults on order."""
    return JSONResponse({"faults": depot.faults.listed()})


async def order_fault(depot: Depot, request: Request) -> Response:
    """Order one fault, or several in a list."""
    if not is_same_origin(request, depot.settings.public_url):
        return JSONResponse({"error": "a form of another site"}, 403)
    try:
        order = json.loads(await request.body())
        faults = [read_fault(one) for one in (order if isinstance(order, list) else [order])]
    except ValueError as error:
        return JSONResponse({"error": str(error)}, 400)
    for fault in faults:
        depot.faults.order(fault)
    return JSONResponse({"faults": depot.faults.listed()}, 201)


async def clear_faults(depot: Depot, request: Request) -> Response:
    """Forget every fault on order."""
    if not is_same_origin(request, depot.settings.public_url):
        return JSONResponse({"error": "a form of another site"}, 403)
    depot.faults.clear()
    return Response(status_code=204)


async def tell_live(_depot: Depot, _request: Request) -> Response:
    """Answer at all."""
    return JSONResponse({"status": "live"})


async def tell_ready(depot: Depot, _request: Request) -> Response:
    """Tell whether a label could be sold now: the folder takes files."""
    ready = os.access(depot.settings.directory, os.W_OK | os.X_OK)
    return JSONResponse({"status": "ready" if ready else "not ready"}, 200 if ready else 503)


def _entry(depot: Depot, sale: Sale) -> dict[str, str]:
    return {
        "pin": sale.pin,
        "customer_ref_1": sale.customer_ref_1,
        "customer_ref_2": sale.customer_ref_2,
        "mailed_by": sale.mailed_by,
        "at": sale.at.isoformat(),
        "service": sale.service_code,
        "artifact_media_type": sale.artifact_media_type,
        "artifact_sha256": sale.artifact_sha256,
        "stage": depot.scans.stage(sale.pin),
    }
