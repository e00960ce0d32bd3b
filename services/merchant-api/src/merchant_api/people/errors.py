"""What is refused of people and their sessions."""

from chassis.errors import Refusal


class SignInRefused(Refusal):
    """Unknown e-mail or wrong password: which of the two is not said."""


class TooManyTries(Refusal):
    """So many failures of late that not even the right password is looked at."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"too many tries, again in {retry_after_s} s")
        self.retry_after_s = retry_after_s


class EmailTaken(Refusal):
    """The e-mail signs in to another merchant."""
