import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merchant_api.branding.image_header import Header, examine, read_header
from merchant_api.branding.image_kinds import ImageRefused, Reason
from PIL import Image


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_png(width: int, height: int, *between: bytes) -> bytes:
    shape = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join([b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", shape), *between, chunk(b"IDAT", b"")])


def written(image_format: str, **how: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (321, 123), "#23504a").save(file, image_format, **how)
    return file.getvalue()


def why(content: bytes, kind: str = "logo") -> Reason:
    with pytest.raises(ImageRefused) as refusal:
        examine(content, "picture" if kind == "picture" else "logo")
    return refusal.value.why


@pytest.mark.parametrize(
    ("image_format", "how"),
    [
        ("PNG", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"exif": Image.Exif(), "comment": b"\xff\xc0 is no frame here"}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"icc_profile": b"makes it extended"}),
    ],
)
def test_format_and_size_are_read_without_a_decoder(
    image_format: str, how: dict[str, object]
) -> None:
    header = read_header(written(image_format, **how))

    assert (header.format, header.width, header.height) == (image_format.lower(), 321, 123)
    assert not header.is_animated


def test_a_drawing_of_lines_is_known_by_its_root() -> None:
    illustrators = b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n<svg viewBox="0 0 1 1"/>'

    assert read_header(illustrators) == Header("svg")
    assert why(illustrators, "picture") == "unknown"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "unknown"),
        (b"a text that was renamed to logo.png", "unknown"),
        (b"%PDF-1.7", "unknown"),
        (b"<html><body></body></html>", "unknown"),
        (b"GIF89a/*\x00\x00", "gif"),
        (b"GIF89a=1;alert(1)//", "gif"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (b"\xff\xd8\xff\xe0", "broken"),
        (b"\xff\xd8\xff\xda\x00\x02", "broken"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X", "broken"),
        (b"RIFF\x00\x00\x00\x00WEBPJUNK" + bytes(30), "broken"),
        (a_png(13_000, 13_000), "pixels"),
        (a_png(5_001, 5_000), "pixels"),
        (a_png(1, 65_500), "narrow"),
        (a_png(0, 0), "small"),
        (a_png(9, 9, chunk(b"acTL", struct.pack(">II", 2, 0))), "animated"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_000_000), "heavy"),
    ],
)
def test_what_cannot_be_a_logo_is_refused_for_its_reason(content: bytes, reason: Reason) -> None:
    assert why(content) == reason


def test_an_animation_of_one_frame_stands_still() -> None:
    still = a_png(9, 9, chunk(b"acTL", struct.pack(">II", 1, 0)))

    assert not examine(still, "logo").is_animated


def test_a_webp_that_moves_says_so() -> None:
    file = io.BytesIO()
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:])

    assert why(file.getvalue()) == "animated"


@pytest.mark.parametrize(
    ("width", "height", "reason"),
    [(999, 700, "small"), (1000, 599, "small"), (4100, 1000, "narrow")],
)
def test_a_picture_has_to_fill_a_screen(width: int, height: int, reason: Reason) -> None:
    assert why(a_png(width, height), "picture") == reason


def test_a_header_that_leads_in_circles_ends() -> None:
    endless = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + b"\x00\x00\x00\x00" * 10_000

    assert read_header(endless).format == "png"


@given(st.sampled_from(["PNG", "JPEG", "WEBP"]), st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(
    image_format: str, data: st.DataObject
) -> None:
    content = bytearray(written(image_format))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, 60))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(0, len(content)))])

    with contextlib.suppress(ImageRefused):
        examine(cut, "logo")


@given(st.binary(max_size=200))
def test_whatever_is_sent_is_read_or_refused(content: bytes) -> None:
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF----WEBPVP8 "):
        with contextlib.suppress(ImageRefused):
            examine(start + content, "logo")
