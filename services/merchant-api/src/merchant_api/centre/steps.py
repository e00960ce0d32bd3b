"""Where each step of setting up is done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from merchant_api.centre.readiness import Missing

_PATHS: Final[Mapping[Missing, str]] = MappingProxyType(
    {
        "addresses": "/parametres/adresses",
        "reasons": "/parametres/motifs",
        "approval": "/parametres/approbation",
        "branding": "/parametres/apparence",
        "carrier": "/parametres/transporteur",
    }
)


def path_of(step: Missing) -> str:
    """Return the page on which a step is done."""
    return _PATHS[step]
