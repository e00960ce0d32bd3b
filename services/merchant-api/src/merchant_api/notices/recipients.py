"""Whom a merchant wants told of what: a short list, saved whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from contracts.notifications import NoticeKind, NoticeRecipient
from contracts.values import Language

from merchant_api.centre.typed import Fault, email
from merchant_api.notices.errors import RecipientsInvalid

KINDS: Final[tuple[NoticeKind, ...]] = get_args(NoticeKind)
MOST_RECIPIENTS: Final = 20
PROPOSED: Final[tuple[NoticeKind, ...]] = ("new_request", "label_problem")
"""What an owner would hardly want to miss."""


@dataclass(frozen=True, slots=True)
class Row:
    """One recipient as typed."""

    email: str
    language: Language
    kinds: tuple[NoticeKind, ...]


def read_rows(rows: Sequence[Row]) -> tuple[NoticeRecipient, ...]:
    """Read the list. Raises RecipientsInvalid with all that is wrong.

    Nobody is written to twice, and nobody stands there to be told nothing.
    """
    faults: dict[tuple[int, str], Fault] = {}
    seen: set[str] = set()
    if len(rows) > MOST_RECIPIENTS:
        faults[(MOST_RECIPIENTS, "email")] = Fault("notices-too-many", {"most": MOST_RECIPIENTS})
    for place, row in enumerate(rows):
        address = email(row.email)
        if address is None:
            faults[(place, "email")] = Fault("notice-email-wrong" if row.email else "notice-email")
        elif address.casefold() in seen:
            faults[(place, "email")] = Fault("notice-email-twice")
        else:
            seen.add(address.casefold())
        if not row.kinds:
            faults[(place, "kinds")] = Fault("notice-kinds")
    if faults:
        raise RecipientsInvalid(faults)
    return tuple(
        NoticeRecipient(email=email(row.email) or "", language=row.language, kinds=row.kinds)
        for row in rows
    )


def known_kinds(names: Sequence[str]) -> tuple[NoticeKind, ...]:
    """Return the kinds among `names`, each once and in our order."""
    return tuple(kind for kind in KINDS if kind in names)
