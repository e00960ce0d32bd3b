"""What merchant-api refuses, and why."""

from uuid import UUID

from chassis.errors import Refusal

from merchant_api.decision import Decision


class ReturnNotFound(Refusal):
    """The merchant has no such return; whether another has one is not said."""


class ShipmentNotFound(Refusal):
    """The merchant has no such shipment."""


class ShipmentNotKnown(Refusal):
    """The return is there, but the shipment it belongs to was never recorded here."""

    def __init__(self, return_id: UUID) -> None:
        super().__init__(f"no shipment is known for return {return_id}")


class AlreadyDecided(Refusal):
    """The return was decided before, perhaps the same way. `decision` is what holds."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(f"return {decision.return_id} is already {decision.verdict}")
        self.decision = decision


class MessageMissing(Refusal):
    """A refusal needs words for the customer."""


class MessageTooLong(Refusal):
    """More words than a customer should have to read."""


class SignInRefused(Refusal):
    """Unknown e-mail or wrong password: which of the two is not said."""


class TooManyTries(Refusal):
    """So many failures of late that not even the right password is looked at."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"too many tries, again in {retry_after_s} s")
        self.retry_after_s = retry_after_s


class KeyRefused(Refusal):
    """No key, a mistyped one, an unknown or a revoked one: which is not said."""


class EmailTaken(Refusal):
    """The e-mail signs in to another merchant."""
