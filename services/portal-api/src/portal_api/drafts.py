"""What a customer is filling in, and whether it can be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from contracts.centres import CentreConfigured
from contracts.returns import Reason
from contracts.values import Language, Method

from portal_api import typed
from portal_api.clock import local_day
from portal_api.errors import AnswersInvalid, CentreClosed, Mistake, WindowOver

LIFETIME: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a customer may be told of the parcel once the postal code is proven."""

    shipment_id: UUID
    tracking_number: str
    recipient_name: str
    city: str
    province: str
    delivered_on: date | None
    order_number: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What the customer has said so far, as typed. Kept even while it is not yet right."""

    language: Language
    reasons: tuple[str, ...] = ()
    comment: str = ""
    method: str | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A request in the making. Holding its secret proves that the parcel was found."""

    centre: CentreConfigured
    parcel: Parcel
    answers: Answers
    created_at: datetime
    number: str | None
    """Of the return that already exists for this parcel."""

    @property
    def expires_at(self) -> datetime:
        return self.created_at + LIFETIME


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers that can be sent."""

    language: Language
    reasons: tuple[Reason, ...]
    comment: str | None
    method: Method
    email: str


def choose(centre: CentreConfigured, answers: Answers) -> Choices:
    """Read the answers by the centre's own lists. Raises AnswersInvalid with all mistakes."""
    reasons = ticked(centre, answers.reasons)
    method = next((offered for offered in centre.methods if offered == answers.method), None)
    email = typed.email(answers.email)
    mistakes = [
        *reason_mistakes(centre, answers),
        *([] if method else [Mistake("method", "method-missing")]),
        *email_mistakes(answers),
    ]
    if mistakes or method is None or email is None:
        raise AnswersInvalid(mistakes)
    return Choices(answers.language, reasons, typed.comment(answers.comment), method, email)


def ticked(centre: CentreConfigured, codes: Sequence[str]) -> tuple[Reason, ...]:
    """Give the reasons that were ticked, in the centre's order, each once."""
    return tuple(
        Reason(code=offered.code, words=offered.words)
        for offered in centre.reasons
        if offered.code in codes
    )


def reason_mistakes(centre: CentreConfigured, answers: Answers) -> list[Mistake]:
    """Find what is wrong with reasons and comment."""
    mistakes = []
    comment = typed.comment(answers.comment)
    if not ticked(centre, answers.reasons):
        mistakes.append(Mistake("reasons", "reasons-missing"))
    if comment is None and _asks_comment(centre, answers.reasons):
        mistakes.append(Mistake("comment", "comment-missing"))
    if comment is not None and len(comment) > typed.MOST_COMMENT:
        mistakes.append(Mistake("comment", "comment-long"))
    return mistakes


def _asks_comment(centre: CentreConfigured, codes: Sequence[str]) -> bool:
    """Tell whether one of the ticked reasons says nothing without a few words more."""
    return any(offered.asks_comment for offered in centre.reasons if offered.code in codes)


def email_mistakes(answers: Answers) -> list[Mistake]:
    """Find what is wrong with the address."""
    if typed.email(answers.email):
        return []
    name = "email-wrong" if answers.email.strip() else "email-missing"
    return [Mistake("email", name)]


def last_day(centre: CentreConfigured, delivered_on: date | None) -> date | None:
    """Return the last day on which the parcel may be asked back; None: no limit, or not known."""
    if centre.window_days is None or delivered_on is None:
        return None
    return delivered_on + timedelta(days=centre.window_days)


def admit(centre: CentreConfigured, delivered_on: date | None, *, at: datetime) -> None:
    """Let a request for the parcel begin. Raises CentreClosed, WindowOver."""
    if not centre.is_open:
        raise CentreClosed(centre.paused)
    end = last_day(centre, delivered_on)
    if end is not None and local_day(at) > end:
        raise WindowOver(end)
