"""What is refused of a centre's settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from chassis.errors import Refusal


class AddressMissing(Refusal):
    """The centre has no return address yet, so a parcel could not come back."""


class AddressNotFound(Refusal):
    """The centre has no such return address."""


class DefaultNeeded(Refusal):
    """The default is to go, others remain, and none of them is named to follow it."""


class TooManyAddresses(Refusal):
    """Nobody has so many; a list without end would be one to fill memory with."""


@dataclass(frozen=True, slots=True)
class ReasonFault:
    """What is wrong with a reason. `place` counts the rows from 0; None: with the list."""

    place: int | None
    field: Literal["code", "fr", "en", "list"]
    name: Literal["missing", "too-long", "twice", "not-known", "none-offered", "too-many"]


class ReasonsInvalid(Refusal):
    """The reasons cannot be offered as they are."""

    def __init__(self, faults: Sequence[ReasonFault]) -> None:
        super().__init__(", ".join(f"{fault.field} {fault.name}" for fault in faults))
        self.faults = tuple(faults)


class PresetNotFound(Refusal):
    """The centre has no such parcel."""


class PresetNameTaken(Refusal):
    """Another parcel has this name, and people choose by it."""


class ParcelTooLarge(Refusal):
    """Canada Post does not take a parcel of this length and girth."""


class TooManyPresets(Refusal):
    """More parcels than anybody can choose among."""


class WordsMissing(Refusal):
    """A pause has no words yet, and customers are always told why."""
