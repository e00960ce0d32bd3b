"""The code that opens a label, read as a camera would."""

import re
from io import BytesIO

import pytest
import zxingcpp
from labeler.qr import draw_png, draw_svg
from PIL import Image

URLS = [
    "https://example.com/r/abc",
    "http://127.0.0.1:8082/r/9l2vZx0qYb3nT5sW7uK1aE8mC4rJ6gHd",
    "https://example.com/" + "étiquette-" * 20,
]


@pytest.mark.parametrize("url", URLS)
def test_the_png_holds_exactly_the_address(url: str) -> None:
    [code] = zxingcpp.read_barcodes(Image.open(BytesIO(draw_png(url))))

    assert code.text == url
    assert code.format == zxingcpp.BarcodeFormat.QRCode


@pytest.mark.parametrize("url", URLS)
def test_the_png_is_large_and_has_a_white_margin_of_four_modules(url: str) -> None:
    image = Image.open(BytesIO(draw_png(url))).convert("L")
    view_box = re.search(rb'viewBox="0 0 (\d+)', draw_svg(url))
    assert view_box is not None
    modules, side = int(view_box.group(1)), image.width
    margin = side // modules * 4

    assert image.size == (side, side)
    assert side >= 300
    assert side % modules == 0
    for edge in (
        (0, 0, side, margin),
        (0, side - margin, side, side),
        (0, 0, margin, side),
        (side - margin, 0, side, side),
    ):
        assert image.crop(edge).getextrema() == (255, 255)
    assert image.getextrema() == (0, 255)


def test_the_svg_scales_and_is_black_on_white_on_any_page() -> None:
    svg = draw_svg(URLS[0]).decode()

    assert "viewBox" in svg
    assert ' width="' not in svg
    assert 'xmlns="http://www.w3.org/2000/svg"' in svg
    assert re.search(r'fill="(#fff|white)"', svg)
    assert re.search(r'stroke="(#000|black)"', svg)
    assert "<script" not in svg


def test_the_same_address_gives_the_same_bytes() -> None:
    assert draw_png(URLS[0]) == draw_png(URLS[0])
    assert draw_svg(URLS[0]) == draw_svg(URLS[0])
