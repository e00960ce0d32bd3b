"""What is known of an import, as the table holds it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from merchant_api.imports.reading import Reading

State = Literal["received", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Import:
    """A file of shipments. `lines` is estimated until all are read."""

    import_id: UUID
    merchant_id: UUID
    file_name: str
    size_bytes: int
    lines: int
    state: State
    reading: Reading
    line_reached: int
    count_new: int
    count_changed: int
    count_unchanged: int
    count_refused: int
    received_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was refused, as it stood there; `faults` are JSON: field, word, values."""

    line: int
    cells: list[str]
    faults: list[str]


@dataclass(frozen=True, slots=True)
class Counts:
    """What came of the lines of one batch."""

    new: int
    changed: int
    unchanged: int
    refused: int
