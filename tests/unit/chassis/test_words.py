"""How French and English are written: what may not be torn apart is held by U+00A0."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from chassis.words import Language, MissingWord, Words, catalogue, spaced_pin, spaced_postal_code
from markupsafe import Markup

SOURCE = """
greeting = Bonjour { $name }
bold = <strong>{ $name }</strong>
items =
    { $count ->
        [one] Un article
       *[other] { $count } articles
    }
signs = Prix : « { $price } », 5 % de moins, 12 $, 3 kg à 9 h 30
no-space = Vraiment? Oui! Bien; voilà
bare =
    .attribute = only
"""


def _words(language: Language) -> Words:
    return Words(language, SOURCE, ZoneInfo("America/Toronto"))


def _at(hour: int, minute: int, month: int = 11) -> datetime:
    return datetime(2026, month, 20, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "cents", "written"),
    [
        ("fr", 1592, "15,92\u00a0$"),
        ("fr", 0, "0,00\u00a0$"),
        ("fr", 5, "0,05\u00a0$"),
        ("fr", 123_456_789, "1\u00a0234\u00a0567,89\u00a0$"),
        ("fr", -250, "-2,50\u00a0$"),
        ("en", 1592, "$15.92"),
        ("en", 123_456_789, "$1,234,567.89"),
        ("en", -250, "-$2.50"),
    ],
)
def test_money_is_never_torn_from_its_sign(language: Language, cents: int, written: str) -> None:
    assert _words(language).money(cents) == written


@pytest.mark.parametrize(
    ("language", "at", "written"),
    [
        ("fr", _at(14, 42), "9\u00a0h\u00a042"),
        ("fr", _at(18, 2), "13\u00a0h\u00a002"),
        ("fr", _at(5, 0), "0\u00a0h\u00a000"),
        ("fr", _at(13, 42, month=7), "9\u00a0h\u00a042"),
        ("en", _at(14, 42), "9:42\u00a0a.m."),
        ("en", _at(18, 2), "1:02\u00a0p.m."),
        ("en", _at(5, 0), "12:00\u00a0a.m."),
    ],
)
def test_a_time_is_told_where_the_merchant_is_and_holds_together(
    language: Language, at: datetime, written: str
) -> None:
    assert _words(language).time(at) == written


@pytest.mark.parametrize(
    ("language", "on", "written"),
    [
        ("fr", date(2026, 12, 23), "mercredi 23\u00a0décembre 2026"),
        ("fr", date(2026, 12, 1), "mardi 1er\u00a0décembre 2026"),
        ("fr", date(2026, 12, 11), "vendredi 11\u00a0décembre 2026"),
        ("fr", date(2026, 12, 31), "jeudi 31\u00a0décembre 2026"),
        ("en", date(2026, 12, 23), "Wednesday, December\u00a023, 2026"),
        ("en", date(2026, 12, 1), "Tuesday, December\u00a01, 2026"),
    ],
)
def test_a_day_is_never_torn_from_its_month(language: Language, on: date, written: str) -> None:
    words = _words(language)

    assert words.day(on, weekday=True) == written
    assert words.day(on) == written.split(" ", 1)[1]


def test_a_moment_is_day_and_time() -> None:
    assert _words("fr").moment(_at(14, 42)) == "20\u00a0novembre 2026, 9\u00a0h\u00a042"
    assert _words("en").moment(_at(14, 42)) == "November\u00a020, 2026, 9:42\u00a0a.m."


def test_a_moment_late_in_the_evening_is_on_the_merchants_day() -> None:
    assert _words("fr").moment(datetime(2026, 11, 21, 3, 0, tzinfo=UTC)).startswith("20\u00a0nov")


@pytest.mark.parametrize(
    ("language", "grams", "written"),
    [
        ("fr", 1200, "1,2\u00a0kg"),
        ("fr", 1, "0,001\u00a0kg"),
        ("fr", 30_000, "30\u00a0kg"),
        ("en", 1200, "1.2\u00a0kg"),
    ],
)
def test_a_weight_is_never_torn_from_its_unit(language: Language, grams: int, written: str) -> None:
    assert _words(language).kilograms(grams) == written


def test_plain_spaces_of_authors_are_bound_in_french() -> None:
    assert _words("fr")("signs", price="15") == (
        "Prix\u00a0: «\u00a015\u00a0», 5\u00a0% de moins, 12\u00a0$, 3\u00a0kg à 9\u00a0h 30"
    )
    assert _words("fr")("no-space") == "Vraiment? Oui! Bien; voilà"


def test_plain_spaces_are_left_alone_in_english() -> None:
    assert "\u00a0" not in _words("en")("signs", price="15")


@pytest.mark.parametrize(
    ("count", "text"), [(0, "Un article"), (1, "Un article"), (2, "2 articles")]
)
def test_a_number_chooses_between_one_and_many_also_in_html(count: int, text: str) -> None:
    words = _words("fr")

    assert words("items", count=count) == text
    assert str(words.html("items", count=count)) == text


def test_markup_is_ours_and_values_are_escaped() -> None:
    assert _words("en").html("bold", name="<b>&") == Markup("<strong>&lt;b&gt;&amp;</strong>")
    assert _words("en").html("bold", name=Markup("<i>x</i>")) == Markup("<strong><i>x</i></strong>")


@pytest.mark.parametrize("name", ["nowhere", "bare"])
def test_a_text_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(MissingWord, match=name):
        _words("fr")(name)


def test_a_text_that_cannot_be_filled_is_an_error() -> None:
    with pytest.raises(MissingWord, match="greeting"):
        _words("fr")("greeting")


def test_a_sentence_that_ends_with_an_english_time_has_one_full_stop() -> None:
    words = _words("en")
    at = words.moment(datetime(2026, 11, 20, 17, 0, tzinfo=UTC))

    assert words.bound(f"Until {at}. Not later.") == f"Until {at} Not later."


def test_codes_are_grouped_as_people_read_them() -> None:
    assert spaced_pin("7023210194837261") == "7023 2101 9483 7261"
    assert spaced_postal_code("J1H1A1") == "J1H\u00a01A1"


def test_a_package_has_both_languages() -> None:
    words = catalogue("local_stack.inbox")

    assert {language: found.tag for language, found in words.items()} == {
        "fr": "fr-CA",
        "en": "en-CA",
    }
