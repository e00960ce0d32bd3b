"""What the queue refuses, and why."""

from chassis.errors import Refusal


class CursorUnknown(Refusal):
    """The place in the list that a program names is none that we wrote."""
