"""The strip that says what has just been done, or what was already so.

The address of the page carries no more than a name: the sentence is made of what holds now, so that
a page that is loaded again, or sent to a colleague, still tells the truth.
"""

from dataclasses import dataclass

from chassis.words import Words

from merchant_api.console.words import actor_name
from merchant_api.deciding.decision import Decision
from merchant_api.returns.records import Dossier


@dataclass(frozen=True, slots=True)
class Flash:
    """One sentence, and whether it is good news."""

    text: str
    icon: str


def flash_of(name: str, dossier: Dossier | None, words: Words) -> Flash | None:
    """Make the sentence that `name` asks for, if it is true of the return."""
    if dossier is None:
        return None
    number = dossier.request.number
    match name, dossier.decision:
        case "sans-envoi" | "sans-colis", _:
            return _lacking(dossier, words)
        case "approuve", Decision(verdict="approved"):
            return Flash(words("flash-approved", number=number), "check")
        case "refuse", Decision(verdict="declined"):
            return Flash(words("flash-declined", number=number), "check")
        case "deja", Decision() as decision:
            who, at = actor_name(decision.actor, words), words.moment(decision.decided_at)
            text = words(f"flash-already-{decision.verdict}", number=number, who=who, at=at)
            return Flash(text, "info")
        case _:
            return None


def _lacking(dossier: Dossier, words: Words) -> Flash | None:
    if dossier.shipment is None:
        return Flash(words("flash-no-shipment", number=dossier.request.number), "info")
    if dossier.shipment.parcel is None:
        return Flash(words("flash-no-parcel"), "info")
    return None
