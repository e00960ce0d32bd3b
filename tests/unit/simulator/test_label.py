from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
import zxingcpp
from simulator.label import Label
from simulator.label_pdf import draw_pdf
from simulator.label_zpl import draw_zpl
from simulator.return_order import Party, ReturnOrder

RETURNER = Party(
    "Camille Exemple", "", "1042, rue de l'Essai", "App. 3", "Sherbrooke", "QC", "J1H1A1"
)
RECEIVER = Party(
    "Service des retours", "Atelier Boréal", "1, av. du Modèle", "", "Montréal", "QC", "H2X1Y4"
)
ORDER = ReturnOrder(
    public=False,
    service_code="DOM.EP",
    returner=RETURNER,
    receiver=RECEIVER,
    kilograms=Decimal("1.38"),
    dimensions=(Decimal(33), Decimal(16), Decimal(13)),
    output_format="8.5x11",
    encoding="PDF",
    instructions=True,
    paid_by="",
    contract_id="7",
    customer_ref_1="RV-2841-6K",
    customer_ref_2="",
)
LABEL = Label("0000000000000017", date(2026, 11, 25), ORDER)
ALONE = replace(LABEL, order=replace(ORDER, output_format="4x6"))
SHAPES = pytest.mark.parametrize("label", [LABEL, ALONE], ids=["sheet", "alone"])


def text_of(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as document:
        text: str = document[0].get_textpage().get_text_range()
    return text


def barcodes_of(file: bytes) -> Sequence[tuple[str, str]]:
    with pypdfium2.PdfDocument(file) as document:
        picture = document[0].render(scale=203 / 72).to_pil()
    read = zxingcpp.read_barcodes(picture)
    return [(barcode.text, barcode.symbology_identifier) for barcode in read]


@pytest.mark.parametrize(("label", "size"), [(LABEL, (792, 612)), (ALONE, (288, 432))])
def test_the_page_has_the_size_asked_for(label: Label, size: tuple[float, float]) -> None:
    with pypdfium2.PdfDocument(draw_pdf(label)) as document:
        assert len(document) == 1
        assert document[0].get_size() == size


@SHAPES
def test_the_barcode_holds_the_pin_and_nothing_else(label: Label) -> None:
    assert barcodes_of(draw_pdf(label)) == [("0000000000000017", "]C0")]


@SHAPES
def test_nobody_can_take_it_for_a_real_one(label: Label) -> None:
    text = text_of(draw_pdf(label))

    assert text.count("SPECIMEN") >= 4
    assert "SIMULATION – non accepté au bureau de poste / not accepted at a post office" in text


@SHAPES
def test_it_says_who_where_and_what(label: Label) -> None:
    text = text_of(draw_pdf(label))

    for words in ("Camille Exemple", "1042, rue de l'Essai", "Montréal QC", "H2X 1Y4"):
        assert words in text
    for words in ("Colis accélérés", "Expedited Parcel", "1.380 kg", "33.0 x 16.0 x 13.0 cm"):
        assert words in text
    for words in ("N° DE REPÉRAGE", "0000 0000 0000 0017", "RV-2841-6K"):
        assert words in text


def test_a_font_with_the_accents_travels_in_the_file() -> None:
    assert b"/FontFile2" in draw_pdf(LABEL)


def test_the_same_label_is_the_same_file() -> None:
    assert draw_pdf(LABEL) == draw_pdf(LABEL)


def test_instructions_may_be_left_out_and_the_receipt_stays() -> None:
    text = text_of(draw_pdf(replace(LABEL, order=replace(ORDER, instructions=False))))

    assert "Preparing the return" not in text
    assert "Reçu / Receipt" in text


def test_a_label_of_little_is_a_label() -> None:
    bare = replace(ORDER, kilograms=None, dimensions=None, contract_id="", customer_ref_1="")

    text = text_of(draw_pdf(replace(ALONE, order=replace(bare, output_format="4x6"))))

    assert " kg" not in text
    assert "Réf. 1" not in text


def test_letters_that_the_font_lacks_fall_to_their_nearest() -> None:
    names = replace(RETURNER, name="Nguyễn ᐃᓄᒃ")

    assert "Nguyen ???" in text_of(draw_pdf(replace(LABEL, order=replace(ORDER, returner=names))))


@SHAPES
def test_the_longest_lines_stay_on_the_page(label: Label) -> None:
    wide = Party("W" * 44, "M" * 44, "W" * 44, "M" * 44, "W" * 40, "QC", "H2X1Y4")
    order = replace(label.order, returner=wide, receiver=wide, customer_ref_1="W" * 35)

    file = draw_pdf(replace(label, order=order))

    with pypdfium2.PdfDocument(file) as document:
        width = document[0].get_size()[0]
        page = document[0].get_textpage()
        assert all(page.get_rect(at)[2] < width for at in range(page.count_rects()))
    assert barcodes_of(file) == [("0000000000000017", "]C0")]


def test_zpl_says_the_same_and_obeys_no_text() -> None:
    sly = replace(RETURNER, name="Camille^XZ~JA Exemple")

    text = draw_zpl(replace(LABEL, order=replace(ORDER, returner=sly))).decode()

    assert text.startswith("^XA")
    assert text.count("^XZ") == 1
    assert "~" not in text
    assert ">;0000000000000017" in text
    assert "SPECIMEN" in text
    assert "Camille XZ JA Exemple" in text
