"""Every file by its name, and the address at which it may be kept for ever."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files as resources_of
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

PREFIX: Final = "/look"

# What a page links is few files; what a person mends is many small ones.
SHEETS: Final = MappingProxyType(
    {
        "base.css": (
            "type",
            "tokens",
            "layout",
            "slip",
            "button",
            "field",
            "choice",
            "upload",
            "tell",
            "facts",
            "timeline",
            "dialog",
            "utilities",
            "print",
            "forced-colors",
        ),
        "portal.css": ("scene", "progress", "ready", "printsheet"),
        "console.css": (
            "desk",
            "queue",
            "open-row",
            "narrowing",
            "bulk",
            "settings",
            "shipments",
            "branding",
            "home",
            "dock",
        ),
    }
)


class UnknownFile(LookupError):
    """A template asks for a file or an icon that is not here."""


def url(name: str) -> str:
    """Give the address of `name`, such as `base.css` or `icons.svg#clock`. Raises UnknownFile."""
    path, _, icon = name.partition("#")
    if path not in contents() or (icon and icon not in icons()):
        raise UnknownFile(name)
    return f"{PREFIX}/{digest()}/{name}"


@cache
def contents() -> MappingProxyType[str, bytes]:
    """Read all files once: some 600 kB, smaller than what it would take to keep them on disk."""
    package = resources_of("look")
    found = dict(_walk(package / "static", PurePosixPath()))
    for sheet, parts in SHEETS.items():
        found[sheet] = b"\n".join((package / "css" / f"{part}.css").read_bytes() for part in parts)
    return MappingProxyType(found)


@cache
def icons() -> frozenset[str]:
    """Name the symbols that `icons.svg` holds."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', contents()["icons.svg"].decode()))


@cache
def digest() -> str:
    """Name this very set of files, so that a change of any of them changes every address."""
    seen = hashlib.sha256()
    for name, body in sorted(contents().items()):
        seen.update(f"{name}\0{len(body)}\0".encode())
        seen.update(body)
    return seen.hexdigest()[:12]


def _walk(folder: Traversable, at: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, at / entry.name)
        else:
            yield str(at / entry.name), entry.read_bytes()
