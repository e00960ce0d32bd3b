"""What is refused of shipments."""

from chassis.errors import Refusal


class ShipmentNotFound(Refusal):
    """The merchant has no such shipment."""


class TrackingNumberTaken(Refusal):
    """Another shipment of this merchant has the tracking number."""


class ReferenceTaken(Refusal):
    """Another shipment of this merchant has the reference."""


class ShipmentInUse(Refusal):
    """A return hangs on the shipment. `number` is that return's."""

    def __init__(self, number: str) -> None:
        super().__init__(f"return {number} needs the shipment")
        self.number = number


class ShipmentChangedMeanwhile(Refusal):
    """Somebody changed the shipment after the page was shown on which it was changed now."""
