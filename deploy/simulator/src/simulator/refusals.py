"""Why a request is refused: the carrier's codes, in both languages, and its error body.

The codes and their meanings are Canada Post's; the sentences are ours, for no client may read them.
Where several codes of a family would do, the one chosen here is our reading.
"""

from collections.abc import Sequence

from simulator.services import Language
from simulator.wire import document, element_maker

MESSAGES = element_maker("http://www.canadapost.ca/ws/messages")

# code: (English, French)
WORDS = {
    "E002": ("AAA Authentication Failure", "AAA Échec de l’authentification"),
    "AA003": ("The key is not for this mailed-by customer", "La clé n’est pas celle du client"),
    "AA004": ("The key may not mail on behalf of this customer", "Expédition au nom non permise"),
    "Server": ("Rejected by SLM Monitor", "Rejected by SLM Monitor"),
    "004": ("No history for this PIN", "Aucun historique pour ce NIP"),
    "1157": ("The province is not valid", "La province n’est pas valide"),
    "1159": ("The postal code is not valid", "Le code postal n’est pas valide"),
    "1622": ("The mailing date is in the past", "La date de dépôt est passée"),
    "1653": (
        "Small-business accounts cannot use the returns services",
        "Les comptes de petite entreprise ne donnent pas accès aux services de retour",
    ),
    "1702": ("The contract is not this customer’s", "La convention n’est pas celle du client"),
    "2500": ("The paying customer is not allowed", "Le client payeur n’est pas permis"),
    "9111": ("No service for this parcel", "Aucun service pour ce colis"),
    "9113": ("A customer number is needed", "Il faut un numéro de client"),
    "9114": ("A counter quote takes no customer", "Un prix au comptoir n’admet pas de client"),
    "9120": ("The service is not valid for a return", "Ce service ne sert pas aux retours"),
    "9153": ("Not finished yet", "Pas encore terminé"),
    "9191": ("ZPL is for 4x6 only", "Le ZPL n’existe qu’en 4x6"),
    "9192": ("The 3x5 format is retired", "Le format 3x5 est retiré"),
    "9208": ("A public label is 8.5x11 PDF only", "Une étiquette publique est en PDF 8.5x11"),
    "10028": ("The service code is unknown", "Le code de service est inconnu"),
}
_UNWORDED = ("Refused", "Refusé")


class Refused(Exception):
    """The carrier says no, with an HTTP status and no, one or several codes."""

    def __init__(self, status: int, *codes: str, text: str | None = None) -> None:
        super().__init__(status, *codes)
        self.status = status
        self.codes = codes
        self.text = text


def schema_violation(complaint: str) -> Refused:
    """Refuse as the carrier's gateway refuses XML that breaks its schema: 500, code Server."""
    return Refused(500, "Server", text=complaint)


def messages_body(codes: Sequence[str], language: Language, text: str | None = None) -> bytes:
    """Write the `messages` document; with no code it is empty, which the carrier does send."""
    place = 1 if language == "fr" else 0
    return document(
        MESSAGES(
            "messages",
            *(
                MESSAGES(
                    "message",
                    MESSAGES("code", code),
                    MESSAGES("description", text or WORDS.get(code, _UNWORDED)[place]),
                )
                for code in codes
            ),
        )
    )
