"""What is refused of shipments."""

from chassis.errors import Refusal


class ShipmentNotFound(Refusal):
    """The merchant has no such shipment."""
