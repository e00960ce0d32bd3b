"""What a file says of itself in its first bytes, read without decoding a pixel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from merchant_api.branding.image_kinds import (
    DEMANDS,
    MAX_PIXELS,
    Format,
    ImageKind,
    ImageRefused,
)

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# Start of frame, of whatever process. Source: ITU-T T.81, table B.1.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS: Final = frozenset({0x01, 0xFF, *range(0xD0, 0xD9)})
_SCAN: Final = 0xDA
_SVG_WITHIN: Final = 16_384
"""How far comments and a document type may push the root."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is claimed. A drawing of lines has no size in pixels: both are 0."""

    format: Format
    width: int = 0
    height: int = 0
    is_animated: bool = False


def examine(content: bytes, kind: ImageKind) -> Header:
    """Look at the first bytes of an upload before anybody decodes it. Raises ImageRefused."""
    demands = DEMANDS[kind]
    if len(content) > demands.max_bytes:
        raise ImageRefused(why="heavy")
    header = read_header(content)
    if header.format not in demands.formats:
        raise ImageRefused(why="unknown")
    if header.is_animated:
        raise ImageRefused(why="animated")
    if header.format != "svg":
        check_size(header.width, header.height, kind)
    return header


def check_size(width: int, height: int, kind: ImageKind) -> None:
    """Refuse what is too large to decode, or has no shape to show. Raises ImageRefused."""
    demands = DEMANDS[kind]
    shorter, longer = sorted((width, height))
    if width * height > MAX_PIXELS:
        raise ImageRefused(why="pixels")
    if longer > shorter * demands.max_ratio:
        raise ImageRefused(why="narrow")
    if width < demands.min_width or height < demands.min_height:
        raise ImageRefused(why="small")


def read_header(content: bytes) -> Header:
    """Tell format and size. Raises ImageRefused: `gif`, `unknown`, `broken`."""
    if content.startswith(b"GIF8"):
        raise ImageRefused(why="gif")
    try:
        if content.startswith(_PNG):
            return _read_png(content)
        if content.startswith(_JPEG):
            return _read_jpeg(content)
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _read_webp(content)
    except IndexError:
        raise ImageRefused(why="broken") from None
    start = content[:_SVG_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and b"<svg" in start:
        return Header("svg")
    raise ImageRefused(why="unknown")


def _read_png(content: bytes) -> Header:
    if content[12:16] != b"IHDR":
        raise ImageRefused(why="broken")
    width, height = _number(content, 16, 4), _number(content, 20, 4)
    # Where an animation announces itself. Source: PNG, third edition, 11.3.6.
    frames = next((_number(content, at, 4) for at in _png_chunks(content, b"acTL")), 1)
    return Header("png", width, height, is_animated=frames > 1)


def _png_chunks(content: bytes, wanted: bytes) -> Iterator[int]:
    """Walk to the pixels; yield where the bodies of `wanted` begin."""
    at = 8
    while at + 8 <= len(content) and content[at + 4 : at + 8] != b"IDAT":
        if content[at + 4 : at + 8] == wanted:
            yield at + 8
        at += 12 + _number(content, at, 4)


def _read_jpeg(content: bytes) -> Header:
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004  what every marker begins with
        marker = content[at + 1]
        if marker in _FRAMES:
            return Header("jpeg", _number(content, at + 7, 2), _number(content, at + 5, 2))
        if marker == _SCAN:
            break
        at += 1 if marker == 0xFF else 2  # noqa: PLR2004  fill bytes may stand before it
        if marker not in _BARE_MARKERS:
            at += _number(content, at, 2)
    raise ImageRefused(why="broken")


def _read_webp(content: bytes) -> Header:
    """Read the first chunk. Sources: RFC 9649, RFC 6386 section 9.1."""
    chunk = content[12:16]
    if chunk == b"VP8X":
        width, height = _number(content, 24, 3, "little"), _number(content, 27, 3, "little")
        return Header("webp", width + 1, height + 1, is_animated=bool(content[20] & 0x02))
    if chunk == b"VP8L":
        bits = _number(content, 21, 4, "little")
        return Header("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 ":
        width, height = _number(content, 26, 2, "little"), _number(content, 28, 2, "little")
        return Header("webp", width & 0x3FFF, height & 0x3FFF)
    raise ImageRefused(why="broken")


def _number(content: bytes, at: int, size: int, order: str = "big") -> int:
    if at + size > len(content):
        raise ImageRefused(why="broken")
    return int.from_bytes(content[at : at + size], "little" if order == "little" else "big")
