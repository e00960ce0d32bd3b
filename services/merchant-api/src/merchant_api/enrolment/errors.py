"""What is refused of merchants who want to move in."""

from chassis.errors import Refusal


class SlugTaken(Refusal):
    """Another merchant's centre has that address."""
