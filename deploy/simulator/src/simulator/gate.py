"""The carrier's gateway: what a request must pass, in this order, before anyone reads it.

401 key, 403 customer, 415 and 406 media types, 500 `Server` with `cvc-…` for the schema. Business
rules (400 and a code) come after. The order is our inference: no document states it.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.accounts import Account, authenticate, same_number
from simulator.depot import Depot
from simulator.faults import suffer
from simulator.refusals import Refused, messages_body, schema_violation
from simulator.schema import SchemaViolation, Shape, check
from simulator.wire import BIGGEST_REQUEST_BYTES, language_of, parse

Answer = Callable[[Depot, Request], Awaitable[Response]]


def carrier_route(path: str, operation: str, answer: Answer, depot: Depot, *, method: str) -> Route:
    """Make a route of the carrier's: subject to the faults on order, refusals told its way."""

    async def endpoint(request: Request) -> Response:
        respond = partial(_answer_or_refuse, answer, depot, request)
        fault = depot.faults.take(operation)
        return await (suffer(fault, request, respond) if fault else respond())

    return Route(path, endpoint, methods=[method])


def admit_key(depot: Depot, request: Request) -> Account:
    """Prove the caller. Raises Refused 401, or 403 for a key of the other environment."""
    header, settings = request.headers.get("authorization"), depot.settings
    account = authenticate(header, settings.accounts)
    if account is None and authenticate(header, settings.elsewhere):
        raise Refused(403, "AA002")
    if account is None:
        raise Refused(401, "E002")
    return account


def admit_customer(request: Request, account: Account) -> None:
    """Compare the customers in the path with the key's own. Raises Refused 403."""
    if not same_number(request.path_params["mailed_by"], account.customer_number):
        raise Refused(403, "AA003")
    if not same_number(request.path_params["on_behalf_of"], account.customer_number):
        raise Refused(403, "AA004")


def admit_content_type(request: Request, media_type: str) -> None:
    """Demand one version of one service. Raises Refused 415."""
    if _bare(request.headers.get("content-type", "")) != media_type:
        raise Refused(415)


def admit_accept(request: Request, media_type: str) -> None:
    """Demand that exactly this type is accepted: a wildcard is not enough. Raises Refused 406."""
    if media_type not in map(_bare, request.headers.get("accept", "").split(",")):
        raise Refused(406)


async def admit_document(
    request: Request, namespace: str, name: str, shape: Shape
) -> etree._Element:
    """Read the body and hold it against its schema. Raises Refused 413 or 500."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BIGGEST_REQUEST_BYTES:
            raise Refused(413)
    try:
        root = parse(bytes(body))
        check(root, namespace, name, shape)
    except (ValueError, SchemaViolation) as error:
        raise schema_violation(str(error)) from error
    return root


async def _answer_or_refuse(answer: Answer, depot: Depot, request: Request) -> Response:
    try:
        return await answer(depot, request)
    except Refused as no:
        language = language_of(request.headers.get("accept-language"))
        body = messages_body(no.codes, language, no.text)
        refusal = Response(body, no.status, media_type="text/xml")
        if no.status == HTTPStatus.UNAUTHORIZED:
            refusal.headers["WWW-Authenticate"] = 'Basic realm="Canada Post"'
        return refusal


def _bare(media_range: str) -> str:
    return media_range.partition(";")[0].strip().lower()
