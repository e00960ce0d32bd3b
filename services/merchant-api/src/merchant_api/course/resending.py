"""Which messages may be sent once more, and how often."""

from datetime import datetime, timedelta
from typing import Final

from merchant_api.course.acts import label_standing
from merchant_api.course.course import Resend
from merchant_api.returns.errors import NothingToResend, TooManyResends
from merchant_api.returns.records import Dossier

MOST_A_DAY: Final = 5
"""For each return: more would be a nuisance to the customer, and to mail servers a sign of spam."""

_ONE_PRESS: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_OF_LABEL: Final = "label_ready"
_OF_THE_END: Final = frozenset({"request_cancelled", "return_cancelled"})


def resendable(dossier: Dossier) -> tuple[str, ...]:
    """List the messages that were tried, the newest first, as far as what they say still holds."""
    tried = dict.fromkeys(message.template for message in reversed(dossier.messages))
    if dossier.course.cancellation is not None:
        return tuple(template for template in tried if template in _OF_THE_END)
    is_ready = label_standing(dossier) == "ready"
    return tuple(template for template in tried if template != _OF_LABEL or is_ready)


def check_resend(dossier: Dossier, template: str, now: datetime) -> None:
    """Let `template` be sent once more. Raises NothingToResend, TooManyResends."""
    if template not in resendable(dossier):
        raise NothingToResend
    recent = [it for it in dossier.course.resends if now - it.asked_at < _DAY]
    if len(recent) >= MOST_A_DAY:
        raise TooManyResends


def same_press(dossier: Dossier, wish: Resend) -> Resend | None:
    """Find what was asked for by the press before, if this one only came after it by mistake.

    What does not hold any more is not found: it is refused, as to anybody.
    """
    if wish.template not in resendable(dossier):
        return None
    return next(
        (
            it
            for it in dossier.course.resends
            if (it.template, it.actor_name) == (wish.template, wish.actor_name)
            and wish.asked_at - it.asked_at < _ONE_PRESS
        ),
        None,
    )
