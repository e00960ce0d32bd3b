"""What an API key may be good for."""

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
