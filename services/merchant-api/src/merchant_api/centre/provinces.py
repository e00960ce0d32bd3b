"""Which postal codes belong to which province: the first letter says so."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, get_args

from contracts.values import PostalAddress, Province

PROVINCES: Final[tuple[Province, ...]] = get_args(Province)

# Canada Post, "Addressing guidelines" (postal code districts).
_OF_LETTER: Final[Mapping[str, tuple[Province, ...]]] = MappingProxyType(
    {
        "A": ("NL",),
        "B": ("NS",),
        "C": ("PE",),
        "E": ("NB",),
        "G": ("QC",),
        "H": ("QC",),
        "J": ("QC",),
        "K": ("ON",),
        "L": ("ON",),
        "M": ("ON",),
        "N": ("ON",),
        "P": ("ON",),
        "R": ("MB",),
        "S": ("SK",),
        "T": ("AB",),
        "V": ("BC",),
        "X": ("NT", "NU"),
        "Y": ("YT",),
    }
)


def provinces_of(postal_code: str) -> tuple[Province, ...]:
    """Name the provinces in which such a postal code may lie."""
    return _OF_LETTER[postal_code[0]]


def contradicts(address: PostalAddress) -> bool:
    """Tell whether province and postal code cannot both be right.

    Worth a warning and no refusal: a few border places get their mail from next door.
    """
    return address.province not in provinces_of(address.postal_code)
