import random

import pytest
from look.colour import NotAColour, contrast, from_oklch, to_oklch
from look.files import contents
from look.theme import (
    BACKGROUNDS,
    INK,
    PAPER,
    Scene,
    UnknownBackground,
    UnsafeAddress,
    stock_scene,
    theme_css,
    theme_of,
)

HINT = "#475450"


EXTREMES = ["#000000", "#ffffff", "#7a7a7a", "#fff0a8", "#ffff00", "#00ff00", "#0000ff", "#ff0000"]


def a_thousand_colours() -> list[str]:
    drawn = random.Random(2841)  # noqa: S311  a fixed seed is the point
    return [f"#{drawn.randrange(1 << 24):06x}" for _ in range(1000)]


def test_of_a_thousand_colours_none_breaks_the_six_minima() -> None:
    for accent in [*a_thousand_colours(), *EXTREMES]:
        theme = theme_of(accent)

        assert contrast(theme.accent, theme.on_accent) >= 4.5, accent
        assert contrast(theme.hover, theme.on_accent) >= 5.4, accent
        assert contrast(theme.ink, PAPER) >= 5.0, accent
        assert contrast(theme.ink, theme.wash) >= 4.5, accent
        assert contrast(theme.edge, PAPER) >= 3.0, accent
        assert contrast(HINT, theme.wash) >= 7.1, accent


@pytest.mark.parametrize(
    ("accent", "on_accent", "edge", "ink", "hover", "wash"),
    [
        ("#23504a", PAPER, "#23504a", "#23504a", "#11403a", "#edf6f4"),
        ("#fff0a8", INK, INK, INK, "#ebdc95", "#f5f4ec"),
        ("#e4572e", INK, "#e4572e", "#c54015", "#f6673f", "#faf1ef"),
        ("#7a7a7a", "#000000", "#7a7a7a", "#6e6e6e", "#898989", "#f3f3f3"),
        ("#ffffff", INK, INK, INK, "#ebebeb", "#f3f3f3"),
    ],
    ids=["spruce", "pale yellow", "orange", "grey", "white"],
)
def test_known_brands_look_as_they_were_judged(
    accent: str, on_accent: str, edge: str, ink: str, hover: str, wash: str
) -> None:
    theme = theme_of(accent)

    assert (theme.on_accent, theme.edge, theme.ink) == (on_accent, edge, ink)
    assert (theme.hover, theme.wash) == (hover, wash)


def test_a_black_button_still_answers_to_the_pointer() -> None:
    assert theme_of("#000000").hover != "#000000"


def test_a_colour_survives_the_journey_to_oklch_and_back() -> None:
    for colour in a_thousand_colours():
        assert from_oklch(to_oklch(colour)) == colour


def test_a_colour_may_be_typed_in_capitals() -> None:
    assert theme_of(" #23504A ").accent == "#23504a"


@pytest.mark.parametrize("text", ["", "red", "#fff", "#23504g", "#23504a;}body{}", "#23504a\n}"])
def test_what_is_no_colour_never_reaches_a_stylesheet(text: str) -> None:
    with pytest.raises(NotAColour):
        theme_css(text, stock_scene("aurore"))


def test_a_background_outside_the_eight_is_refused() -> None:
    with pytest.raises(UnknownBackground):
        stock_scene("../aurore")


@pytest.mark.parametrize(
    "address", ['/a");} body{', "//evil.example/a", "https://evil.example", "/a b", "", "/a\\b"]
)
def test_an_address_that_could_mean_more_never_reaches_a_stylesheet(address: str) -> None:
    for scene in (Scene(address, "/fine", "#000000"), Scene("/fine", address, "#000000")):
        with pytest.raises(UnsafeAddress):
            theme_css("#23504a", scene)


def test_a_picture_of_the_merchants_own_takes_the_place_of_ours() -> None:
    css = theme_css("#23504a", Scene("/theme/a/wide-1.webp", "/theme/a/tall-2.webp", "#AABBCC"))

    assert '--scene: url("/theme/a/wide-1.webp");' in css
    assert '--scene-tall: url("/theme/a/tall-2.webp");' in css
    assert "--scene-tint: #aabbcc;" in css


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_centres_sheet_points_at_files_that_are_served(background: str) -> None:
    css = theme_css("#23504a", stock_scene(background))

    for crop in ("wide", "tall"):
        assert f"backgrounds/{background}-{crop}.webp" in contents()
        assert f'/backgrounds/{background}-{crop}.webp");' in css
    assert f"--scene-tint: {BACKGROUNDS[background]};" in css


def test_a_centres_sheet_sets_every_accent_property() -> None:
    css = theme_css("#23504a", stock_scene("aurore"))

    for name in ("", "-hover", "-ink", "-edge", "-wash"):
        assert f"  --accent{name}: #" in css
    assert "  --on-accent: #ffffff;" in css
