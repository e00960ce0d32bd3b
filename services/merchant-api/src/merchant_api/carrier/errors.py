"""What is refused of carrier accounts and their trials."""

from chassis.errors import Refusal


class NoAccount(Refusal):
    """The merchant has put no account yet, so there is none to try."""


class CheckNotFound(Refusal):
    """The merchant has tried no account under this id."""


class BoxGone(Refusal):
    """What was tried was forgotten, for another account was tried since. It has to be typed."""


class TooManyChecks(Refusal):
    """So many accounts were tried of late that the carrier would mind."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"too many trials, again in {retry_after_s} s")
        self.retry_after_s = retry_after_s
