"""What an API key may be good for."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

Scope = Literal[
    "shipments:read",
    "shipments:write",
    "returns:read",
    "returns:decide",
    "settings:read",
    "settings:write",
]

ALL_SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)


def known_scopes(names: Iterable[str]) -> tuple[Scope, ...]:
    """Return the scopes among `names`, each once and in our order."""
    asked = frozenset(names)
    return tuple(scope for scope in ALL_SCOPES if scope in asked)
