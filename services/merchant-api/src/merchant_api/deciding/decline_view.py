"""A refusal in the making: reasons to choose from, words to begin with, the mail as it will be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from chassis.words import Language, Words

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.words import words_of
from merchant_api.deciding.decision import DeclineReason
from merchant_api.writing.writing_view import lines_of

REASONS: Final[tuple[DeclineReason, ...]] = get_args(DeclineReason)
_PLACE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class ReasonOffer:
    """An internal reason in the reader's language, and a text in the customer's."""

    value: DeclineReason
    text: str
    ready: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MailPreview:
    """The mail as notifier will write it. `opening` and `closing` stand around the message."""

    tag: str
    subject: str
    title: str
    lead: str
    opening: str
    closing: str
    lines: tuple[str, ...]
    signed: str
    person_title: str
    person: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Everything the form of a refusal shows."""

    language: Language
    reasons: tuple[ReasonOffer, ...]
    message: str
    preview: MailPreview


def refusal_of(
    number: str,
    language: Language,
    settings: CentreSettings,
    words: Words,
    now: datetime,
    *,
    reason: str = "",
    message: str = "",
) -> Refusal:
    """Show the form, with what was chosen and typed so far; `language` is the customer's."""
    theirs = words_of(language)
    return Refusal(
        language=language,
        reasons=tuple(
            ReasonOffer(it, words(f"decline-reason-{it}"), theirs(f"ready-{it}"), it == reason)
            for it in REASONS
        ),
        message=message,
        preview=_preview(number, settings, theirs, message, now),
    )


def ready_text(reason: str, typed: str, language: Language) -> str:
    """Return the words to begin with; what a person has written of their own stays."""
    theirs = words_of(language)
    known = {theirs(f"ready-{it}") for it in REASONS}
    is_own = bool(typed.strip()) and typed.strip() not in known
    return typed if is_own or reason not in REASONS else theirs(f"ready-{reason}")


def _preview(
    number: str, settings: CentreSettings, words: Words, message: str, now: datetime
) -> MailPreview:
    store, contact = settings.store_name, settings.contact_email
    opening, _, closing = words("mail-declined-quote", message=_PLACE).partition(_PLACE)
    return MailPreview(
        tag=words.tag,
        subject=words("mail-declined-subject", number=number),
        title=words("mail-declined-title"),
        lead=words("mail-declined-lead"),
        opening=opening,
        closing=closing,
        lines=lines_of(message),
        signed=words("mail-declined-signed", store=store, day=words.moment(now)),
        person_title=words("mail-declined-person-title"),
        person=words("mail-declined-person", contact=contact),
    )
