"""A view of the queue: one tab or all of them, narrowed. The address of the page says all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, Self
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from contracts.values import Method

from merchant_api.queue.tabs import MOST_COUNTED, MOST_COUNTED_NARROWED, SLUGS, TAB_OF
from merchant_api.returns.records import State, Tab

_ZONE: Final = ZoneInfo("America/Toronto")
_ALL: Final = "tous"
MOST_CHARACTERS: Final = 100
METHODS: Final[Mapping[str, Method]] = {"qr": "qr_code", "imprimee": "printed_label"}
_METHOD_SLUGS: Final = {method: slug for slug, method in METHODS.items()}

Part = Literal["failed", "done"]
_PARTS: Final[Mapping[str, Part]] = {"echoues": "failed", "reussis": "done"}
_PART_SLUGS: Final = {part: slug for slug, part in _PARTS.items()}


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of the queue. Empty fields ask for nothing; `tab` None means all of them."""

    tab: Tab | None = "to_decide"
    words: str = ""
    reason: str = ""
    method: Method | None = None
    from_on: date | None = None
    to_on: date | None = None
    address_id: UUID | None = None
    run_id: UUID | None = None
    """Only what one run over several returns did, or did not manage."""
    part: Part = "failed"
    state: State | None = None
    """Only for programs: pages have tabs."""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Read an address. What cannot be read is not asked for."""
        words = _line(query.get("q", ""))
        run_id = _uuid(query.get("lot", ""))
        slug = query.get("onglet", "")
        is_over_all = slug == _ALL or (slug not in TAB_OF and bool(words or run_id))
        return cls(
            tab=None if is_over_all else TAB_OF.get(slug, "to_decide"),
            words=words,
            reason=_line(query.get("motif", "")),
            method=METHODS.get(query.get("mode", "")),
            from_on=_date(query.get("du", "")),
            to_on=_date(query.get("au", "")),
            address_id=_uuid(query.get("adresse", "")),
            run_id=run_id,
            part=_PARTS.get(query.get("issue", ""), "failed"),
        )

    @property
    def filters(self) -> dict[str, str]:
        """List what narrows the view, as an address writes it, without the tab."""
        written = {
            "q": self.words,
            "motif": self.reason,
            "mode": _METHOD_SLUGS[self.method] if self.method else "",
            "du": self.from_on.isoformat() if self.from_on else "",
            "au": self.to_on.isoformat() if self.to_on else "",
            "adresse": str(self.address_id) if self.address_id else "",
            "lot": str(self.run_id) if self.run_id else "",
            "issue": _PART_SLUGS[self.part] if self.run_id and self.part == "done" else "",
        }
        return {name: value for name, value in written.items() if value}

    @property
    def query(self) -> str:
        """Write the view as the query of an address; empty for the first tab as it is."""
        return urlencode({**self._tab_written, **self.filters})

    def url(self, path: str = "/retours", **more: str) -> str:
        """Write an address of the view; `more` is what a page adds to it."""
        query = urlencode({**self._tab_written, **self.filters, **more})
        return f"{path}?{query}" if query else path

    def under(self, tab: Tab | None) -> Self:
        """Return the same view of another tab."""
        return replace(self, tab=tab)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """List what a form of filters sends along unseen: the tab, and what it has no field for."""
        held = {**self._tab_written, **self.filters}
        return [(name, held[name]) for name in ("onglet", "q", "lot", "issue") if name in held]

    @property
    def cleared(self) -> Self:
        """Return the tab as it is, or the search, with nothing else asked for."""
        return type(self)(tab=self.tab, words=self.words)

    @property
    def has_ticks(self) -> bool:
        """Whether the view can hold requests to be decided, several at once."""
        return self.tab in (None, "to_decide")

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all of a tab."""
        return bool(self.filters or self.state)

    @property
    def most_counted(self) -> int:
        """How far the returns of the view are counted."""
        return MOST_COUNTED_NARROWED if self.filters else MOST_COUNTED

    @property
    def begins_at(self) -> datetime | None:
        """The first moment of the days asked for."""
        return _midnight(self.from_on) if self.from_on else None

    @property
    def ends_at(self) -> datetime | None:
        """The first moment after the days asked for; None after the last day that there is."""
        if self.to_on is None or self.to_on == date.max:
            return None
        return _midnight(self.to_on + timedelta(days=1))

    @property
    def _tab_written(self) -> dict[str, str]:
        if self.tab is None:
            return {} if self.words or self.run_id else {"onglet": _ALL}
        is_first = self.tab == "to_decide" and not (self.words or self.run_id)
        return {} if is_first else {"onglet": SLUGS[self.tab]}


def _line(typed: str) -> str:
    return " ".join(typed.replace("\0", " ").split())[:MOST_CHARACTERS]


def _date(typed: str) -> date | None:
    try:
        on = date.fromisoformat(typed)
    except ValueError:
        return None
    return on if 2000 <= on.year < 2200 else None  # noqa: PLR2004  what a calendar here can mean


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), _ZONE)
