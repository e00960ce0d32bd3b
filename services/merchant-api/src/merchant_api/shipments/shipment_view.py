"""Shipments as pages show them: a line of the list, and one with all that is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chassis.words import Words, spaced_pin

from merchant_api.centre.parcel_view import parcel_line
from merchant_api.console.words import city_line
from merchant_api.shipments.list_store import ShipmentLine
from merchant_api.shipments.records import Shipment


@dataclass(frozen=True, slots=True)
class Line:
    """A shipment in the list. Texts are ready; empty ones are left out."""

    id: UUID
    name: str
    place: str
    number: str
    order: str
    day: str
    return_number: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One shipment: titles and texts, in groups."""

    id: UUID
    title: str
    number: str
    address: Sequence[str]
    facts: Sequence[tuple[str, str]]
    return_number: str


def line_of(line: ShipmentLine, words: Words) -> Line:
    """Write a line of the list."""
    shipment = line.shipment
    return Line(
        id=shipment.shipment_id,
        name=shipment.recipient.name,
        place=city_line(shipment.recipient, words),
        number=spaced_pin(shipment.tracking_number),
        order=shipment.content.order_number or shipment.content.reference or "",
        day=_day(shipment, words),
        return_number=line.return_number or "",
    )


def facts_of(shipment: Shipment, return_number: str | None, words: Words) -> Facts:
    """Write a shipment whole. What is not known is left out, but for the parcel."""
    content, to = shipment.content, shipment.recipient
    known = [
        (words("order-number"), content.order_number),
        (words("shipment-reference"), content.reference),
        (words("email"), content.email),
        (words("shipment-language"), content.language and words(f"speaks-{content.language}")),
        (words("shipped-on"), content.shipped_on and words.day(content.shipped_on)),
        (words("arrived-on"), content.delivered_on and words.day(content.delivered_on)),
        (
            words("column-parcel"),
            parcel_line(content.parcel, words) if content.parcel else words("usual-parcel"),
        ),
    ]
    lines = (to.name, to.company, to.line_1, to.line_2, city_line(to, words))
    return Facts(
        id=shipment.shipment_id,
        title=to.name,
        number=spaced_pin(shipment.tracking_number),
        address=[it for it in lines if it],
        facts=[(title, text) for title, text in known if text],
        return_number=return_number or "",
    )


def _day(shipment: Shipment, words: Words) -> str:
    content = shipment.content
    if content.delivered_on:
        return words("delivered-on", day=words.day(content.delivered_on))
    return words("sent-on", day=words.day(content.shipped_on)) if content.shipped_on else ""
