"""What goes wrong here for good."""

from chassis.errors import Outage, Refusal


class Unsendable(Refusal):
    """A message can never be sent. `reason` is in our words and holds nothing of a person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AttemptTaken(Outage):
    """Another worker has closed this attempt meanwhile: nothing more may be said in it."""

    def __init__(self) -> None:
        super().__init__("another worker has taken the message over")
