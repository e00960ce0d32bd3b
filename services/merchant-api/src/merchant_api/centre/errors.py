"""What is refused of a centre's settings."""

from chassis.errors import Refusal


class AddressMissing(Refusal):
    """The centre has no return address yet, so a parcel could not come back."""


class AddressNotFound(Refusal):
    """The centre has no such return address."""


class DefaultNeeded(Refusal):
    """The default address is to go, others remain, and none of them is named to follow it."""


class TooManyAddresses(Refusal):
    """Nobody has so many; a list without end would be one to fill memory with."""
