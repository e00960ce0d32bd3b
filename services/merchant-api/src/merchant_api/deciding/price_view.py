"""What a return would cost, as the panel shows it: not asked, being asked, told, or refused."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from chassis.words import Words, spaced_postal_code
from contracts.labels import CostEstimated, TaxLine

from merchant_api.returns.records import Estimate
from merchant_api.returns.window import day_of

_SLOW_AFTER: Final = timedelta(seconds=20)
_QUEBEC: Final = ("G", "H", "J")


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A line of the breakdown, written out."""

    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class Cost:
    """The state of the last estimate. Texts are ready to be shown."""

    state: Literal["none", "pending", "priced", "failed"]
    stamp: str
    poll_s: int | None = None
    is_slow: bool = False
    rows: tuple[PriceRow, ...] = ()
    total: str = ""
    basis: str = ""
    holds: str = ""
    failure: str = ""
    codes: str = ""
    invalid: str = ""
    """What of the terms has to be mended before the carrier can be asked."""


def cost_of(estimates: tuple[Estimate, ...], words: Words, now: datetime) -> Cost:
    """Show the last estimate, if there is any."""
    if not estimates:
        return Cost("none", "0")
    last = estimates[-1]
    if last.price is not None:
        return _priced(last, last.price, words, now)
    if last.failure is not None:
        codes = ", ".join(last.failure.codes)
        stamp = f"{last.estimate_id}.f"
        return Cost("failed", stamp, failure=last.failure.message, codes=codes)
    is_slow = now - last.requested_at > _SLOW_AFTER
    stamp = f"{last.estimate_id}.{'slow' if is_slow else 'new'}"
    return Cost("pending", stamp, poll_s=5 if is_slow else 1, is_slow=is_slow)


def _priced(estimate: Estimate, price: CostEstimated, words: Words, now: datetime) -> Cost:
    """Show every line that the carrier named, also one that costs nothing; a tax if it is due."""
    lines = [(price.service_name, price.base_cents)]
    lines += [(line.name, line.amount_cents) for line in price.lines]
    lines += [
        (_tax_name(tax, estimate.destination_postal_code, words), tax.amount_cents)
        for tax in price.taxes
        if tax.amount_cents
    ]
    return Cost(
        "priced",
        f"{estimate.estimate_id}.p",
        rows=tuple(PriceRow(words.bound(name), words.money(cents)) for name, cents in lines),
        total=words.money(price.due_cents),
        basis=_basis(estimate, price, words),
        holds=_holds(price, words, now),
    )


def _holds(price: CostEstimated, words: Words, now: datetime) -> str:
    """Say until when it holds: the carrier promises nothing, and changes its surcharges weekly."""
    quoted_on = day_of(price.quoted_at)
    if quoted_on == day_of(now):
        return words("price-of-today")
    return words("price-of-another-day", on=words.day(quoted_on))


def _tax_name(tax: TaxLine, destination: str, words: Words) -> str:
    """Name a tax as people know it there: the carrier sends Quebec's as a provincial one."""
    kind = "qst" if tax.kind == "pst" and destination.startswith(_QUEBEC) else tax.kind
    if tax.rate_percent is None:
        return words(f"tax-{kind}")
    rate = _rate(tax.rate_percent, words)
    return words("tax-with-rate", tax=words(f"tax-{kind}"), rate=rate)


def _rate(told: str, words: Words) -> str:
    """Write the carrier's own text as a number, if it is one."""
    try:
        return words.decimal(Decimal(told))
    except InvalidOperation:
        return told


def _basis(estimate: Estimate, price: CostEstimated, words: Words) -> str:
    """Say what the price is for: who asked whom and when, weight, size, route."""
    parcel = estimate.parcel
    sides = (parcel.length_mm, parcel.width_mm, parcel.height_mm)
    facts = [
        words("asked-of-carrier", at=words.moment(price.quoted_at)),
        words.kilograms(parcel.weight_grams),
        *([_size(sides, words)] if all(sides) else []),
        words(
            "route",
            origin=spaced_postal_code(estimate.origin_postal_code),
            destination=spaced_postal_code(estimate.destination_postal_code),
        ),
    ]
    return " · ".join(facts)


def _size(sides_mm: tuple[int | None, ...], words: Words) -> str:
    sides = [words.decimal(Decimal(side) / 10) for side in sides_mm if side]
    return words(
        "size", sides="\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}".join(sides)
    )
