"""Where the running stack is reached, for whoever comes later; kept in its folder."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from local_stack.stack import Stack

FILE = "addresses.json"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a person or a program goes to."""

    portal: str
    console: str
    inbox: str
    carrier: str

    @classmethod
    def of(cls, stack: Stack) -> Self:
        """Return the addresses of a stack, given ones included."""
        return cls(
            portal=stack.env("portal-serve")["PUBLIC_URL"],
            console=stack.env("merchant-serve")["PUBLIC_URL"],
            inbox=stack.url("inbox") if "inbox" in stack.names else stack.given["SMTP_URL"],
            carrier=stack.env("labeler")["CANADA_POST_URL"],
        )

    @classmethod
    def read(cls, root: Path) -> Self | None:
        """Return the addresses of the stack that runs, or ran, from `root`."""
        path = root / FILE
        return cls(**json.loads(path.read_text())) if path.exists() else None

    def write(self, root: Path) -> None:
        """Note them."""
        (root / FILE).write_text(json.dumps(asdict(self)))
