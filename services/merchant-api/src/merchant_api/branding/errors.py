"""What is refused of a centre's looks, beside images themselves."""

from chassis.errors import Refusal


class ImageNotFound(Refusal):
    """The merchant has no such logo or picture."""
