"""Codes and labels, read as a phone's camera and a scanner read them."""

import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import zxingcpp
from PIL import Image
from playwright.async_api import Locator

SCALE = 3


async def scan_screen(picture: Locator) -> str:
    """Read the one code in a part of a page, from the screen."""
    return scan_picture(await picture.screenshot())


def scan_picture(content: bytes) -> str:
    """Read the one code in a picture."""
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(content)))
    return str(code.text)


def scan_label(path: Path) -> set[str]:
    """Read all codes on a printed label."""
    document = pypdfium2.PdfDocument(path)
    printed = document[0].render(scale=SCALE).to_pil()
    document.close()
    return {str(code.text) for code in zxingcpp.read_barcodes(printed)}
