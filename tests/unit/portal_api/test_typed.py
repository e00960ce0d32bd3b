import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal_api import typed

SEPARATORS = st.text(alphabet=" -–—.\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}#/", max_size=3)


@pytest.mark.parametrize(
    "as_typed",
    [
        "7023210194837261",
        "7023 2101 9483 7261",
        "7023-2101-9483-7261",
        "  7023\N{NO-BREAK SPACE}2101\N{NO-BREAK SPACE}9483\N{NO-BREAK SPACE}7261\n",
        "#7023.2101.9483.7261",
        "\N{FULLWIDTH DIGIT SEVEN}023210194837261",
        "\N{ZERO WIDTH SPACE}7023210194837261\N{RIGHT-TO-LEFT MARK}",
    ],
)
def test_a_number_is_read_however_it_is_written(as_typed: str) -> None:
    assert typed.tracking_number(as_typed) == "7023210194837261"


def test_small_letters_are_as_good_as_large_ones() -> None:
    assert typed.tracking_number("lx 123 456 789 ca") == "LX123456789CA"


@pytest.mark.parametrize("as_typed", ["", "   ", "1234567", "é" * 16, "7" * 41, "7023\0"])
def test_what_cannot_be_a_number_is_none(as_typed: str) -> None:
    assert typed.tracking_number(as_typed) is None


@pytest.mark.parametrize(
    "as_typed", ["J1H1A1", "j1h 1a1", "J1H-1A1", " J1H\N{NO-BREAK SPACE}1A1 ", "JIH IAl", "J1H.1A1"]
)
def test_a_postal_code_is_read_however_it_is_written(as_typed: str) -> None:
    assert typed.postal_code(as_typed) == "J1H1A1"


def test_a_letter_o_is_a_zero_where_a_digit_belongs() -> None:
    assert typed.postal_code("H0H 0H0") == typed.postal_code("HOH OHO") == "H0H0H0"


@pytest.mark.parametrize("as_typed", ["", "J1H 1A", "J1H 1A11", "D1H 1A1", "90210", "J1HH1A"])
def test_what_is_no_canadian_postal_code_is_none(as_typed: str) -> None:
    assert typed.postal_code(as_typed) is None


@given(st.from_regex(r"[A-Z0-9]{8,40}", fullmatch=True), st.data())
def test_separators_anywhere_change_nothing(number: str, data: st.DataObject) -> None:
    scattered = "".join(sign + data.draw(SEPARATORS) for sign in number)

    assert typed.tracking_number(scattered.lower()) == number


@given(st.text())
def test_any_text_gives_a_sound_value_or_none(text: str) -> None:
    number, code, email = typed.tracking_number(text), typed.postal_code(text), typed.email(text)

    assert number is None or re.fullmatch(r"[A-Z0-9]{8,40}", number)
    assert code is None or re.fullmatch(r"[A-Z]\d[A-Z]\d[A-Z]\d", code, re.ASCII)
    assert email is None or re.fullmatch(r"[^@\s]+@[^@\s]+", email)


@pytest.mark.parametrize("as_typed", ["camille@example.com", " camille@example.com. ", "a+b@x.co"])
def test_an_address_is_taken(as_typed: str) -> None:
    assert typed.email(as_typed) == as_typed.strip().rstrip(".")


@pytest.mark.parametrize(
    "as_typed",
    [
        "",
        "camille",
        "camille@",
        "camille@example",
        "a b@example.com",
        "a@b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "Camille <camille@example.com>",
        "a@example.com,b@example.com",
        "a\0@example.com",
        f"{'a' * 250}@example.com",
    ],
)
def test_what_no_mail_could_reach_is_none(as_typed: str) -> None:
    assert typed.email(as_typed) is None


def test_a_comment_keeps_its_lines_and_loses_control_signs() -> None:
    assert typed.comment(" Une.\r\nDeux.\x00\x1b\rTrois.\n") == "Une.\nDeux.\nTrois."


def test_an_empty_comment_is_none() -> None:
    assert typed.comment(" \r\n ") is None


@given(st.text())
def test_what_is_kept_can_always_be_stored(text: str) -> None:
    assert "\0" not in typed.kept(text)
