"""What the portal refuses, and why. All of it is final: asking again changes nothing by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chassis.errors import Refusal
from contracts.values import Words


class CentreNotFound(Refusal):
    """No centre has this address."""


class CentreClosed(Refusal):
    """The store takes no requests at the moment. `paused`: what it says about that, if anything."""

    def __init__(self, paused: Words | None = None) -> None:
        super().__init__()
        self.paused = paused


class ParcelNotFound(Refusal):
    """There is no such parcel, or the postal code is another: nobody is told which."""


class TooManyTries(Refusal):
    """Somebody is guessing, or looks as if."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__()
        self.retry_after_s = retry_after_s


class AlreadyRequested(Refusal):
    """There is a return for this parcel, under `number`."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class WindowOver(Refusal):
    """The return window ended on `ended_on`."""

    def __init__(self, ended_on: date) -> None:
        super().__init__()
        self.ended_on = ended_on


class DraftNotFound(Refusal):
    """The draft was never there, or has outlived its day."""


class AlreadySent(Refusal):
    """The very draft has become the return that `token` opens."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token


class ReturnNotFound(Refusal):
    """The link opens nothing, or not this file."""


class TooLate(Refusal):
    """The return cannot be called off any more: its page says what is so."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with `field`. `name` is its word in the catalogue: `error-<name>`."""

    field: str
    name: str


class AnswersInvalid(Refusal):
    """The answers cannot be taken as they are."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__()
        self.mistakes = tuple(mistakes)
