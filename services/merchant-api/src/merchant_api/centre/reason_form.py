"""The reasons while somebody works on them: what the form holds, and what its buttons do to it.

Nothing is stored before it is saved: until then the form itself carries every row, so that moving
one loses nothing that was typed in another, with or without script.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.reasons import ReasonRow
from merchant_api.centre.starter_reasons import STARTER_REASONS
from merchant_api.centre.typed import line

_NEW = "N"
"""Keys of new rows begin so; no code does, for codes are of small letters."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form under its key: the reason's code, or a name of its own while it is new."""

    key: str
    row: ReasonRow

    @property
    def is_new(self) -> bool:
        return self.row.code is None


@dataclass(frozen=True, slots=True)
class ReasonForm:
    """All rows in their order, and the id of the control that a person has to find again."""

    rows: tuple[FormRow, ...]
    focus: str = ""
    moved: FormRow | None = None

    @property
    def offered(self) -> tuple[FormRow, ...]:
        return tuple(it for it in self.rows if not it.row.is_retired)

    @property
    def retired(self) -> tuple[FormRow, ...]:
        return tuple(it for it in self.rows if it.row.is_retired)


def form_of(settings: CentreSettings) -> ReasonForm:
    """Show what is offered now; as long as nobody has saved any, a set to begin with."""
    known = [
        ReasonRow(it.code, it.words.fr, it.words.en, it.asks_comment, it.is_retired)
        for it in settings.reasons
    ]
    return ReasonForm(tuple(_keyed(known or STARTER_REASONS)))


def read_form(form: FormData) -> ReasonForm:
    """Read what was sent, row by row."""
    keys = dict.fromkeys(str(key) for key in form.getlist("row"))
    return ReasonForm(tuple(FormRow(key, _row(form, key)) for key in keys))


def acted(form: ReasonForm, act: str) -> ReasonForm:
    """Do what the button `act` says (`up:<key>`, `add`); one that is not known changes nothing."""
    verb, _, key = act.partition(":")
    match verb:
        case "up":
            return _moved(form, key, -1)
        case "down":
            return _moved(form, key, +1)
        case "retire":
            return _retired(form, key)
        case "restore":
            return _restored(form, key)
        case "add":
            added = FormRow(_free_key(form.rows), ReasonRow(None, "", ""))
            return ReasonForm((*form.rows, added), focus=f"fr-{added.key}")
        case _:
            return form


def _row(form: FormData, key: str) -> ReasonRow:
    return ReasonRow(
        code=None if key.startswith(_NEW) else key,
        fr=line(str(form.get(f"fr-{key}", ""))),
        en=line(str(form.get(f"en-{key}", ""))),
        asks_comment=f"asks-{key}" in form,
        is_retired=f"retired-{key}" in form,
    )


def _moved(form: ReasonForm, key: str, by: int) -> ReasonForm:
    rows = list(form.offered)
    place = next((at for at, it in enumerate(rows) if it.key == key), None)
    if place is None or not 0 <= place + by < len(rows):
        return form
    rows[place], rows[place + by] = rows[place + by], rows[place]
    is_at_end = place + by in (0, len(rows) - 1)
    verb = ("down" if by < 0 else "up") if is_at_end else ("up" if by < 0 else "down")
    return ReasonForm((*rows, *form.retired), focus=f"{verb}-{key}", moved=rows[place + by])


def _retired(form: ReasonForm, key: str) -> ReasonForm:
    """Take the row out of the offer. One that was never saved is simply gone."""
    rows = [
        replace(it, row=replace(it.row, is_retired=True)) if it.key == key else it
        for it in form.rows
        if it.key != key or not it.is_new
    ]
    is_kept = any(it.key == key for it in rows)
    return ReasonForm(tuple(rows), focus=f"restore-{key}" if is_kept else "add")


def _restored(form: ReasonForm, key: str) -> ReasonForm:
    """Put the row back, as the last of the offer."""
    back = [
        replace(it, row=replace(it.row, is_retired=False)) for it in form.retired if it.key == key
    ]
    others = [it for it in form.retired if it.key != key]
    return ReasonForm((*form.offered, *back, *others), focus=f"fr-{key}")


def _keyed(rows: Sequence[ReasonRow]) -> list[FormRow]:
    return [FormRow(row.code or f"{_NEW}{number}", row) for number, row in enumerate(rows, 1)]


def _free_key(rows: Sequence[FormRow]) -> str:
    taken = {it.key for it in rows}
    return next(
        key for number in range(1, len(rows) + 2) if (key := f"{_NEW}{number}") not in taken
    )
