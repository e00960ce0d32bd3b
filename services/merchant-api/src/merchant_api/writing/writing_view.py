"""What people wrote about a return, as the panel shows it; and the customer's other returns."""

from collections.abc import Sequence
from dataclasses import dataclass

from chassis.words import Words

from merchant_api.console.words import actor_name
from merchant_api.returns.earlier_store import MOST_EARLIER
from merchant_api.returns.records import Dossier
from merchant_api.returns.window import day_of
from merchant_api.writing.note import Letter, Note


@dataclass(frozen=True, slots=True)
class Written:
    """A text in its lines, by whom and when."""

    lines: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class OtherReturn:
    """Another return of the customer: its number, which leads there, and how it stands."""

    number: str
    told: str


@dataclass(frozen=True, slots=True)
class OtherReturns:
    """The newest of them. `has_more`: a search for the address finds the rest."""

    shown: tuple[OtherReturn, ...]
    has_more: bool


def written_of(texts: Sequence[Note | Letter], words: Words) -> tuple[Written, ...]:
    """Show notes or letters in their order."""
    return tuple(
        Written(
            lines_of(it.text),
            words("written-by", who=actor_name(it.actor, words), at=words.moment(it.written_at)),
        )
        for it in texts
    )


def others_of(dossier: Dossier, words: Words) -> OtherReturns:
    """Show the customer's other returns."""
    shown = tuple(
        OtherReturn(
            it.number,
            words(
                "other-return",
                state=words(f"state-{it.state}"),
                on=words.day(day_of(it.requested_at)),
            ),
        )
        for it in dossier.others[:MOST_EARLIER]
    )
    return OtherReturns(shown, len(dossier.others) > MOST_EARLIER)


def lines_of(text: str) -> tuple[str, ...]:
    """Keep the lines that somebody wrote; empty ones are only distance."""
    return tuple(line for line in map(str.strip, text.splitlines()) if line)
