"""What is refused of a centre's settings."""

from chassis.errors import Refusal


class AddressMissing(Refusal):
    """The centre has no return address yet, so a parcel could not come back."""
