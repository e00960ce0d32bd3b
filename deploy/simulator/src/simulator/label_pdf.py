"""The label on paper: alone on 4 x 6 in, or at the right of a letter sheet laid on its side.

The places of things follow what merchants' cropping tools expect of the carrier's sheet. There is
no mark of the carrier on it, and the barcode holds the PIN and nothing else.
"""

from io import BytesIO
from threading import Lock

from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from simulator.ink import BOLD, PLAIN, Ink
from simulator.label import (
    SPECIMEN,
    Label,
    address_lines,
    banner,
    parcel_lines,
    spaced,
)
from simulator.label_sheet import draw_instructions
from simulator.pins import in_fours
from simulator.services import SERVICES
from simulator.words import catalogue

WIDTH = 272.0
HEIGHT = 416.0
_MARGIN = 8.0
_SHEET = (11 * inch, 8.5 * inch)
_ALONE = (4 * inch, 6 * inch)
_ON_SHEET_LEFT, _ON_SHEET_DOWN = 467.5, 72.0


# reportlab keeps a font's state for all documents: two drawn at once can trip over each other.
_ONE_AT_A_TIME = Lock()


def draw_pdf(label: Label) -> bytes:
    """Draw one page. The same label makes the same bytes. Safe to call from several threads."""
    with _ONE_AT_A_TIME:
        return _draw(label)


def _draw(label: Label) -> bytes:
    file = BytesIO()
    alone = label.order.output_format == "4x6"
    size = _ALONE if alone else _SHEET
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(f"{SPECIMEN} {in_fours(label.pin)}")
    canvas.setSubject(banner())
    if alone:
        _draw_label(Ink(canvas, left=_MARGIN, top=size[1] - _MARGIN), label)
    else:
        draw_instructions(Ink(canvas, left=0, top=size[1]), label)
        corner = Ink(canvas, left=_ON_SHEET_LEFT, top=size[1] - _ON_SHEET_DOWN)
        corner.frame(0, 0, *_ALONE)
        inside = size[1] - _ON_SHEET_DOWN - _MARGIN
        _draw_label(Ink(canvas, left=_ON_SHEET_LEFT + _MARGIN, top=inside), label)
    canvas.save()
    return file.getvalue()


def _draw_label(ink: Ink, label: Label) -> None:
    ink.watermark(WIDTH / 2, HEIGHT / 2, SPECIMEN, size=58)
    _draw_head(ink, label)
    _draw_receiver(ink, label)
    _draw_barcode(ink, label)
    _draw_returner(ink, label)
    _draw_foot(ink, label)


def _draw_head(ink: Ink, label: Label) -> None:
    service = SERVICES[label.order.service_code]
    fr, en = catalogue("fr"), catalogue("en")
    ink.text(0, 15, "SIMULATION", size=15, room=118, face=BOLD)
    ink.text(0, 26, fr("label-not-accepted"), size=6.5, room=118)
    ink.text(0, 35, en("label-not-accepted"), size=6.5, room=118)
    ink.text(126, 13, en("label-return"), size=11, room=48, face=BOLD)
    ink.text(126, 25, fr("label-return"), size=11, room=48, face=BOLD)
    ink.text(126, 35, "RPG | PRG", size=6, room=48)
    ink.chevron(178, 0, 46, 38)
    ink.block(226, 0, 46, 38)
    ink.text_white(228, 27, service.mark, size=22, room=42)
    ink.rule(0, 44, WIDTH)
    ink.text(0, 60, service.en, size=12, room=130, face=BOLD)
    ink.block(136, 50, 1, 12)
    ink.text(142, 60, service.fr, size=12, room=130, face=BOLD)
    ink.rule(0, 68, WIDTH)


def _draw_receiver(ink: Ink, label: Label) -> None:
    receiver = label.order.receiver
    _draw_tag(ink, 73, "TO / À")
    for place, line in enumerate(address_lines(receiver)):
        ink.text(40, 81 + place * 11, line, size=9, room=WIDTH - 40)
    ink.rule(0, 136, WIDTH)
    ink.text(0, 170, spaced(receiver.postal_code), size=27, room=136, face=BOLD)
    ink.frame(146, 145, 126, 30)
    ink.text(160, 166, SPECIMEN, size=17, room=108, face=BOLD)


def _draw_barcode(ink: Ink, label: Label) -> None:
    ink.hatch(0, 184, WIDTH, 4)
    ink.barcode(0, 192, label.pin, room=WIDTH)
    for x in (0, 214):
        ink.text(x, 222, SPECIMEN, size=10, room=64, face=BOLD)
    ink.hatch(0, 250, WIDTH, 4)
    ink.text(0, 265, "TRACKING NUMBER / N° DE REPÉRAGE", size=6.5, room=WIDTH, face=BOLD)
    ink.text(0, 281, in_fours(label.pin), size=14, room=WIDTH, face=BOLD)
    ink.text(0, 292, catalogue("fr")("label-worthless"), size=6, room=WIDTH)
    ink.text(0, 300, catalogue("en")("label-worthless"), size=6, room=WIDTH)
    ink.rule(0, 305, WIDTH)


def _draw_returner(ink: Ink, label: Label) -> None:
    _draw_tag(ink, 310, "FROM / DE")
    for place, line in enumerate(address_lines(label.order.returner)):
        ink.text(40, 317 + place * 9, line, size=7, room=130)
    for place, line in enumerate(parcel_lines(label)):
        ink.text(186, 317 + place * 9, line, size=7, room=86)
    ink.rule(0, 360, WIDTH)


def _draw_foot(ink: Ink, label: Label) -> None:
    order = label.order
    ink.text(0, 370, f"PIN / NIP  {in_fours(label.pin)}", size=7, room=WIDTH)
    for place, reference in enumerate((order.customer_ref_1, order.customer_ref_2)):
        if reference:
            line = f"Ref./Réf. {place + 1}  {reference}"
            ink.text(0, 380 + place * 10, line, size=7.5, room=WIDTH, face=PLAIN if place else BOLD)
    ink.block(0, 397, WIDTH, 19)
    ink.text_white(4, 409, banner(), size=8, room=WIDTH - 8)


def _draw_tag(ink: Ink, y: float, words: str) -> None:
    ink.block(0, y, 34, 10)
    ink.text_white(1, y + 7.5, words, size=6.5, room=32)
