"""What the drawing process makes of files that people send, and of those that attackers do."""

import io
import json
import random
import struct
import subprocess
import sys
import time
import zlib
from typing import Final

import pytest
from merchant_api.branding.draw_apart import Studio
from merchant_api.branding.drawing.answer import Drawn, read_answer
from merchant_api.branding.image_kinds import ImageKind, ImageRefused, Reason
from PIL import Image, ImageCms

SPRUCE: Final = (35, 80, 74)
_MEASURED: Final = """
import resource, subprocess, sys
apart = [sys.executable, "-I", "-m", "merchant_api.branding.drawing", *sys.argv[1:]]
ended = subprocess.run(apart, env={}, cwd="/").returncode
print(ended, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def written(image: Image.Image, image_format: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, image_format, **how)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def near(one: object, other: tuple[int, ...], slack: int = 6) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= slack for a, b in zip(one[:3], other, strict=True))


def a_bomb(width: int, height: int) -> bytes:
    """Write a PNG of one colour, row by row."""

    def chunk(name: bytes, body: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + crc

    rows = bytes(20 * (1 + 3 * width))
    squeezed = zlib.compressobj(9)
    first = squeezed.compress(rows) + squeezed.flush(zlib.Z_FULL_FLUSH)
    pixels = first + (height // 20 - 1) * first[2:]
    shape = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", shape), chunk(b"IDAT", pixels), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def drawn(content: bytes, kind: ImageKind = "logo") -> Drawn:
    return await Studio().draw(content, kind)


async def why(content: bytes, kind: ImageKind = "logo") -> Reason:
    with pytest.raises(ImageRefused) as refusal:
        await drawn(content, kind)
    return refusal.value.why


def an_svg(inside: str, *, before: str = "", shape: str = 'viewBox="0 0 200 40"') -> bytes:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {namespaces} {shape}>{inside}</svg>".encode()


async def test_a_bomb_of_500_kilobytes_is_refused_before_anything_is_started() -> None:
    bomb = a_bomb(13_000, 13_000)
    assert 400_000 < len(bomb) < 600_000
    began = time.perf_counter()

    assert await why(bomb) == "pixels"

    assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize(
    ("kind", "image_format", "mode", "how"),
    [
        ("picture", "webp", "RGBA", {"method": 0, "quality": 10}),
        ("logo", "png", "I;16", {"compress_level": 1}),
        ("picture", "jpeg", "CMYK", {}),
    ],
    ids=["webp with alpha", "sixteen bits", "cmyk"],
)
def test_the_largest_image_that_may_be_decoded_stays_in_its_memory(
    kind: ImageKind, image_format: str, mode: str, how: dict[str, object]
) -> None:
    image = Image.new(mode, (5000, 5000), 9 if mode == "I;16" else (9, 9, 200, 100))
    command = [sys.executable, "-I", "-c", _MEASURED, kind, image_format]

    measured = subprocess.run(  # noqa: S603
        command,
        input=written(image, image_format, **how),
        capture_output=True,
        check=True,
        timeout=60,
    )

    ended, peak_kb = map(int, measured.stderr.split())
    assert ended == 0
    assert peak_kb < 500_000
    assert read_answer(measured.stdout).files


async def test_a_logo_keeps_its_colours_and_its_transparency_and_fits_into_its_box() -> None:
    image = Image.new("RGBA", (1600, 400), (*SPRUCE, 128))

    (name, content), *others = (await drawn(written(image, "PNG"))).files.items()

    logo = opened(content)
    assert (name, others, logo.format, logo.size) == ("logo", [], "PNG", (800, 200))
    assert near(logo.getpixel((400, 100)), SPRUCE)
    assert logo.getchannel("A").getextrema() == (128, 128)


async def test_a_photo_stands_upright_and_where_it_was_taken_is_gone() -> None:
    image = Image.new("RGB", (2000, 1200), SPRUCE)
    image.paste((220, 40, 40), (0, 0, 1000, 1200))
    exif = Image.Exif()
    exif[0x0112] = 6  # its left side is up
    exif[0x010F] = "canary camera"
    exif.get_ifd(0x8825)[2] = (45.0, 30.0, 0.0)
    sent = written(image, "JPEG", exif=exif, quality=95, comment=b"canary comment")
    assert b"canary" in sent

    made = await drawn(sent, "picture")

    for content in made.files.values():
        shown = opened(content)
        assert near(shown.getpixel((shown.width // 2, 10)), (220, 40, 40), slack=12)
        assert near(shown.getpixel((shown.width // 2, shown.height - 10)), SPRUCE, slack=12)
        assert not shown.getexif()
        assert not {"exif", "xmp", "icc_profile"} & set(shown.info)
        assert b"canary" not in content


async def test_a_picture_becomes_two_crops_light_enough_for_a_phone() -> None:
    noise = Image.frombytes("RGB", (1600, 1100), random.Random(7).randbytes(1600 * 1100 * 3))  # noqa: S311

    made = await drawn(written(noise, "JPEG", quality=95), "picture")

    sizes = {name: opened(content).size for name, content in made.files.items()}
    assert sizes == {"wide": (1920, 1200), "tall": (1080, 1920)}
    assert max(map(len, made.files.values())) <= 250_000
    assert made.tint is not None
    assert near(tuple(bytes.fromhex(made.tint[1:])), (127, 127, 127))


async def test_inks_of_a_printer_become_lights_of_a_screen() -> None:
    cmyk = Image.new("CMYK", (600, 200), (255, 0, 0, 0))

    logo = opened((await drawn(written(cmyk, "JPEG", quality=95))).files["logo"])

    assert logo.mode == "RGB"
    assert near(logo.getpixel((300, 100)), (0, 255, 255), slack=8)


async def test_a_profile_is_applied_and_left_behind() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for odd in (profile, b"no profile at all"):
        sent = written(Image.new("RGB", (60, 20), SPRUCE), "PNG", icc_profile=odd)

        logo = opened((await drawn(sent)).files["logo"])

        assert "icc_profile" not in logo.info
        assert near(logo.getpixel((30, 10)), SPRUCE)


@pytest.mark.parametrize(
    ("image_format", "mode"),
    [("PNG", "1"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "I;16"), ("WEBP", "RGBA"), ("JPEG", "L")],
)
async def test_every_way_to_write_pixels_is_understood(image_format: str, mode: str) -> None:
    sent = written(Image.new(mode, (60, 20)), image_format)
    if mode in ("LA", "RGBA"):
        assert await why(sent) == "blank"
    else:
        logo = opened((await drawn(sent)).files["logo"])
        assert near(logo.convert("RGB").getpixel((30, 10)), (0, 0, 0))


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "WEBP"])
async def test_a_file_that_was_cut_short_is_refused(image_format: str) -> None:
    whole = written(Image.effect_noise((300, 300), 60), image_format)

    assert await why(whole[: len(whole) * 2 // 3]) == "broken"


async def test_what_follows_an_image_is_not_kept() -> None:
    polyglot = written(Image.new("RGB", (60, 20), SPRUCE), "PNG") + b"<script>canary()</script>"

    assert b"canary" not in (await drawn(polyglot)).files["logo"]


async def test_a_drawing_of_lines_becomes_pixels_and_its_script_is_gone() -> None:
    inside = """<script>canary()</script><a href="javascript:canary()" onclick="canary()">
        <rect width="100" height="40" fill="#23504a"/></a>"""

    content = (await drawn(an_svg(inside))).files["logo"]

    logo = opened(content)
    assert (logo.format, logo.size) == ("PNG", (800, 160))
    assert logo.getpixel((100, 80)) == (*SPRUCE, 255)
    assert logo.getpixel((700, 80)) == (0, 0, 0, 0)
    assert b"canary" not in content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (an_svg('<image href="file:///etc/passwd"/>'), "svg-picture"),
        (an_svg('<image xlink:href="http://127.0.0.1:9/logo.png"/>'), "svg-picture"),
        (an_svg('<filter><feImage href="/etc/hostname"/></filter>'), "svg-picture"),
        (an_svg("<text>Atelier</text>"), "svg-text"),
        (an_svg("", before='<!DOCTYPE svg [<!ENTITY a "aaaa">]>'), "svg-definitions"),
        (
            an_svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "svg-definitions",
        ),
        (an_svg("<g>" * 300 + "</g>" * 300), "laborious"),
        (an_svg("<g/>" * 20_001), "laborious"),
        (an_svg("", shape='viewBox="0 0 1 65500"'), "narrow"),
        (an_svg(""), "blank"),
        (an_svg("<rect"), "broken"),
        (b"<html><svg/></html>", "unknown"),
    ],
)
async def test_a_drawing_that_reaches_out_or_grows_is_refused(
    content: bytes, reason: Reason
) -> None:
    assert await why(content) == reason


async def test_what_a_drawing_uses_from_elsewhere_stays_there() -> None:
    outside = an_svg(
        '<style>@import "http://127.0.0.1:9/x.css"; rect { fill: url(http://127.0.0.1:9/) }</style>'
        '<use href="http://127.0.0.1:9/logo.svg#a"/><use xlink:href="/etc/passwd#a"/>'
        '<circle cx="20" cy="20" r="20" fill="#23504a"/>',
        before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:9/svg11.dtd">',
    )

    logo = opened((await drawn(outside)).files["logo"])

    assert logo.getpixel((80, 80)) == (*SPRUCE, 255)


async def test_a_drawing_that_multiplies_itself_ends_with_its_process() -> None:
    levels = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 12}</g>' for n in range(1, 9))
    began = time.perf_counter()

    reason = await why(
        an_svg(f'<defs><g id="g0"><rect width="9" height="9"/></g>{levels}</defs><use href="#g8"/>')
    )

    assert reason in ("laborious", "blank", "broken")
    assert time.perf_counter() - began < 35


def test_the_process_can_open_no_file_and_no_socket_and_knows_no_secret() -> None:
    probe = """
import json, os, socket, subprocess, sys
from merchant_api.branding.drawing.walls import give_up_everything
give_up_everything()
tries = {
    "file": lambda: open("/etc/passwd"),
    "socket": socket.socket,
    "process": lambda: subprocess.run(["/bin/true"]),
    "memory": lambda: bytearray(700 * 1024 * 1024),
}
said = {}
for name, attempt in tries.items():
    try:
        attempt()
        said[name] = "worked"
    except (OSError, MemoryError) as error:
        said[name] = type(error).__name__
print(json.dumps(said))
"""
    command = [sys.executable, "-I", "-c", probe]

    said = subprocess.run(command, check=True, capture_output=True, env={}, timeout=20)  # noqa: S603

    assert json.loads(said.stdout) == {
        "file": "OSError",
        "socket": "OSError",
        "process": "OSError",
        "memory": "MemoryError",
    }
