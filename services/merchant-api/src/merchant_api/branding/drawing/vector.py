"""From an SVG to pixels. It is never shown as it came: it could hold script, or fetch something."""

import re
from typing import Final
from xml.parsers import expat

import resvg_py

from merchant_api.branding.image_kinds import DEMANDS, ImageRefused

_MAX_ELEMENTS: Final = 20_000
_MAX_DEPTH: Final = 256
_PICTURES: Final = frozenset({"image", "feImage"})
_LENGTH: Final = re.compile(r"\s*([0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")


class _Reader:
    """Hears of every element once, and keeps the size of the root."""

    def __init__(self) -> None:
        self.shape: tuple[float, float] | None = None
        self._elements = 0
        self._depth = 0

    def on_document_type(self, _: str, __: str | None, ___: str | None, has_own: int) -> None:
        if has_own:  # entities: text that grows, or that comes from elsewhere
            raise ImageRefused(why="svg-definitions")

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._elements += 1
        self._depth += 1
        if self._elements == 1:
            self._read_root(local, attributes)
        if self._elements > _MAX_ELEMENTS or self._depth > _MAX_DEPTH:
            raise ImageRefused(why="laborious")
        if local in _PICTURES:
            raise ImageRefused(why="svg-picture")
        if local == "text":  # the fonts of this machine are not the shop's
            raise ImageRefused(why="svg-text")

    def on_end(self, _: str) -> None:
        self._depth -= 1

    def _read_root(self, name: str, attributes: dict[str, str]) -> None:
        if name != "svg":
            raise ImageRefused(why="unknown")
        box = attributes.get("viewBox", "").replace(",", " ").split()
        self.shape = _lengths(box[2:4]) or _lengths(
            [attributes.get("width", ""), attributes.get("height", "")]
        )


def rasterise(content: bytes, longest: int) -> bytes:
    """Draw as a PNG whose longer side is `longest` pixels. Raises ImageRefused."""
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode()
        shape = _read(text)
        width, height = shape or (1.0, 1.0)
        if max(width, height) > min(width, height) * DEMANDS["logo"].max_ratio:
            raise ImageRefused(why="narrow")
        drawn: bytes = resvg_py.svg_to_bytes(
            svg_string=text,
            skip_system_fonts=True,
            width=longest if width >= height else None,
            height=longest if width < height else None,
        )
    except (UnicodeDecodeError, expat.ExpatError, ValueError):
        raise ImageRefused(why="broken") from None
    return drawn


def _read(text: str) -> tuple[float, float] | None:
    reader = _Reader()
    parser = expat.ParserCreate("utf-8", " ")
    parser.StartDoctypeDeclHandler = reader.on_document_type
    parser.StartElementHandler = reader.on_start
    parser.EndElementHandler = reader.on_end
    parser.Parse(text.encode(), True)  # noqa: FBT003  expat's own way to say that this is all
    return reader.shape


def _lengths(written: list[str]) -> tuple[float, float] | None:
    found = [_LENGTH.match(it) for it in written]
    sizes = [float(it[1]) for it in found if it]
    return (sizes[0], sizes[1]) if len(sizes) == 2 and all(sizes) else None  # noqa: PLR2004  sides
