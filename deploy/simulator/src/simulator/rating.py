"""Get Rates: `POST /rs/ship/price`, from the request to the exact reply."""

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from simulator.depot import Depot
from simulator.gate import admit_accept, admit_content_type, admit_document, admit_key
from simulator.mailing_scenario import read_scenario, refusals
from simulator.mailing_scenario_schema import MAILING_SCENARIO
from simulator.places import EASTERN
from simulator.pricing import TAXES
from simulator.quotes import Quote, quote
from simulator.refusals import Refused
from simulator.services import Language
from simulator.wire import WEB_SERVICES, Vocabulary, document, language_of
from simulator.words import catalogue

MEDIA_TYPE = "application/vnd.cpc.ship.rate-v4+xml"
NAMESPACE = f"{WEB_SERVICES}ship/rate-v4"
RATE = Vocabulary(NAMESPACE)

# What a tax that is not due looks like: the carrier writes both forms, without a percentage.
_NOT_DUE = {"gst": "0.00", "pst": "0", "hst": "0"}


async def answer_rates(depot: Depot, request: Request) -> Response:
    """Answer with a price for each service; headers tell what table they come from."""
    account = admit_key(depot, request)
    admit_content_type(request, MEDIA_TYPE)
    admit_accept(request, MEDIA_TYPE)
    root = await admit_document(request, NAMESPACE, "mailing-scenario", MAILING_SCENARIO)
    today = depot.now().astimezone(EASTERN).date()
    scenario = read_scenario(root)
    if codes := refusals(scenario, account, today):
        raise Refused(400, *codes)
    quotes = list(quote(scenario, depot.rates, today))
    if not quotes:
        raise Refused(400, "9111")
    language = language_of(request.headers.get("accept-language"))
    base_url = str(request.base_url).rstrip("/")
    reply = RATE("price-quotes", *(_price_quote(each, language, base_url) for each in quotes))
    fuel = depot.rates.fuel_on(scenario.mailing_on or today)
    headers = {
        "X-Simulator-Estimate": "true",
        "X-Simulator-Rate-Table": depot.rates.id,
        "X-Simulator-Fuel-From": fuel.begins_on.isoformat(),
    }
    return Response(document(reply), headers=headers, media_type=MEDIA_TYPE)


def _price_quote(quoted: Quote, language: Language, base_url: str) -> etree._Element:
    code = quoted.service.code
    link = {
        "rel": "service",
        "href": f"{base_url}/rs/ship/service/{code}?country=CA",
        "media-type": MEDIA_TYPE,
    }
    cubed = quoted.cubed_kilograms
    return RATE(
        "price-quote",
        RATE("service-code", code),
        RATE("service-link", attributes=link),
        RATE("service-name", quoted.service.name(language)),
        RATE(
            "price-details",
            RATE("base", str(quoted.price.base)),
            RATE("taxes", *_taxes(quoted)),
            RATE("due", str(quoted.price.due)),
            RATE("options", *_options(quoted, language)),
            RATE("adjustments", *_adjustments(quoted, language)),
        ),
        RATE("weight-details", *([RATE("cubed-weight", f"{cubed:.3f}")] if cubed else [])),
        RATE(
            "service-standard",
            RATE("am-delivery", "false"),
            RATE("guaranteed-delivery", "false"),
        ),
    )


def _taxes(quoted: Quote) -> list[etree._Element]:
    due, percents = quoted.price.taxes, quoted.tax_percents
    return [
        RATE(tax, str(due[tax]), attributes={"percent": str(percents[tax])})
        if tax in due
        else RATE(tax, _NOT_DUE[tax])
        for tax in TAXES
    ]


def _options(quoted: Quote, language: Language) -> list[etree._Element]:
    return [
        RATE(
            "option",
            RATE("option-code", code),
            RATE("option-name", catalogue(language)(f"charge-{code}")),
            RATE("option-price", str(cost)),
        )
        for code, cost in quoted.options.items()
    ]


def _adjustments(quoted: Quote, language: Language) -> list[etree._Element]:
    price = quoted.price
    adjustments = [("FUELSC", price.fuel, quoted.fuel_percent)]
    if price.discount is not None and quoted.discount_percent is not None:
        adjustments.insert(0, ("AUTDISC", price.discount, quoted.discount_percent))
    return [
        RATE(
            "adjustment",
            RATE("adjustment-code", code),
            RATE("adjustment-name", catalogue(language)(f"charge-{code}")),
            RATE("adjustment-cost", str(cost)),
            RATE("qualifier", RATE("percent", str(percent))),
        )
        for code, cost, percent in adjustments
    ]
