"""The list while somebody works on it: what the form holds, and what its buttons do to it.

Nothing is stored before it is saved: until then the form itself carries every row.
"""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import FormData

from merchant_api.actors import Visitor
from merchant_api.centre.typed import line
from merchant_api.console.words import read_language
from merchant_api.notices.notice_store import StoredList
from merchant_api.notices.recipients import MOST_RECIPIENTS, PROPOSED, Row, known_kinds

_MOST_TYPED: Final = 300


@dataclass(frozen=True, slots=True)
class ListForm:
    """All rows in their order, and the id of the control that a person has to find again."""

    rows: tuple[Row, ...]
    focus: str = ""

    @property
    def is_full(self) -> bool:
        return len(self.rows) >= MOST_RECIPIENTS


def form_of(known: StoredList | None, visitor: Visitor) -> ListForm:
    """Show the list in force; as long as nobody has saved one, a proposal."""
    if known is None:
        return ListForm((Row(visitor.email, visitor.language, PROPOSED),))
    return ListForm(
        tuple(Row(it.email, it.language, known_kinds(it.kinds)) for it in known.recipients)
    )


def read_form(sent: FormData, visitor: Visitor) -> ListForm:
    """Read what was sent, row by row. `rang` names the rows in their order."""
    places = list(dict.fromkeys(str(it) for it in sent.getlist("rang")))
    return ListForm(tuple(_row(sent, place, visitor) for place in places[: MOST_RECIPIENTS + 1]))


def acted(form: ListForm, act: str, visitor: Visitor) -> ListForm:
    """Do what the button `act` says (`ajouter`, `retirer:2`); an unknown one changes nothing."""
    verb, _, place = act.partition(":")
    if verb == "ajouter" and not form.is_full:
        added = Row("", visitor.language, ())
        return ListForm((*form.rows, added), focus=f"courriel-{len(form.rows)}")
    if verb == "retirer" and place.isdecimal():
        rows = tuple(row for at, row in enumerate(form.rows) if at != int(place))
        return ListForm(rows, focus="ajouter")
    return form


def _row(sent: FormData, place: str, visitor: Visitor) -> Row:
    kinds = [str(it) for it in sent.getlist(f"avis-{place}")]
    return Row(
        email=line(str(sent.get(f"courriel-{place}", "")))[:_MOST_TYPED],
        language=read_language(str(sent.get(f"langue-{place}", ""))) or visitor.language,
        kinds=known_kinds(kinds),
    )
