"""The tabs of the queue: what is to be done with a return, or that nothing is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from merchant_api.returns.records import Tab

TABS: Final[tuple[Tab, ...]] = get_args(Tab)

# As the address of a page writes it.
SLUGS: Final[Mapping[Tab, str]] = MappingProxyType(
    {
        "to_decide": "a-traiter",
        "approved": "approuves",
        "in_transit": "en-transit",
        "to_receive": "a-recevoir",
        "problems": "problemes",
        "closed": "fermes",
    }
)
TAB_OF: Final[Mapping[str, Tab]] = MappingProxyType({slug: tab for tab, slug in SLUGS.items()})

MOST_COUNTED: Final = 999
MOST_COUNTED_NARROWED: Final = 99
"""Counting stops here, so that it costs the same however many returns there are.

To count what is narrowed, others have to be passed over: there it stops earlier.
"""


@dataclass(frozen=True, slots=True)
class TabLink:
    """A tab with the number of returns behind it: `12`, `999+`."""

    tab: Tab
    url: str
    count: str
    is_current: bool


def count_text(count: int, most: int = MOST_COUNTED) -> str:
    """Write a number that was counted up to one more than `most`."""
    return str(count) if count <= most else f"{most}+"
