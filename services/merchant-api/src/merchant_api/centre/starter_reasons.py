"""Reasons to begin with: what customers say most comes first, something else comes last."""

from typing import Final

from merchant_api.centre.reasons import ReasonRow

STARTER_REASONS: Final = (
    ReasonRow(None, "Trop petit", "Too small"),
    ReasonRow(None, "Trop grand", "Too big"),
    ReasonRow(None, "J’ai changé d’idée", "I changed my mind"),
    ReasonRow(None, "Différent de la photo ou de la description", "Not as pictured or described"),
    ReasonRow(None, "Défectueux ou endommagé à l’arrivée", "Faulty or damaged on arrival"),
    ReasonRow(None, "Mauvais article reçu", "Wrong item received"),
    ReasonRow(None, "Arrivé trop tard", "Arrived too late"),
    ReasonRow(None, "Autre motif", "Another reason", asks_comment=True),
)
