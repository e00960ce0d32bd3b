"""What the queue refuses, and why."""

from chassis.errors import Refusal


class CursorUnknown(Refusal):
    """The place in the list that a program names is none that we wrote."""


class NothingChosen(Refusal):
    """A run over several returns needs at least one that is the merchant's."""


class TooManyChosen(Refusal):
    """More returns than somebody can have looked at."""


class RunNotFound(Refusal):
    """The merchant has no such run; whether another has one is not said."""


class SavedViewNotFound(Refusal):
    """The merchant has no such view, or it is not for this person to delete."""


class NameTaken(Refusal):
    """Another view is saved under this name."""


class NameMissing(Refusal):
    """A view is saved under a name."""


class TooManyViews(Refusal):
    """More saved views than fit above a list."""
