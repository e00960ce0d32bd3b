"""What is refused of several returns at once."""

from chassis.errors import Refusal


class NothingChosen(Refusal):
    """A run over several returns needs at least one that is the merchant's."""


class TooManyChosen(Refusal):
    """More returns than somebody can have looked at."""


class RunNotFound(Refusal):
    """The merchant has no such run; whether another has one is not said."""
