"""The reasons in a browser: moved by button, by keyboard and by hand, in both languages."""

from playwright.async_api import Page, expect

from tests.browser.access import RULES, ask_axe
from tests.browser.merchant_api.conftest import Desk

PATH = "/parametres/motifs"
MORE = """
    UPDATE centres SET settings = jsonb_set(settings, '{reasons}', settings -> 'reasons' || '[
        {"code": "small", "words": {"fr": "Trop petit", "en": "Too small"}},
        {"code": "big", "words": {"fr": "Trop grand", "en": "Too big"}}
    ]'::jsonb)
"""


async def _order(page: Page) -> list[str]:
    script = "(inputs) => inputs.map((input) => input.value)"
    order: list[str] = await page.eval_on_selector_all("#motifs ol input[name^=en-]", script)
    return order


async def test_a_reason_is_moved_by_keyboard_and_keeps_the_focus(desk: Desk) -> None:
    await desk.shop.pool.execute(MORE)
    page = await desk.open()
    await page.goto(desk.url + PATH)
    await page.get_by_label("Motif 3 en anglais").fill("Far too big")
    await page.get_by_role("button", name="Monter le motif 3").focus()

    await page.keyboard.press("Enter")
    await expect(page.locator("#motifs-nouvelle")).to_have_text(
        "« Trop grand » est maintenant 2 sur 3."
    )
    await expect(page.locator("#up-big")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#down-big")).to_be_focused()

    assert await _order(page) == ["Far too big", "Damaged", "Too small"]
    await page.get_by_role("button", name="Enregistrer les motifs").click()
    await expect(page.get_by_role("status").first).to_contain_text("Les motifs sont enregistrés.")
    assert await _order(page) == ["Far too big", "Damaged", "Too small"]
    assert await ask_axe(page, "tag", *RULES) == []


async def test_a_reason_is_dragged_to_another_place(desk: Desk) -> None:
    await desk.shop.pool.execute(MORE)
    page = await desk.open(language="en")
    await page.goto(desk.url + PATH)
    grip, end = page.locator("[data-grip]").first, page.locator("#motifs ol > li").last
    at, to = await grip.bounding_box(), await end.bounding_box()
    assert at is not None
    assert to is not None

    await page.mouse.move(at["x"] + 5, at["y"] + 5)
    await page.mouse.down()
    await page.mouse.move(at["x"] + 5, to["y"] + to["height"] - 5, steps=8)
    await page.mouse.up()

    await expect(page.locator("[data-draft]")).to_be_visible()
    assert await _order(page) == ["Too small", "Too big", "Damaged"]
    await expect(page.get_by_text("Not saved yet.")).to_be_visible()


async def test_without_script_on_a_phone_a_reason_is_added_retired_and_brought_back(
    desk: Desk,
) -> None:
    await desk.shop.pool.execute(MORE)
    page = await desk.open(script=False, width=390)
    await page.goto(desk.url + PATH)

    await page.get_by_role("button", name="Ajouter un motif").click()
    await page.get_by_label("Motif 4 en français").fill("Arrivé trop tard")
    await page.get_by_role("button", name="Retirer le motif 1").click()
    await page.get_by_role("button", name="Enregistrer les motifs").click()
    await expect(page.get_by_role("alert")).to_contain_text("Motif 3 : il manque l’anglais")
    await page.get_by_label("Motif 3 en anglais").fill("Too late")
    await page.get_by_label("Motif 3 en anglais").press("Enter")
    await expect(page.get_by_role("status").first).to_contain_text("Les motifs sont enregistrés.")
    await page.get_by_role("button", name="Remettre").click()
    await page.get_by_role("button", name="Enregistrer les motifs").click()

    assert await _order(page) == ["Too small", "Too big", "Too late", "Damaged"]
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells
