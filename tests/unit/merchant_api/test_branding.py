import pytest
from merchant_api.branding.branding import (
    Looks,
    put_logo,
    read_accent,
    readability_of,
    save_colours,
    save_looks,
)
from merchant_api.branding.looks_form import OWN, form_of, make_form
from merchant_api.centre.centre_settings import CentreSettings, with_changes

from tests.integration.merchant_api.story import FILE, an_enrolment


@pytest.fixture
def settings() -> CentreSettings:
    return with_changes(an_enrolment().centre.over(None), saved=("addresses",))


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#23504A", "#23504a"),
        (" 23504a ", "#23504a"),
        ("#fff", "#ffffff"),
        ("abc", "#aabbcc"),
        ("", None),
        ("rouge", None),
        ("#23504", None),
        ("#23504a;}", None),
        ("#23504g", None),
    ],
)
def test_a_colour_is_read_as_people_write_it(typed: str, colour: str | None) -> None:
    assert read_accent(typed) == colour


@pytest.mark.parametrize(
    ("accent", "text", "ratio", "links"),
    [
        ("#23504a", "white", 9.1, "same"),
        ("#fff0a8", "ink", 14.6, "ink"),
        ("#e4572e", "ink", 4.6, "darker"),
        ("#7a7a7a", "black", 4.9, "darker"),
    ],
)
def test_what_is_told_of_a_colour_is_what_our_pages_do(
    accent: str, text: str, ratio: float, links: str
) -> None:
    readability = readability_of(accent)

    assert (readability.text, readability.links) == (text, links)
    assert readability.ratio == pytest.approx(ratio, abs=0.11)


def test_saving_looks_counts_as_having_looked_at_them(settings: CentreSettings) -> None:
    looks = Looks("#aabbcc", "brique", FILE, None)

    saved = save_looks(settings, looks)

    assert (saved.accent, saved.background, saved.logo) == ("#aabbcc", "brique", FILE)
    assert saved.saved == ("addresses", "branding")


def test_a_program_that_puts_a_logo_has_not_chosen_a_colour(settings: CentreSettings) -> None:
    with_logo = put_logo(settings, FILE)

    assert with_logo.logo == FILE
    assert "branding" not in with_logo.saved
    assert "branding" in save_colours(with_logo, "#aabbcc", "brique").saved
    assert save_colours(with_logo, "#aabbcc", "brique").logo == FILE


def test_a_form_that_was_tampered_with_holds_nothing_unknown() -> None:
    form = make_form("x" * 500, "../aurore", "../../labels/1", "'; DROP TABLE")

    assert (len(form.accent), form.background, form.logo, form.picture) == (40, "aurore", "", "")


def test_the_form_begins_with_what_is_in_force(settings: CentreSettings) -> None:
    form = form_of(put_logo(settings, FILE))

    assert (form.accent, form.background, form.logo) == ("#23504A", "aurore", FILE.sha256)
    assert make_form(form.accent, OWN, form.logo, "").background == OWN
