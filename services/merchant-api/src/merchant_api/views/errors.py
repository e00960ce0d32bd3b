"""What is refused of saved views."""

from chassis.errors import Refusal


class SavedViewNotFound(Refusal):
    """The merchant has no such view, or it is not for this person to delete."""


class NameTaken(Refusal):
    """Another view is saved under this name."""


class NameMissing(Refusal):
    """A view is saved under a name."""


class TooManyViews(Refusal):
    """More saved views than fit above a list."""
