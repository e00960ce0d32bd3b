"""What happened to a return, newest first, a line each."""

from dataclasses import dataclass

from chassis.words import Words, spaced_pin

from merchant_api.console.words import actor_name, carriers_place, template_name
from merchant_api.course.course_text import course_text
from merchant_api.returns.records import Dossier
from merchant_api.returns.timeline import Moment, timeline


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """When, and what."""

    at: str
    text: str


def history_of(dossier: Dossier, words: Words) -> tuple[HistoryLine, ...]:
    """Tell the whole history."""
    moments = reversed(timeline(dossier))
    return tuple(
        HistoryLine(words.moment(moment.at), _line(moment, dossier, words)) for moment in moments
    )


def _line(moment: Moment, dossier: Dossier, words: Words) -> str:
    return course_text(moment, dossier.course, words) or _text(moment, dossier, words)


def _text(moment: Moment, dossier: Dossier, words: Words) -> str:
    match moment.kind:
        case "requested" | "estimate_failed" | "label_refused" | "label_unknown":
            return words(f"history-{moment.kind}")
        case "approved" | "declined":
            return words(f"history-{moment.kind}", who=_who(dossier, words))
        case "cost_estimated":
            return words("history-cost_estimated", amount=words.money(moment.amount_cents or 0))
        case "label_created":
            return words("history-label_created", pin=spaced_pin(moment.text or ""))
        case "parcel_moved":
            place = carriers_place(moment.place or "", words)
            return words.bound(", ".join(filter(None, (moment.text, place))))
        case _:
            told = template_name(moment.text or "", words)
            return words(f"history-{moment.kind}", told=told)


def _who(dossier: Dossier, words: Words) -> str:
    return actor_name(dossier.decision.actor, words) if dossier.decision else ""
