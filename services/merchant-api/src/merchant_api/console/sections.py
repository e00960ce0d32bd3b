"""What the console consists of: the sections of its top bar, the subjects of its settings."""

from dataclasses import dataclass
from typing import Final

from merchant_api.actors import Role


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go. `word` names its text in the catalogue."""

    path: str
    word: str
    owners_only: bool = False

    def holds(self, path: str) -> bool:
        """Tell whether `path` lies here."""
        return path == self.path or path.startswith(f"{self.path}/")


SECTIONS: Final = (
    Place("/retours", "returns"),
    Place("/reception", "reception"),
    Place("/envois", "shipments"),
    Place("/parametres", "settings", owners_only=True),
)
"""In the order of the top bar."""

SUBJECTS: Final[tuple[Place, ...]] = (
    Place("/parametres/activation", "activation", owners_only=True),
    Place("/parametres/boutique", "store", owners_only=True),
    Place("/parametres/adresses", "addresses", owners_only=True),
    Place("/parametres/motifs", "subject-reasons", owners_only=True),
    Place("/parametres/approbation", "subject-approval", owners_only=True),
    Place("/parametres/colis", "parcels", owners_only=True),
    Place("/parametres/apparence", "subject-branding", owners_only=True),
    Place("/parametres/transporteur", "carrier", owners_only=True),
    Place("/parametres/courriels", "notices", owners_only=True),
    Place("/parametres/cles", "keys", owners_only=True),
    Place("/parametres/equipe", "team", owners_only=True),
)
"""In the order of the settings' side bar: `/parametres/<subject>`."""


def open_to(role: Role, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Leave out what somebody of this role would be refused."""
    return tuple(place for place in places if role == "owner" or not place.owners_only)
