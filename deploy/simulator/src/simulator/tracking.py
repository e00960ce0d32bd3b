"""Tracking: summary and detail of one PIN, with the many empty elements the carrier sends."""

from datetime import date, datetime

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from simulator.depot import Depot
from simulator.gate import admit_accept, admit_key
from simulator.ledger import Sale
from simulator.parcels import Event, history
from simulator.places import EASTERN
from simulator.refusals import Refused
from simulator.services import SERVICES, Language
from simulator.wire import WEB_SERVICES, Vocabulary, document, language_of
from simulator.words import catalogue

MEDIA_TYPE = "application/vnd.cpc.track-v2+xml"
TRACK = Vocabulary(f"{WEB_SERVICES}track")  # version 2 of the type, no version in the name


async def answer_summary(depot: Depot, request: Request) -> Response:
    """Answer `GET /vis/track/pin/{pin}/summary`."""
    sale = _find(depot, request)
    language = language_of(request.headers.get("accept-language"))
    events = history(sale, depot.scans.times(sale.pin))
    summary = TRACK("tracking-summary", _summary(depot, sale, events[0], language))
    return Response(document(summary), media_type=MEDIA_TYPE)


async def answer_detail(depot: Depot, request: Request) -> Response:
    """Answer `GET /vis/track/pin/{pin}/detail`."""
    sale = _find(depot, request)
    language = language_of(request.headers.get("accept-language"))
    occurrences = [_occurrence(e, language) for e in history(sale, depot.scans.times(sale.pin))]
    other: Language = "en" if language == "fr" else "fr"
    service = SERVICES[sale.service_code]
    detail = TRACK(
        "tracking-detail",
        *_texts(
            ("pin", sale.pin),
            ("active-exists", "1"),
            ("archive-exists", ""),
            ("changed-expected-date", ""),
            ("destination-postal-id", sale.destination_postal_code),
            ("expected-delivery-date", ""),
            ("changed-expected-delivery-reason", ""),
            ("mailed-by-customer-number", sale.mailed_by.zfill(10)),
            ("mailed-on-behalf-of-customer-number", sale.on_behalf_of.zfill(10)),
            ("original-pin", ""),
            ("service-name", service.name(language)),
            ("service-name-2", service.name(other)),
            ("customer-ref-1", sale.customer_ref_1),
            ("customer-ref-2", sale.customer_ref_2),
            ("return-pin", ""),
            ("signature-image-exists", "false"),
            ("suppress-signature", "false"),
        ),
        TRACK("delivery-options"),
        TRACK("significant-events", *occurrences),
    )
    return Response(document(detail), media_type=MEDIA_TYPE)


def _find(depot: Depot, request: Request) -> Sale:
    """Find the sale behind a PIN.

    This is the one place that says what "nothing known" is: 004 with 404, for a PIN nobody sold. A
    label that was sold has a history from the first moment (3002), scanned or not.
    """
    admit_key(depot, request)
    admit_accept(request, MEDIA_TYPE)
    sale = depot.ledger.find(request.path_params["pin"])
    if sale is None:
        raise Refused(404, "004")
    return sale


def _summary(depot: Depot, sale: Sale, newest: Event, language: Language) -> etree._Element:
    times = depot.scans.times(sale.pin)
    site = f"{newest.site}, {newest.province}" if newest.site else ""
    return TRACK(
        "pin-summary",
        *_texts(
            ("pin", sale.pin),
            ("origin-postal-id", sale.origin_postal_code),
            ("destination-postal-id", sale.destination_postal_code),
            ("destination-province", sale.destination_province),
            ("service-name", SERVICES[sale.service_code].name(language)),
            ("mailed-on-date", _eastern_day(times.get("accepted"))),
            ("expected-delivery-date", ""),
            ("actual-delivery-date", _eastern_day(times.get("delivered"))),
            ("delivery-option-completed-ind", "0"),
            ("event-date-time", f"{newest.at.astimezone(EASTERN):%Y%m%d:%H%M%S}"),
            ("event-description", catalogue(language)(f"event-{newest.kind.identifier}")),
            ("attempted-date", ""),
            ("customer-ref-1", sale.customer_ref_1),
            ("customer-ref-2", sale.customer_ref_2),
            ("return-pin", ""),
            ("event-type", newest.kind.summary_type),
            ("event-location", site),
            ("signatory-name", ""),
        ),
    )


def _occurrence(event: Event, language: Language) -> etree._Element:
    local = event.at.astimezone(EASTERN)
    return TRACK(
        "occurrence",
        *_texts(
            ("event-identifier", event.kind.identifier),
            ("event-date", f"{local:%Y-%m-%d}"),
            ("event-time", f"{local:%H:%M:%S}"),
            ("event-time-zone", local.tzname() or ""),
            ("event-description", catalogue(language)(f"event-{event.kind.identifier}")),
            ("signatory-name", ""),
            ("event-site", event.site),
            ("event-province", event.province),
            ("event-retail-location-id", ""),
            ("event-retail-name", ""),
        ),
    )


def _eastern_day(at: datetime | None) -> str:
    day: date | None = at.astimezone(EASTERN).date() if at else None
    return day.isoformat() if day else ""


def _texts(*pairs: tuple[str, str]) -> list[etree._Element]:
    return [TRACK(name, text) for name, text in pairs]
