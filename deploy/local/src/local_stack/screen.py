"""What the person at the keyboard sees: progress, addresses, then the log of every part."""

import os

from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from local_stack import demo
from local_stack.addresses import Addresses
from local_stack.happening import Happening
from local_stack.parts import PARTS
from local_stack.stack import Stack

COLOURS = (
    "cyan",
    "green",
    "yellow",
    "magenta",
    "blue",
    "bright_cyan",
    "bright_green",
    "bright_red",
)
WIDTH = max(len(part.name) for part in PARTS)


class Screen:
    """The terminal; on one that cannot be redrawn, the same in plain lines."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self._errors = Console(stderr=True, highlight=False)
        self._status: Status | None = None
        self._starting: dict[str, str] = {}

    def open(self, stack: Stack) -> None:
        """Say what begins."""
        self._console.print(f"Renvoi starts, {len(stack.names)} parts, in {stack.folder.root}")
        self._status = self._console.status("…")
        self._status.start()

    def tell(self, happening: Happening) -> None:
        """Show one happening."""
        name = happening.part
        match happening.what:
            case "preparing":
                self._starting[name] = f"{name}: {happening.detail}"
            case "starting":
                self._starting[name] = name
            case "ready":
                self._starting.pop(name, None)
                self._line(name, f"ready after {happening.seconds:.1f} s", "green")
            case "ended":
                self._line(name, happening.detail, "bold red")
        if self._status:
            self._status.update(", ".join(self._starting.values()) or "…")

    def close(self) -> None:
        """End the progress."""
        if self._status:
            self._status.stop()
            self._status = None

    def welcome(self, stack: Stack, seconds: float) -> None:
        """Show where everything is, and what to try."""
        self.close()
        email, password = demo.sign_in()
        places = Table(box=None, show_header=False, padding=(0, 3, 0, 0))
        places.add_column(no_wrap=True, style="bold")
        places.add_column(no_wrap=True, overflow="ignore")
        addresses = Addresses.of(stack)
        places.add_row("Portal", f"{addresses.portal}/{demo.slug()}/")
        places.add_row("Merchant console", addresses.console)
        places.add_row("  sign in as", f"{email}  {password}")
        places.add_row("Inbox", addresses.inbox)
        places.add_row("Carrier simulator", addresses.carrier)
        places.add_row("Parcels to try")
        for sample in demo.samples():
            places.add_row(f"  {sample.city}", _to_type(sample))
        self._console.print()
        self._console.print(places)
        logs = os.path.relpath(stack.folder.root / "logs")
        self._console.print(f"\nUp after {seconds:.1f} s; logs in {logs}. Ctrl-C stops all.\n")

    def log_line(self, name: str, line: str) -> None:
        """Show one line of a part's log."""
        self._console.print(_prefix(name), Text.from_ansi(line), soft_wrap=True)

    def goodbye(self) -> None:
        """Say that all is being stopped."""
        self.close()
        self._console.print("\nStopping…")

    def step(self, what: str, ms: float) -> None:
        """Show one step of a return on its way."""
        self._console.print(f"{ms:>8,.0f} ms  {what}", soft_wrap=True)

    def say(self, sentence: str) -> None:
        """Say something that is not a trouble."""
        self._console.print(sentence, soft_wrap=True)

    def trouble(self, sentence: str) -> None:
        """Say what is wrong and what to do."""
        self.close()
        self._errors.print(Text(sentence), style="red", soft_wrap=True)

    def _line(self, name: str, words: str, style: str) -> None:
        self._console.print(_prefix(name), Text(words, style=style), soft_wrap=True)


def _prefix(name: str) -> Text:
    place = next(place for place, part in enumerate(PARTS) if part.name == name)
    return Text(f"{name:>{WIDTH}} │", style=COLOURS[place % len(COLOURS)])


def _to_type(sample: demo.Sample) -> str:
    """Write number and postal code as on the carrier's paper."""
    number, code = sample.tracking_number, sample.postal_code
    grouped = " ".join(number[start : start + 4] for start in range(0, len(number), 4))
    return f"{grouped}   {code[:3]} {code[3:]}"
