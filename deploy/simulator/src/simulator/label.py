"""What our labels say: never anything that a post office could take for a real one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from simulator.limits import Dimensions
from simulator.return_order import Party, ReturnOrder
from simulator.words import catalogue

SPECIMEN = "SPECIMEN"


@dataclass(frozen=True, slots=True)
class Label:
    """One label to draw."""

    pin: str
    on: date
    order: ReturnOrder


def banner() -> str:
    """Say what no reader of a label may miss, in both languages."""
    return f"{catalogue('fr')('label-banner')} / {catalogue('en')('label-not-accepted')}"


def address_lines(party: Party) -> list[str]:
    """Write an address as on an envelope, without the blank lines."""
    lines = [party.name, party.company, party.line_1, party.line_2]
    lines.append(f"{party.city} {party.province}  {spaced(party.postal_code)}")
    return [line for line in lines if line]


def spaced(postal_code: str) -> str:
    """Write a postal code as people do."""
    return f"{postal_code[:3]} {postal_code[3:]}"


def parcel_lines(label: Label) -> Sequence[str]:
    """Write what is known of the parcel, and who pays."""
    order = label.order
    lines = []
    if order.dimensions:
        lines.append(f"{_times(order.dimensions)} cm")
    if order.kilograms is not None:
        lines.append(f"{order.kilograms:.3f} kg")
    if order.contract_id:
        lines.append(f"P/F: {order.contract_id}")
    return [*lines, label.on.isoformat()]


def _times(dimensions: Dimensions) -> str:
    return " x ".join(f"{side:.1f}" for side in dimensions)
