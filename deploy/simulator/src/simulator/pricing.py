"""How a quote is put together, to the cent. Amounts are dollars, as on the wire.

Recomputed from the carrier's published sample replies: the fuel surcharge is taken on what is left
after the discount, each tax is rounded by itself, halves go up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Tax = Literal["gst", "pst", "hst"]
TAXES: tuple[Tax, ...] = ("gst", "pst", "hst")

_CENT = Decimal("0.01")
_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Price:
    """One price taken apart; the discount is negative, or None for those who get none."""

    base: Decimal
    discount: Decimal | None
    fuel: Decimal
    options: Decimal
    taxes: Mapping[Tax, Decimal]

    @property
    def due(self) -> Decimal:
        discounted = self.base + (self.discount or _NOTHING) + self.fuel
        return discounted + self.options + sum(self.taxes.values(), _NOTHING)


def price(
    base: Decimal,
    *,
    fuel_percent: Decimal,
    tax_percents: Mapping[Tax, Decimal],
    discount_percent: Decimal | None = None,
    options: Decimal = _NOTHING,
) -> Price:
    """Work out discount, fuel surcharge and taxes on a base price."""
    discount = None if discount_percent is None else -_percent_of(base, discount_percent)
    discounted = base + (discount or _NOTHING)
    fuel = _percent_of(discounted, fuel_percent)
    taxed = discounted + fuel + options
    taxes = {tax: _percent_of(taxed, percent) for tax, percent in tax_percents.items()}
    return Price(base=base, discount=discount, fuel=fuel, options=options, taxes=taxes)


def _percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    return (amount * percent / 100).quantize(_CENT, rounding=ROUND_HALF_UP)
