"""The rules of the reasons that a centre offers: both languages, an order, and none ever reused."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from contracts.values import Words

from merchant_api.centre.centre_settings import CentreSettings, StoredReason
from merchant_api.centre.errors import ReasonFault, ReasonsInvalid

MOST_CHARACTERS: Final = 100
"""Of one reason in one language: it has to be read at a glance."""
MOST_REASONS: Final = 150
"""Retired ones included. Customers scan a list; nobody scans this many."""

_MOST_CODE: Final = 36
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_Side = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason as somebody wants it. `code` is None for one that is new."""

    code: str | None
    fr: str
    en: str
    asks_comment: bool = False
    is_retired: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.fr and not self.en


def save_reasons(settings: CentreSettings, rows: Sequence[ReasonRow]) -> CentreSettings:
    """Offer the reasons of `rows`, in their order. Raises ReasonsInvalid with all that is wrong.

    A new row without a word is passed over. A known reason that no row names stays as it is, after
    the others: somebody else may have just added it. A retired one keeps the words it had. Nothing
    is ever deleted, so that a code once used keeps its meaning.
    """
    rows = _with_kept_words(settings, rows)
    faults = tuple(_faults(settings, rows))
    if faults:
        raise ReasonsInvalid(faults)
    reasons = _stored(settings, [row for row in rows if row.code or not row.is_blank])
    saved = settings.saved if "reasons" in settings.saved else (*settings.saved, "reasons")
    return CentreSettings.model_validate(
        {**settings.model_dump(), "reasons": reasons, "saved": saved}
    )


def _with_kept_words(settings: CentreSettings, rows: Sequence[ReasonRow]) -> list[ReasonRow]:
    known = {reason.code: reason.words for reason in settings.reasons}
    return [
        replace(row, fr=known[row.code].fr, en=known[row.code].en)
        if row.is_retired and row.code in known
        else row
        for row in rows
    ]


def _stored(settings: CentreSettings, rows: Sequence[ReasonRow]) -> list[StoredReason]:
    taken = {known.code for known in settings.reasons}
    stored: list[StoredReason] = []
    for row in rows:
        code = row.code or _code_for(row.fr, taken)
        taken.add(code)
        words = Words(fr=row.fr, en=row.en)
        stored.append(
            StoredReason(
                code=code, words=words, asks_comment=row.asks_comment, is_retired=row.is_retired
            )
        )
    named = {reason.code for reason in stored}
    return [*stored, *(known for known in settings.reasons if known.code not in named)]


def _code_for(french: str, taken: set[str]) -> str:
    """Make a code of the French words that no reason has, nor ever had."""
    plain = unicodedata.normalize("NFKD", french.lower().translate(_LIGATURES))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    base = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:_MOST_CODE].rstrip("_") or "motif"
    tries = (base if count == 1 else f"{base}_{count}" for count in range(1, MOST_REASONS + 2))
    return next(code for code in tries if code not in taken)


def _faults(settings: CentreSettings, rows: Sequence[ReasonRow]) -> list[ReasonFault]:
    known = {reason.code for reason in settings.reasons}
    kept = [(place, row) for place, row in enumerate(rows) if row.code or not row.is_blank]
    faults = [
        ReasonFault(place, "code", "not-known")
        for place, row in kept
        if row.code is not None and row.code not in known
    ]
    for place, row in kept:
        faults += _faults_of_words(place, row)
    faults += _twins(kept)
    if not any(not row.is_retired for _, row in kept):
        faults.append(ReasonFault(None, "list", "none-offered"))
    unnamed = known - {row.code for _, row in kept}
    if len(kept) + len(unnamed) > MOST_REASONS:
        faults.append(ReasonFault(None, "list", "too-many"))
    return faults


def _faults_of_words(place: int, row: ReasonRow) -> list[ReasonFault]:
    faults = []
    sides: tuple[tuple[_Side, str], ...] = (("fr", row.fr), ("en", row.en))
    for side, words in sides:
        if not words:
            faults.append(ReasonFault(place, side, "missing"))
        elif len(words) > MOST_CHARACTERS:
            faults.append(ReasonFault(place, side, "too-long"))
    return faults


def _twins(kept: Sequence[tuple[int, ReasonRow]]) -> list[ReasonFault]:
    """Find reasons that a customer could not tell from one above."""
    faults = []
    seen: set[tuple[str, str]] = set()
    for place, row in kept:
        if row.is_retired:
            continue
        sides: tuple[tuple[_Side, str], ...] = (("fr", row.fr), ("en", row.en))
        for side, words in sides:
            if words and (side, words.casefold()) in seen:
                faults.append(ReasonFault(place, side, "twice"))
            seen.add((side, words.casefold()))
    return faults
