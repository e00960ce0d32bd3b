"""Tasks that need not be done again while what they are made from has not changed."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

from local_stack.parts import Part

FILE = "done.json"


def is_done(root: Path, part: Part) -> bool:
    """Tell whether the task was done, on this data, from the same files as there are now."""
    return bool(part.made_from) and _notes(root, part).get(part.name) == _digest(part)


def note_done(root: Path, part: Part) -> None:
    """Remember, beside the data that it was done on, that the task was done."""
    if part.made_from:
        notes = _notes(root, part) | {part.name: _digest(part)}
        partial = root / part.made_in / f"{FILE}.partial"
        partial.write_text(json.dumps(notes))
        partial.rename(root / part.made_in / FILE)


def _notes(root: Path, part: Part) -> dict[str, str]:
    path = root / part.made_in / FILE
    return json.loads(path.read_text()) if path.exists() else {}


def _digest(part: Part) -> str:
    digest = hashlib.sha256()
    for pattern in part.made_from:
        package, _, below = pattern.partition("/")
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            for path in sorted(Path(folder).glob(below)):
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
