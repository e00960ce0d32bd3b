"""The words of the inbox in both languages."""

from typing import Literal

Language = Literal["fr", "en"]

WORDS: dict[Language, dict[str, str]] = {
    "fr": {
        "inbox": "Boîte de réception",
        "what": "Tout courriel envoyé par Renvoi sur cet ordinateur arrive ici, et nulle part ailleurs.",
        "empty": "Aucun courriel pour l’instant. Demandez un retour sur le portail\u00a0: la confirmation arrivera ici.",
        "mails": "Courriels",
        "from": "De",
        "to": "À",
        "sent": "Envoyé",
        "attachments": "Pièces jointes",
        "html": "Mise en forme",
        "text": "Texte",
        "source": "Source",
        "no_html": "Ce courriel n’a pas de version mise en forme.",
        "no_text": "Ce courriel n’a pas de version texte.",
        "no_subject": "(sans objet)",
        "all": "Tous les courriels",
        "forget": "Vider la boîte",
        "not_found": "Ce courriel n’existe plus.",
        "other": "English",
        "views": "Façons de lire",
    },
    "en": {
        "inbox": "Inbox",
        "what": "Every e-mail that Renvoi sends on this computer arrives here, and nowhere else.",
        "empty": "No mail yet. Ask for a return in the portal: the confirmation will arrive here.",
        "mails": "E-mails",
        "from": "From",
        "to": "To",
        "sent": "Sent",
        "attachments": "Attachments",
        "html": "Formatted",
        "text": "Text",
        "source": "Source",
        "no_html": "This e-mail has no formatted version.",
        "no_text": "This e-mail has no plain text version.",
        "no_subject": "(no subject)",
        "all": "All e-mails",
        "forget": "Empty the inbox",
        "not_found": "This e-mail is gone.",
        "other": "Français",
        "views": "Ways to read it",
    },
}
