"""An honest estimate: the table's row for a parcel, put together the carrier's way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from simulator.limits import HEAVIEST_KILOGRAMS
from simulator.mailing_scenario import Scenario
from simulator.places import province_of
from simulator.pricing import Price, Tax, price
from simulator.rate_table import RateTable, cubed_kilograms
from simulator.services import SERVICES, Service

CONFIRMATION = "DC"  # the system adds it to everything domestic


@dataclass(frozen=True, slots=True)
class Quote:
    """One service's price, with the percentages and options it was made of."""

    service: Service
    price: Price
    options: dict[str, Decimal]
    discount_percent: Decimal | None
    fuel_percent: Decimal
    tax_percents: dict[Tax, Decimal]
    cubed_kilograms: Decimal | None


def quote(scenario: Scenario, rates: RateTable, today: date) -> Iterator[Quote]:
    """Quote every service asked for that takes the parcel with these options; there may be none.

    A customer without a contract has the automation discount; contract and counter prices do not.
    """
    option_codes = dict.fromkeys((CONFIRMATION, *scenario.option_codes))
    if not option_codes.keys() <= rates.options.keys():
        return
    options = {code: rates.options[code] for code in option_codes}
    discounted = scenario.quote_type == "commercial" and not scenario.contract_id
    for code in scenario.service_codes or SERVICES:
        if code in SERVICES and code in rates.services:
            yield from _quote_service(
                SERVICES[code], scenario, rates, today, options=options, discounted=discounted
            )


def _quote_service(
    service: Service,
    scenario: Scenario,
    rates: RateTable,
    today: date,
    *,
    options: dict[str, Decimal],
    discounted: bool,
) -> Iterator[Quote]:
    cubed = None
    if scenario.dimensions:
        density = rates.services[service.code].cubic_centimetres_per_kilogram
        cubed = cubed_kilograms(scenario.dimensions, density)
    billable = max(scenario.kilograms, cubed or scenario.kilograms)
    if billable > HEAVIEST_KILOGRAMS:
        return
    origin, destination = scenario.origin_postal_code, scenario.destination_postal_code or ""
    day = scenario.mailing_on or today
    fuel = rates.fuel_on(day).percents["fuel"]
    taxes = dict(rates.tax_percents(province_of(destination) or "", day))
    discount = rates.discount_percent if discounted else None
    yield Quote(
        service=service,
        price=price(
            rates.base(service.code, rates.zone(origin, destination), billable),
            fuel_percent=fuel,
            tax_percents=taxes,
            discount_percent=discount,
            options=sum(options.values(), Decimal("0.00")),
        ),
        options=options,
        discount_percent=discount,
        fuel_percent=fuel,
        tax_percents=taxes,
        cubed_kilograms=cubed,
    )
