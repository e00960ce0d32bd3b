"""What is refused of files."""

from typing import Literal

from chassis.errors import Refusal

Why = Literal["missing", "empty", "too-large", "spreadsheet", "no-table"]


class ImportNotFound(Refusal):
    """The merchant has no such import, or none any more."""


class FileNotUsable(Refusal):
    """The file cannot be a table of shipments. `why` ends the name of the sentence."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"the file is {why}")
        self.why = why


class AlreadyStarted(Refusal):
    """The import has been started; how it is understood stays as it was then."""


class NotUnderstood(Refusal):
    """Columns are missing without which no line can be a shipment. `missing` names the fields."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing
