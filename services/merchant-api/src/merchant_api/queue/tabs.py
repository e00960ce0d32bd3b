"""The tabs of the queue: one for each state of a return."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from merchant_api.returns.records import STATES, State

# The state, as the address of the tab writes it.
SLUGS: Final[Mapping[State, str]] = MappingProxyType(
    {
        "requested": "a-traiter",
        "approved": "approuves",
        "in_transit": "en-transit",
        "delivered": "a-verifier",
        "failed": "en-echec",
        "declined": "termines",
    }
)
_STATE_OF: Final = {slug: state for state, slug in SLUGS.items()}

# Where someone has to act, whoever waits longest comes first.
OLDEST_FIRST: Final[frozenset[State]] = frozenset({"requested", "approved", "delivered", "failed"})


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab with the number of returns behind it."""

    state: State
    url: str
    count: int
    is_current: bool


def state_of(slug: str) -> State:
    """Read which tab is asked for; an unknown one is the first."""
    return _STATE_OF.get(slug, "requested")


def tabs_of(counts: Mapping[State, int], current: State) -> tuple[Tab, ...]:
    """List the tabs."""
    return tuple(
        Tab(state, url_of(state), counts.get(state, 0), state == current) for state in STATES
    )


def url_of(state: State) -> str:
    """Return the address of a tab."""
    return "/retours" if state == "requested" else f"/retours?onglet={SLUGS[state]}"
