"""Which heading means which field: words of shops and carriers, in French and English."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from merchant_api.imports.reading import OURS, plain_heading
from merchant_api.shipments.fields import FIELDS, Field

# Phrases of which one has to be in the heading, and some of which none may be. The first field
# that fits counts, so what is said in one word stands above what is said in many.
_RULES: Final[tuple[tuple[Field, str, str], ...]] = (
    (
        "tracking_number",
        "tracking|suivi|reperage|trackingnumber|trackingno|tracking pin|pin",
        "url|lien|link|company|status|statut|date|carrier|transporteur",
    ),
    ("email", "e mail|email|courriel|mail", ""),
    ("postal_code", "postal|zip|postcode|zipcode|cp|codepostal|postalcode", ""),
    ("first_name", "first name|firstname|prenom|given name", ""),
    ("last_name", "last name|lastname|nom de famille|surname|family name", ""),
    (
        "company",
        "company|compagnie|entreprise|societe|organisation|organization",
        "tracking|carrier|transporteur",
    ),
    (
        "order_number",
        "order|commande|ordernumber|orderid|order no|orderno",
        "date|status|statut|total|note|notes",
    ),
    (
        "reference",
        "reference|ref|shipment id|shipmentid|id",
        "product|produit|customer|client|user|transaction",
    ),
    (
        "line_2",
        "address 2|adresse 2|street 2|rue 2|line 2|ligne 2|address2|adresse2|addr2|apt|suite|unit",
        "",
    ),
    (
        "line_1",
        "address|adresse|street|rue|addr|line 1|ligne 1|address1|adresse1|address line1|addr1",
        "3|ip|id",
    ),
    ("city", "city|ville|town|municipalite|localite", ""),
    ("province", "province|state|region|territoire|prov", ""),
    ("language", "language|langue|locale|lang", ""),
    (
        "delivered_on",
        "delivered|delivery date|livre|livraison|remis|delivered at",
        "name|nom|method|mode|status|statut|instructions|note|notes|price|cost",
    ),
    (
        "shipped_on",
        "shipped|ship date|shipping date|sent|expedie|expedition|envoye|date d envoi|fulfilled",
        "name|nom|method|mode|status|statut|price|cost|prix|total|to|number|numero",
    ),
    ("weight", "weight|poids|grams|grammes|weight kg|weightkg", ""),
    ("length", "length|longueur", ""),
    ("width", "width|largeur", ""),
    ("height", "height|hauteur", ""),
    (
        "name",
        "name|nom|recipient|destinataire|customer|client|consignee|ship to",
        "product|produit|user|store|boutique|id|sku|item|article|note|notes|phone|telephone",
    ),
)
# Of two columns that fit, where the parcel went is meant and not who paid.
_RATHER: Final = "ship|shipping|livraison|expedition|delivery|destinataire|recipient"
_RATHER_NOT: Final = "billing|facturation|sender|expediteur|return|retour"


def guess_columns(headings: Sequence[str]) -> tuple[Field | Literal[""], ...]:
    """Guess a field, or nothing, for each heading; no field twice."""
    plain = [plain_heading(it) for it in headings]
    fitting: dict[Field, list[int]] = {field: [] for field in FIELDS}
    for place, heading in enumerate(plain):
        if field := _field_of(heading):
            fitting[field].append(place)
    chosen: dict[int, Field] = {
        min(places, key=lambda place: _rank(plain[place], place)): field
        for field, places in fitting.items()
        if places
    }
    return tuple(chosen.get(place, "") for place in range(len(headings)))


def _field_of(heading: str) -> Field | None:
    if heading in OURS:
        return None
    for field in FIELDS:  # as our own programs call them
        if heading == field.replace("_", " "):
            return field
    for field, wanted, unwanted in _RULES:
        if _says(heading, wanted) and not _says(heading, unwanted):
            return field
    return None


def _says(heading: str, phrases: str) -> bool:
    return bool(phrases) and re.search(rf"\b(?:{phrases})\b", heading) is not None


def _rank(heading: str, place: int) -> tuple[bool, bool, int]:
    return _says(heading, _RATHER_NOT), not _says(heading, _RATHER), place
