"""Codec of Get Rates: a mailing scenario out, price quotes in.

Source: Canada Post REST, Get Rates, and its schema rating.xsd for ship/rate-v4 (read 2026-11).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from labeler.canada_post import elements
from labeler.canada_post.elements import Element
from labeler.canada_post.errors import RequestNotSendable
from labeler.canada_post.inputs import Account, MailingScenario, Parcel

MEDIA_TYPE = "application/vnd.cpc.ship.rate-v4+xml"
PATH = "/rs/ship/price"

_NAMESPACE = "http://www.canadapost.ca/ws/ship/rate-v4"
_MOST_GRAMS = 99_999
_MOST_SERVICES = 20
_TAXES: tuple[Literal["gst", "pst", "hst"], ...] = ("gst", "pst", "hst")


@dataclass(frozen=True, slots=True)
class PriceLine:
    """An adjustment (negative for a discount) or an option, often of no cost."""

    code: str
    name: str
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Tax:
    """A tax, possibly of 0 cents. `rate_percent` is the carrier's text; None when not told."""

    kind: Literal["gst", "pst", "hst"]
    amount_cents: int
    rate_percent: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A price for one service, in Canadian cents.

    `due_cents` is the carrier's own total (base, adjustments, options and taxes). Quebec's tax is
    expected under `pst`. `expected_on` and `transit_days` are None when the carrier promises none.
    """

    service_code: str
    service_name: str
    base_cents: int
    adjustments: tuple[PriceLine, ...]
    options: tuple[PriceLine, ...]
    taxes: tuple[Tax, ...]
    due_cents: int
    cubed_grams: int | None
    transit_days: int | None
    expected_on: date | None


def write_scenario(account: Account, scenario: MailingScenario) -> bytes:
    """Write the request, for the account's own prices. Raises RequestNotSendable."""
    root = elements.document(_NAMESPACE, "mailing-scenario")
    elements.add(root, "customer-number", account.customer_number)
    if account.contract_id is not None:
        elements.add(root, "contract-id", account.contract_id)
    elements.add(root, "quote-type", "commercial")
    if scenario.expected_mailing_on is not None:
        elements.add(root, "expected-mailing-date", scenario.expected_mailing_on.isoformat())
    write_parcel(root, scenario.parcel, _MOST_GRAMS)
    if len(scenario.service_codes) > _MOST_SERVICES:
        raise RequestNotSendable(field="services", fault=f"are more than {_MOST_SERVICES}")
    if scenario.service_codes:
        services = elements.add(root, "services")
        for code in scenario.service_codes:
            elements.add_words(services, "service-code", code, 32)
    elements.add(root, "origin-postal-code", elements.postal_code(scenario.origin_postal_code))
    domestic = elements.add(elements.add(root, "destination"), "domestic")
    elements.add(domestic, "postal-code", elements.postal_code(scenario.destination_postal_code))
    return elements.serialize(root)


def write_parcel(parent: Element, parcel: Parcel, most_grams: int) -> None:
    """Append `parcel-characteristics`, which prices and labels share. Raises RequestNotSendable."""
    box = elements.add(parent, "parcel-characteristics")
    elements.add(box, "weight", elements.kilograms(parcel.weight_grams, most_grams))
    if parcel.dimensions is None:
        return
    sides = elements.add(box, "dimensions")
    for name, side_mm in (
        ("length", parcel.dimensions.length_mm),
        ("width", parcel.dimensions.width_mm),
        ("height", parcel.dimensions.height_mm),
    ):
        elements.add(sides, name, elements.centimetres(side_mm, name))


def read_quotes(body: bytes) -> list[Quote]:
    """Read the quotes in the carrier's order; none is a legal answer. Raises Unreadable."""
    root = elements.parse(body, "price-quotes")
    return [_read_quote(quote) for quote in elements.children(root, "price-quote")]


def _read_quote(quote: Element) -> Quote:
    details = elements.required_child(quote, "price-details")
    cubed = [elements.content(e) for e in elements.children(quote, "weight-details/cubed-weight")]
    return Quote(
        service_code=elements.required(quote, "service-code"),
        service_name=elements.text(quote, "service-name"),
        base_cents=elements.cents(elements.required(details, "base")),
        adjustments=_read_lines(details, "adjustments/adjustment", "adjustment", "cost"),
        options=_read_lines(details, "options/option", "option", "price"),
        taxes=_read_taxes(details),
        due_cents=elements.cents(elements.required(details, "due")),
        cubed_grams=elements.grams(cubed[0]) if cubed and cubed[0] else None,
        transit_days=_read_transit_days(quote),
        expected_on=_read_expected_on(quote),
    )


def _read_lines(details: Element, path: str, prefix: str, amount: str) -> tuple[PriceLine, ...]:
    return tuple(
        PriceLine(
            code=elements.required(line, f"{prefix}-code"),
            name=elements.text(line, f"{prefix}-name"),
            amount_cents=elements.cents(elements.required(line, f"{prefix}-{amount}")),
        )
        for line in elements.children(details, path)
    )


def _read_taxes(details: Element) -> tuple[Tax, ...]:
    taxes = elements.child(details, "taxes")
    if taxes is None:
        return ()
    found = [(kind, elements.child(taxes, kind)) for kind in _TAXES]
    return tuple(
        Tax(
            kind=kind,
            amount_cents=elements.cents(elements.content(tax)),
            rate_percent=tax.get("percent"),
        )
        for kind, tax in found
        if tax is not None and elements.content(tax)
    )


def _read_transit_days(quote: Element) -> int | None:
    for days in elements.children(quote, "service-standard/expected-transit-time"):
        if elements.content(days).isdecimal():
            return int(elements.content(days))
    return None


def _read_expected_on(quote: Element) -> date | None:
    for day in elements.children(quote, "service-standard/expected-delivery-date"):
        try:
            return date.fromisoformat(elements.content(day))
        except ValueError:
            return None  # a promise we cannot read is no promise; the price still stands
    return None
