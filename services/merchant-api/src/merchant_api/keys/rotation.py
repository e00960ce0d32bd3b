"""How many keys may live at a time: of one name two, so that a program can change over."""

from collections.abc import Sequence
from typing import Final

from merchant_api.keys.errors import NameTaken, TooManyKeys

MOST_OF_NAME: Final = 2
"""The one in use, and the one that will take its place."""

MOST_LIVE: Final = 50


def check_room(live_names: Sequence[str], name: str) -> None:
    """Refuse a key that would be one too many. Raises NameTaken, TooManyKeys.

    `live_names` has the name of each live key of the merchant. A name is one program's: upper and
    lower case are the same.
    """
    if sum(name.casefold() == other.casefold() for other in live_names) >= MOST_OF_NAME:
        raise NameTaken(name)
    if len(live_names) >= MOST_LIVE:
        raise TooManyKeys
