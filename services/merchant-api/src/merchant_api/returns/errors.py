"""What merchant-api refuses, and why."""

from uuid import UUID

from chassis.errors import Refusal

from merchant_api.centre.typed import Faults
from merchant_api.deciding.decision import Decision


class ReturnNotFound(Refusal):
    """The merchant has no such return; whether another has one is not said."""


class ShipmentNotKnown(Refusal):
    """The return is there, but the shipment it belongs to was never recorded here."""

    def __init__(self, return_id: UUID) -> None:
        super().__init__(f"no shipment is known for return {return_id}")


class ParcelUnknown(Refusal):
    """Neither the shipment nor the centre says what a parcel weighs, and a label needs that."""


class AlreadyDecided(Refusal):
    """The return was decided before, perhaps the same way. `decision` is what holds."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(f"return {decision.return_id} is already {decision.verdict}")
        self.decision = decision


class MessageMissing(Refusal):
    """A refusal needs words for the customer."""


class MessageTooLong(Refusal):
    """More words than a customer should have to read."""


class NotNow(Refusal):
    """The return does not allow this as it stands. `obstacle` is a word of `acts.Obstacle`."""

    def __init__(self, obstacle: str) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


class NoteTooLong(Refusal):
    """More words than a shelf label would take."""


class NothingToResend(Refusal):
    """The customer was never told this, or it does not hold any more."""


class TooManyResends(Refusal):
    """The customer was written to often enough today."""


class AlreadyOpen(Refusal):
    """A return stands for the shipment, under `number`."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class OpeningFaulty(Refusal):
    """What was filled in for a customer cannot be taken as it is."""

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self.faults = faults
