"""The left half of a letter sheet: what to do with the label, and a receipt to keep."""

from simulator.ink import BOLD, Ink
from simulator.label import SIMULATION, SPECIMEN, Label
from simulator.pins import in_fours
from simulator.services import SERVICES

_LEFT = 36.0
_ROOM = 336.0
_CUT = 396.7
_DOWN = 612.0

_FRENCH = (
    "Préparer le retour",
    "1  Emballez l’article dans une boîte solide et fermez-la bien.",
    "2  Découpez l’étiquette et collez-la à plat sur le plus grand côté.",
    "3  Couvrez ou retirez les anciennes étiquettes.",
    "4  Conservez cette partie : elle porte votre numéro de repérage.",
)
_ENGLISH = (
    "Preparing the return",
    "1  Pack the item in a sturdy box and close it well.",
    "2  Cut out the label and stick it flat on the largest side.",
    "3  Cover or remove any old labels.",
    "4  Keep this part: your tracking number is on it.",
)


def draw_instructions(ink: Ink, label: Label) -> None:
    """Draw the half that is kept; the instructions can be left out, the receipt cannot."""
    ink.watermark(_CUT / 2, _DOWN / 2, SPECIMEN, size=84)
    ink.dashes(_CUT, 30, _DOWN - 60)
    ink.upright_text(_CUT - 5, _DOWN / 2, "DÉCOUPER ICI / CUT HERE", size=7)
    ink.block(_LEFT, 40, _ROOM, 20)
    ink.text_white(_LEFT + 6, 53, SIMULATION, size=9, room=_ROOM - 12)
    if label.order.instructions:
        _draw_steps(ink, 92, _FRENCH)
        _draw_steps(ink, 208, _ENGLISH)
    _draw_receipt(ink, 340, label)


def _draw_steps(ink: Ink, y: float, lines: tuple[str, ...]) -> None:
    title, *steps = lines
    ink.text(_LEFT, y, title, size=14, room=_ROOM, face=BOLD)
    for place, step in enumerate(steps):
        ink.text(_LEFT, y + 22 + place * 16, step, size=9, room=_ROOM)


def _draw_receipt(ink: Ink, y: float, label: Label) -> None:
    service = SERVICES[label.order.service_code]
    facts = [
        ("NIP / PIN", in_fours(label.pin)),
        ("Service", service.fr if service.fr == service.en else f"{service.fr} / {service.en}"),
        ("Créée le / Created on", label.on.isoformat()),
        ("Réf./Ref. 1", label.order.customer_ref_1),
        ("Réf./Ref. 2", label.order.customer_ref_2),
    ]
    ink.rule(_LEFT, y, _ROOM)
    ink.text(_LEFT, y + 20, "Reçu / Receipt", size=11, room=_ROOM, face=BOLD)
    for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
        ink.text(_LEFT, y + 40 + place * 16, name, size=8, room=116)
        ink.text(_LEFT + 124, y + 40 + place * 16, value, size=9, room=_ROOM - 124, face=BOLD)
