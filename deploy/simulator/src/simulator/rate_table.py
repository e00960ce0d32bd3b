"""The rate table: dated prices, fuel surcharge and taxes, and how to find a row in it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from simulator.places import NORTH, province_of
from simulator.pricing import TAXES, Tax

Zone = Literal["area", "province", "neighbour", "far", "north"]
ZONES: tuple[Zone, ...] = ("area", "province", "neighbour", "far", "north")
STEPS = 60
STEP_KILOGRAMS = Decimal("0.5")

_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ServiceRates:
    """What one service costs, by zone and half kilogram."""

    cubic_centimetres_per_kilogram: Decimal
    prices: Mapping[Zone, tuple[Decimal, ...]]


@dataclass(frozen=True, slots=True)
class Dated:
    """A percentage, or several, from a day on; provinces only where it is a tax."""

    begins_on: date
    percents: Mapping[str, Decimal]
    provinces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RateTable:
    """Everything an estimate needs."""

    id: str
    valid_from: date
    source: str
    discount_percent: Decimal
    fuel: tuple[Dated, ...]
    taxes: tuple[Dated, ...]
    neighbours: Mapping[str, frozenset[str]]
    options: Mapping[str, Decimal]
    services: Mapping[str, ServiceRates]

    def fuel_on(self, day: date) -> Dated:
        """Find the surcharge in force. Raises LookupError before the first."""
        return _in_force(self.fuel, day)

    def tax_percents(self, province: str, day: date) -> Mapping[Tax, Decimal]:
        """Find the taxes due in a province. Raises LookupError before the first."""
        dated = _in_force((tax for tax in self.taxes if province in tax.provinces), day)
        return {tax: dated.percents[tax] for tax in TAXES if tax in dated.percents}

    def base(self, service_code: str, zone: Zone, kilograms: Decimal) -> Decimal:
        """Find the price of a billable weight of at most 30 kg."""
        step = int((kilograms / STEP_KILOGRAMS).to_integral_value(ROUND_CEILING))
        return self.services[service_code].prices[zone][max(step, 1) - 1]

    def zone(self, origin: str, destination: str) -> Zone:
        """Tell how far apart two postal codes are, both of which lie in a province."""
        one, other = province_of(origin) or "", province_of(destination) or ""
        if one in NORTH or other in NORTH:
            return "north"
        if origin[:3] == destination[:3]:
            return "area"
        if one == other:
            return "province"
        return "neighbour" if other in self.neighbours.get(one, ()) else "far"


def load_rates(path: Path | None = None) -> RateTable:
    """Read a table, ours for rehearsal by default. Raises ValueError for one that has gaps."""
    text = (path or files("simulator") / "rates" / "demo.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text, parse_float=Decimal)
    try:
        return _read_table(table)
    except KeyError as error:
        message = f"rate table: {error} is missing"
        raise ValueError(message) from error


def cubed_kilograms(dimensions_cm: Iterable[Decimal], per_kilogram: Decimal) -> Decimal:
    """Turn a volume into weight, rounded up to ten grams as printed on the carrier's labels."""
    volume = Decimal(1)
    for side in dimensions_cm:
        volume *= side
    return (volume / per_kilogram).quantize(_PLACES, rounding=ROUND_CEILING)


def _read_table(table: Mapping[str, Any]) -> RateTable:  # what TOML holds has no narrower type
    return RateTable(
        id=table["id"],
        valid_from=table["valid_from"],
        source=table["source"],
        discount_percent=table["automation_discount_percent"],
        fuel=tuple(Dated(row["from"], {"fuel": row["percent"]}) for row in table["fuel"]),
        taxes=tuple(
            Dated(
                row["from"],
                {tax: row[tax] for tax in TAXES if tax in row},
                frozenset(row["provinces"]),
            )
            for row in table["tax"]
        ),
        neighbours={here: frozenset(there) for here, there in table["neighbours"].items()},
        options=table["options"],
        services={code: _read_service(code, rates) for code, rates in table["services"].items()},
    )


def _read_service(code: str, rates: Mapping[str, Any]) -> ServiceRates:  # TOML again
    prices = {zone: tuple(rates["prices"][zone]) for zone in ZONES}
    for zone, row in prices.items():
        if len(row) != STEPS:
            message = f"rate table: {code} {zone} has {len(row)} prices, not {STEPS}"
            raise ValueError(message)
    return ServiceRates(Decimal(rates["cubic_centimetres_per_kilogram"]), prices)


def _in_force(dated: Iterable[Dated], day: date) -> Dated:
    begun = [entry for entry in dated if entry.begins_on <= day]
    if not begun:
        message = f"the rate table says nothing for {day}"
        raise LookupError(message)
    return max(begun, key=lambda entry: entry.begins_on)
