"""What the drawing process says to the one that started it: a line of JSON, then the files."""

import json
from dataclasses import dataclass
from typing import Final, get_args

from merchant_api.branding.image_kinds import ImageRefused, Reason

MAX_ANSWER_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of an upload: its files by name, and the average colour of a picture."""

    files: dict[str, bytes]
    tint: str | None = None


def write_answer(drawn: Drawn) -> bytes:
    """Put it on the wire."""
    sizes = {name: len(content) for name, content in drawn.files.items()}
    head = json.dumps({"sizes": sizes, "tint": drawn.tint})
    return b"\n".join([head.encode(), b"".join(drawn.files.values())])


def write_refusal(reason: Reason) -> bytes:
    """Put a reason on the wire."""
    return json.dumps({"refused": reason}).encode() + b"\n"


def read_answer(answer: bytes) -> Drawn:
    """Read either, and trust nothing. Raises ImageRefused; ValueError if it is neither."""
    head, _, rest = answer.partition(b"\n")
    said = json.loads(head)
    refused = said.get("refused")
    if refused is not None:
        raise ImageRefused(why=refused if refused in get_args(Reason) else "broken")
    files, at = {}, 0
    for name, size in said["sizes"].items():
        files[str(name)] = rest[at : at + int(size)]
        at += int(size)
    if at != len(rest):
        cause = "the files are not as long as announced"
        raise ValueError(cause)
    return Drawn(files, said["tint"])
