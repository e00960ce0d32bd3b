"""Apparence, as a person sets it up: seen in the preview before it is saved."""

from pathlib import Path

import pytest
from look.theme import BACKGROUNDS
from PIL import Image
from playwright.async_api import Page, expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk

_SHOWN = """() => [...document.querySelectorAll(".preview iframe")].map((frame) => {
    const root = frame.contentDocument?.documentElement;
    if (!root) return "";
    const style = frame.contentWindow.getComputedStyle(root);
    return [style.getPropertyValue("--accent"), style.getPropertyValue("--scene-tint")].join();
})"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    Image.new("RGB", (300, 90), "#23504a").save(tmp_path / "logo.png")
    Image.new("RGB", (1600, 1000), "#8899aa").save(tmp_path / "photo.png")
    (tmp_path / "story.png").write_text("a text that was renamed")
    with (tmp_path / "huge.png").open("wb") as huge:
        huge.truncate(2_000_001)
    return tmp_path


async def looks(desk: Desk, *, width: int = 1280, script: bool = True, language: str = "") -> Page:
    page = await desk.open(width=width, script=script, language=language)
    await page.goto(f"{desk.url}/parametres/apparence")
    return page


async def shows(page: Page, accent: str, tint: str) -> None:
    """Wait until both previews wear these colours."""
    wanted = f"{accent},{tint}"
    told = f"(wanted) => ({_SHOWN})().every((shown) => shown === wanted)"
    await page.wait_for_function(told, arg=wanted)


async def test_what_is_chosen_shows_at_once_and_customers_get_it_when_it_is_saved(
    desk: Desk, files: Path
) -> None:
    page = await looks(desk)
    await page.fill("#accent", "#FFF0A8")
    await page.get_by_label("Brique").check(force=True)

    await shows(page, "#fff0a8", BACKGROUNDS["brique"])
    await expect(page.locator("#contraste")).to_contain_text("Texte foncé, contraste 14,6")
    await page.set_input_files("#picture-file", files / "photo.png")
    await shows(page, "#fff0a8", "#8899aa")
    await page.set_input_files("#logo-file", files / "logo.png")
    await expect(page.get_by_alt_text("Logo actuel")).to_be_visible()
    preview = page.frame_locator(".preview--phone iframe")
    await expect(preview.get_by_alt_text("Atelier Boréal")).to_be_visible()

    await page.get_by_role("button", name="Enregistrer l’apparence").click()

    await expect(page.get_by_role("status").first).to_contain_text("L’apparence est enregistrée.")
    settings = await desk.shop.settings()
    assert (settings.accent, settings.picture is None, settings.logo is None) == (
        "#fff0a8",
        False,
        False,
    )


async def test_what_cannot_be_used_is_told_and_takes_nothing_with_it(
    desk: Desk, files: Path
) -> None:
    page = await looks(desk, width=390, language="en")
    await page.fill("#accent", "#112233")
    await page.set_input_files("#logo-file", files / "logo.png")
    await expect(page.get_by_alt_text("Current logo")).to_be_visible()

    await page.set_input_files("#picture-file", files / "story.png")
    await expect(page.get_by_role("alert")).to_contain_text("This file is no JPEG")
    await page.set_input_files("#logo-file", files / "huge.png")

    await expect(page.locator(".upload output").first).to_have_text(
        "This logo is over 2\N{NO-BREAK SPACE}MB: save it smaller"
    )
    await expect(page.get_by_alt_text("Current logo")).to_be_visible()
    await page.get_by_role("button", name="Remove the logo").click()
    await expect(page.locator("#logo-file")).to_be_focused()
    await expect(page.get_by_alt_text("Current logo")).to_have_count(0)
    await expect(page.locator("#accent")).to_have_value("#112233")


async def test_without_script_a_button_shows_the_preview(desk: Desk, files: Path) -> None:
    page = await looks(desk, width=390, script=False)
    await page.fill("#accent", "#112233")
    await page.set_input_files("#logo-file", files / "logo.png")

    await page.get_by_role("button", name="Voir l’aperçu").click()

    preview = page.frame_locator(".preview--phone iframe")
    await expect(preview.get_by_alt_text("Atelier Boréal")).to_be_visible()
    await expect(page.locator("#accent")).to_have_value("#112233")
    await page.get_by_role("button", name="Retirer le logo").click()
    await expect(preview.get_by_text("Atelier Boréal", exact=True).first).to_be_visible()
    await page.get_by_role("button", name="Enregistrer l’apparence").click()
    await expect(page.get_by_role("status").first).to_contain_text("est enregistrée.")
    assert (await desk.shop.settings()).accent == "#112233"


async def test_everyone_can_use_the_page(desk: Desk, files: Path) -> None:
    page = await looks(desk, language="en")
    await page.set_input_files("#picture-file", files / "photo.png")
    await expect(page.get_by_label("Your picture", exact=True)).to_be_checked()

    assert await complaints_of(page, dark=True) == []
    assert await complaints_of_keyboard(page) == []
