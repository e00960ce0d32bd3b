"""Create Authorized Return: `POST /rs/{mailed-by}/{mobo}/authorizedreturn`."""

import secrets
from hashlib import sha256

import structlog
from lxml import etree
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from simulator.accounts import Account
from simulator.authorized_return_schema import AUTHORIZED_RETURN
from simulator.depot import PUBLIC_LIFE, Depot
from simulator.gate import (
    admit_accept,
    admit_content_type,
    admit_customer,
    admit_document,
    admit_key,
)
from simulator.label import Label
from simulator.label_pdf import draw_pdf
from simulator.label_zpl import draw_zpl
from simulator.ledger import Sale
from simulator.pins import pin_of
from simulator.places import EASTERN
from simulator.refusals import Refused
from simulator.return_order import ReturnOrder, read_order, refusals
from simulator.wire import WEB_SERVICES, Vocabulary, document

MEDIA_TYPE = "application/vnd.cpc.authreturn-v2+xml"
NAMESPACE = f"{WEB_SERVICES}authreturn-v2"
RETURN = Vocabulary(NAMESPACE)

_TOKEN_BYTES = 24
log = structlog.get_logger()


async def answer_authorized_return(depot: Depot, request: Request) -> Response:
    """Sell one label for each request that is right; the carrier knows no request id."""
    account = admit_key(depot, request)
    admit_customer(request, account)
    admit_content_type(request, MEDIA_TYPE)
    admit_accept(request, MEDIA_TYPE)
    root = await admit_document(request, NAMESPACE, "authorized-return", AUTHORIZED_RETURN)
    order = read_order(root)
    if codes := refusals(order, account):
        raise Refused(400, *codes)
    sale = await run_in_threadpool(_sell, depot, account, order)
    log.info("label sold", pin=sale.pin, service=sale.service_code, reference=sale.customer_ref_1)
    reply = _return_info(sale, str(request.base_url).rstrip("/"), depot.settings.public_url)
    return Response(document(reply), media_type=MEDIA_TYPE)


def _sell(depot: Depot, account: Account, order: ReturnOrder) -> Sale:
    at = depot.now()
    serial = depot.ledger.next_serial()
    pin = pin_of(serial)
    label = Label(pin=pin, on=at.astimezone(EASTERN).date(), order=order)
    thermal = order.encoding == "ZPL"
    artifact = draw_zpl(label) if thermal else draw_pdf(label)
    sale = Sale(
        serial=serial,
        pin=pin,
        at=at,
        mailed_by=account.customer_number,
        on_behalf_of=account.customer_number,
        api_user=account.user,
        service_code=order.service_code,
        customer_ref_1=order.customer_ref_1,
        customer_ref_2=order.customer_ref_2,
        origin_city=order.returner.city,
        origin_province=order.returner.province,
        origin_postal_code=order.returner.postal_code,
        destination_city=order.receiver.city,
        destination_province=order.receiver.province,
        destination_postal_code=order.receiver.postal_code,
        artifact_media_type="application/zpl" if thermal else "application/pdf",
        artifact_sha256=sha256(artifact).hexdigest(),
        public_token=secrets.token_urlsafe(_TOKEN_BYTES) if order.public else None,
    )
    depot.ledger.record(sale, artifact)
    return sale


def _return_info(sale: Sale, base_url: str, public_url: str) -> etree._Element:
    """Write the reply.

    The link leads to the host that was called, for a client sends its key nowhere else; the public
    address is for people and may be another.
    """
    link = {
        "rel": "returnLabel",
        "href": f"{base_url}/rs/artifact/{sale.api_user}/{sale.artifact_id}/0",
        "media-type": sale.artifact_media_type,
        "index": "0",
    }
    return RETURN(
        "authorized-return-info",
        RETURN("tracking-pin", sale.pin),
        *([_public_key_info(sale, public_url)] if sale.public_token else []),
        RETURN("links", RETURN("link", attributes=link)),
    )


def _public_key_info(sale: Sale, public_url: str) -> etree._Element:
    expires_at = (sale.at + PUBLIC_LIFE).astimezone(EASTERN)
    return RETURN(
        "public-key-info",
        RETURN("expiry-date", expires_at.isoformat(timespec="seconds")),
        RETURN("url", f"{public_url}/r/{sale.public_token}"),
    )
