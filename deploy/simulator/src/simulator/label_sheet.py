"""The left half of a letter sheet: what to do with the label, and a receipt to keep."""

from simulator.ink import BOLD, Ink
from simulator.label import SPECIMEN, Label, banner
from simulator.pins import in_fours
from simulator.services import SERVICES
from simulator.words import Say, catalogue, say_both

_LEFT = 36.0
_ROOM = 336.0
_CUT = 396.7
_DOWN = 612.0

_STEPS = 4


def draw_instructions(ink: Ink, label: Label) -> None:
    """Draw the half that is kept; the instructions can be left out, the receipt cannot."""
    ink.watermark(_CUT / 2, _DOWN / 2, SPECIMEN, size=84)
    ink.dashes(_CUT, 30, _DOWN - 60)
    ink.upright_text(_CUT - 5, _DOWN / 2, say_both("label-cut"), size=7)
    ink.block(_LEFT, 40, _ROOM, 20)
    ink.text_white(_LEFT + 6, 53, banner(), size=9, room=_ROOM - 12)
    if label.order.instructions:
        _draw_steps(ink, 92, catalogue("fr"))
        _draw_steps(ink, 208, catalogue("en"))
    _draw_receipt(ink, 340, label)


def _draw_steps(ink: Ink, y: float, say: Say) -> None:
    ink.text(_LEFT, y, say("label-steps"), size=14, room=_ROOM, face=BOLD)
    for step in range(1, _STEPS + 1):
        line = y + 6 + step * 16
        ink.text(_LEFT, line, str(step), size=9, room=14, face=BOLD)
        ink.text(_LEFT + 16, line, say(f"label-step-{step}"), size=9, room=_ROOM - 16)


def _draw_receipt(ink: Ink, y: float, label: Label) -> None:
    service = SERVICES[label.order.service_code]
    names = dict.fromkeys((service.fr, service.en))
    facts = [
        (say_both("label-pin"), in_fours(label.pin)),
        (say_both("label-service"), " / ".join(names)),
        (say_both("label-created-on"), label.on.isoformat()),
        ("Réf. / Ref. 1", label.order.customer_ref_1),
        ("Réf. / Ref. 2", label.order.customer_ref_2),
    ]
    ink.rule(_LEFT, y, _ROOM)
    ink.text(_LEFT, y + 20, say_both("label-receipt"), size=11, room=_ROOM, face=BOLD)
    for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
        ink.text(_LEFT, y + 40 + place * 16, name, size=8, room=116)
        ink.text(_LEFT + 124, y + 40 + place * 16, value, size=9, room=_ROOM - 124, face=BOLD)
