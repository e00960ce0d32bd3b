"""What is told of what became of a return, a line each."""

from chassis.words import Words

from merchant_api.console.words import actor_name, template_name
from merchant_api.course.course import Cancellation, Course, Reception
from merchant_api.returns.timeline import Moment


def course_text(moment: Moment, course: Course, words: Words) -> str:
    """Tell `moment` if it belongs to the course; empty if not."""
    match moment.kind:
        case "received" if course.reception is not None:
            return _received(course.reception, words)
        case "closed" if course.closure is not None:
            return words("history-closed", who=actor_name(course.closure.actor, words))
        case "cancelled" if course.cancellation is not None:
            return _cancelled(course.cancellation, words)
        case "resend_asked":
            return _resent(moment, course, words)
        case "label_voided" | "label_replaced":
            return _labelled(moment, course, words)
        case _:
            return ""


def _received(reception: Reception, words: Words) -> str:
    who = actor_name(reception.actor, words)
    if reception.condition == "as_expected" and not reception.note:
        return words("history-received", who=who)
    condition = words(f"condition-{reception.condition}")
    told = f"{condition} – {reception.note}" if reception.note else condition
    return words("history-received-with", who=who, condition=told)


def _cancelled(cancellation: Cancellation, words: Words) -> str:
    if cancellation.actor is None:
        return words("history-cancelled-customer")
    return words("history-cancelled", who=actor_name(cancellation.actor, words))


def _labelled(moment: Moment, course: Course, words: Words) -> str:
    if moment.kind == "label_voided":
        return words(f"history-label_voided-{moment.text}")
    by = next(it.actor for it in course.replacements if it.requested_at == moment.at)
    return words("history-label_replaced", who=actor_name(by, words))


def _resent(moment: Moment, course: Course, words: Words) -> str:
    who = next(it.actor_name for it in course.resends if it.asked_at == moment.at)
    return words("history-resend_asked", told=template_name(moment.text or "", words), who=who)
