"""The files that were sold: by the buyer's key, and at the public address for whoever has it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from simulator.depot import ARTIFACT_LIFE, PUBLIC_LIFE, Depot
from simulator.gate import admit_accept, admit_key
from simulator.refusals import Refused


async def answer_artifact(depot: Depot, request: Request) -> Response:
    """Answer `GET /rs/artifact/{api-user}/{artifact-id}/{page}`: the same bytes each time."""
    account = admit_key(depot, request)
    if request.path_params["api_user"] != account.user:
        raise Refused(403, "AA003")
    sale = depot.ledger.find_artifact(request.path_params["artifact_id"])
    if sale is None or sale.api_user != account.user or request.path_params["page"] != 0:
        raise Refused(404)
    admit_accept(request, sale.artifact_media_type)
    if depot.now() >= sale.at + ARTIFACT_LIFE:
        raise Refused(404)
    return Response(depot.ledger.artifact(sale), media_type=sale.artifact_media_type)


async def answer_public_label(depot: Depot, request: Request) -> Response:
    """Answer the public address: no key, an address nobody can guess, and an end to it."""
    sale = depot.ledger.find_public(request.path_params["token"])
    if sale is None:
        return PlainTextResponse("Étiquette inconnue / Unknown label", 404)
    if depot.now() >= sale.at + PUBLIC_LIFE:
        return PlainTextResponse("Étiquette échue / Expired label", 410)
    headers = {"Content-Disposition": f'inline; filename="{sale.pin}.pdf"'}
    return Response(depot.ledger.artifact(sale), headers=headers, media_type="application/pdf")
