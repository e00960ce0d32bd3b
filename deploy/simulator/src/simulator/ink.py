"""Drawing on a page from the top left, in points, with a font that the file carries with it."""

import unicodedata
from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from simulator.code128 import bar_widths

PLAIN = "Specimen"
BOLD = "Specimen-Bold"
GREY = 0.9
MODULE = 0.33 * mm
QUIET = 10 * MODULE
BAR_HEIGHT = 19 * mm

# Bitstream Vera lies in reportlab's own wheel and has all of French.
_FACES = {PLAIN: "Vera.ttf", BOLD: "VeraBd.ttf"}


class Ink:
    """A pen over part of a page; `left` and `top` are where its own zero lies."""

    def __init__(self, canvas: Canvas, *, left: float, top: float) -> None:
        for face in _FACES:
            _registered(face)
        self._canvas = canvas
        self._left = left
        self._top = top

    def text(
        self, x: float, y: float, line: str, *, size: float, room: float, face: str = PLAIN
    ) -> None:
        """Write one line on baseline `y`, smaller if it must be to stay within `room`."""
        line = _drawable(line, face)
        size = _fitting(line, face, size, room)
        self._canvas.setFont(face, size)
        self._canvas.drawString(self._left + x, self._top - y, line)

    def text_white(self, x: float, y: float, line: str, *, size: float, room: float) -> None:
        """Write bold white on what is black already, in the middle of `room`."""
        size = _fitting(line, BOLD, size, room)
        self._canvas.setFillGray(1)
        self._canvas.setFont(BOLD, size)
        self._canvas.drawCentredString(self._left + x + room / 2, self._top - y, line)
        self._canvas.setFillGray(0)

    def rule(self, x: float, y: float, width: float, *, thickness: float = 0.8) -> None:
        self._canvas.setLineWidth(thickness)
        self._canvas.line(self._left + x, self._top - y, self._left + x + width, self._top - y)

    def block(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle, `y` being its upper edge."""
        self._canvas.rect(self._left + x, self._top - y - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        self._canvas.setLineWidth(1)
        self._canvas.rect(self._left + x, self._top - y - height, width, height)

    def chevron(self, x: float, y: float, width: float, height: float) -> None:
        """Fill an arrowhead that points right."""
        left, top, point = self._left + x, self._top - y, width / 3
        path = self._canvas.beginPath()
        path.moveTo(left, top)
        path.lineTo(left + width - point, top)
        path.lineTo(left + width, top - height / 2)
        path.lineTo(left + width - point, top - height)
        path.lineTo(left, top - height)
        path.lineTo(left + point, top - height / 2)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a band of slanting strokes, which marks the barcode's zone."""
        self._canvas.setLineWidth(1)
        for stroke in range(int(width // height)):
            start = self._left + x + stroke * height
            self._canvas.line(start, self._top - y - height, start + height, self._top - y)

    def dashes(self, x: float, y: float, height: float) -> None:
        """Draw an upright line to cut along."""
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(4, 3)
        self._canvas.line(self._left + x, self._top - y, self._left + x, self._top - y - height)
        self._canvas.setDash()

    def upright_text(self, x: float, y: float, line: str, *, size: float) -> None:
        """Write one line from the bottom up, its middle at `y`."""
        self._canvas.saveState()
        self._canvas.translate(self._left + x, self._top - y)
        self._canvas.rotate(90)
        self._canvas.setFont(PLAIN, size)
        self._canvas.drawCentredString(0, 0, line)
        self._canvas.restoreState()

    def watermark(self, x: float, y: float, word: str, *, size: float) -> None:
        """Write a word across, pale, its middle at a point. Draw it before everything else."""
        self._canvas.saveState()
        self._canvas.translate(self._left + x, self._top - y)
        self._canvas.rotate(52)
        self._canvas.setFillGray(GREY)
        self._canvas.setFont(BOLD, size)
        self._canvas.drawCentredString(0, -size / 3, word)
        self._canvas.restoreState()

    def barcode(self, x: float, y: float, digits: str, *, room: float) -> None:
        """Draw Code 128 in the middle of `room`, on white, 19 mm high, quiet zones at its sides."""
        widths = [width * MODULE for width in bar_widths(digits)]
        left = self._left + x + (room - sum(widths)) / 2
        bottom = self._top - y - BAR_HEIGHT
        self._canvas.setFillGray(1)
        white = sum(widths) + 2 * QUIET
        self._canvas.rect(left - QUIET, bottom, white, BAR_HEIGHT, stroke=0, fill=1)
        self._canvas.setFillGray(0)
        bars = self._canvas.beginPath()
        for place, width in enumerate(widths):
            if place % 2 == 0:
                bars.rect(left, bottom, width, BAR_HEIGHT)
            left += width
        self._canvas.drawPath(bars, stroke=0, fill=1)


def _fitting(line: str, face: str, size: float, room: float) -> float:
    width = pdfmetrics.stringWidth(line, face, size)
    return size if width <= room else size * room / width


def _drawable(line: str, face: str) -> str:
    """Replace what the font lacks by the nearest it has: `ế` falls to `e`, `ᐃ` to `?`."""
    glyphs = _registered(face).face.charToGlyph
    drawn = []
    for character in line:
        if ord(character) in glyphs:
            drawn.append(character)
            continue
        base = unicodedata.normalize("NFKD", character)[0]
        drawn.append(base if ord(base) in glyphs else "?")
    return "".join(drawn)


@cache
def _registered(face: str) -> TTFont:
    """Register a face once: each time would cost more than the whole label."""
    font = TTFont(face, _FACES[face])
    pdfmetrics.registerFont(font)
    return font
