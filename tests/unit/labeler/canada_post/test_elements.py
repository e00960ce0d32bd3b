"""Safe parsing and exact units."""

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labeler.canada_post import RequestNotSendable, authorized_return, elements, rating, tracking
from labeler.canada_post.errors import Unreadable
from labeler.canada_post.messages import read_messages
from lxml import etree

BILLION_LAUGHS = b"""<!DOCTYPE messages [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<messages><message><code>&d;</code></message></messages>"""
READS_A_FILE = b"""<!DOCTYPE messages [<!ENTITY f SYSTEM "file:///etc/hostname">]>
<messages><message><code>&f;</code></message></messages>"""
DEEP = b"<messages>" + b"<a>" * 100_000
GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = ("authorized-return-info", "price-quotes", "tracking-detail", "messages")
FRAGMENTS = st.sampled_from([b"<", b">", b"</", b"&", b"&#0;", b"]]>", b'"', b"\xff", b""])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"%PDF-1.4",
        b"<html><p>trouble</html>",
        b"<!DOCTYPE html><html><body/></html>",
        b"\xff\xfe<\x00",
        b'<?xml version="1.0" encoding="no-such"?><messages/>',
        DEEP,
        BILLION_LAUGHS,
        READS_A_FILE,
        READS_A_FILE.decode().encode("utf-16"),
        b"<!DOCTYPE messages SYSTEM 'http://127.0.0.1:9/x.dtd'><messages/>",
    ],
)
def test_what_is_no_plain_xml_is_unreadable_at_once(body: bytes) -> None:
    begun = time.monotonic()

    with pytest.raises(Unreadable):
        elements.parse(body, "messages")

    assert time.monotonic() - begun < 1
    assert read_messages(body) is None


@given(st.sampled_from(DOCUMENTS), st.integers(0, 5_000), st.integers(0, 80), FRAGMENTS)
def test_a_damaged_document_is_read_or_unreadable_and_nothing_else(
    name: str, at: int, length: int, fragment: bytes
) -> None:
    whole = (GOLDEN / f"{name}.xml").read_bytes()
    damaged = whole[:at] + fragment + whole[at + length :]

    for read in (rating.read_quotes, authorized_return.read_created, tracking.read_detail):
        try:
            read(damaged)
        except Unreadable:
            continue


@given(st.integers(-99_999_999, 99_999_999))
def test_money_comes_back_to_the_cent(cents: int) -> None:
    assert elements.cents(str(Decimal(cents) / 100)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [("0", 0), ("0.00", 0), ("-0.33", -33), ("+1", 100), (".5", 50), ("1.005", 101), ("1.", 100)],
)
def test_money_is_read_in_every_legal_spelling(text: str, cents: int) -> None:
    assert elements.cents(text) == cents


@pytest.mark.parametrize(
    "text", ["", "NaN", "Infinity", "1e3", "1,00", "1 0", "\u0661", "1" * 40, "-"]
)
def test_what_is_no_decimal_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        elements.cents(text)


@given(st.integers(1, 99_999))
def test_a_weight_comes_back_to_the_gram(grams: int) -> None:
    written = elements.kilograms(grams, 99_999)

    assert elements.grams(written) == grams
    assert len(written.partition(".")[2]) == 3


@given(st.integers(1, 9_999))
def test_a_side_is_written_exactly_with_one_decimal(side_mm: int) -> None:
    written = elements.centimetres(side_mm, "length")

    assert Decimal(written) * 10 == side_mm
    assert len(written.partition(".")[2]) == 1


@given(st.text(max_size=60))
def test_any_words_either_arrive_or_are_refused(words: str) -> None:
    root = elements.document("urn:x", "root")

    try:
        elements.add_words(root, "name", words, 44)
    except RequestNotSendable:
        return

    read = etree.fromstring(elements.serialize(root))
    assert elements.text(read, "name") == " ".join(words.split())
    assert len(elements.text(read, "name")) <= 44


@pytest.mark.parametrize("typed", ["j1h 1a1", " J1H-1A1 ", "J1H1A1", "j1h\u00a01a1"])
def test_a_postal_code_is_written_in_capitals_without_space(typed: str) -> None:
    assert elements.postal_code(typed) == "J1H1A1"
