"""Who decides, chosen in a browser: what it means is said before it is saved."""

from playwright.async_api import expect

from tests.browser.access import RULES, ask_axe
from tests.browser.merchant_api.conftest import Desk

PATH = "/parametres/approbation"


async def test_what_the_rule_would_have_done_follows_the_window_as_it_is_typed(desk: Desk) -> None:
    await desk.shop.is_asked()  # on the sixth day after delivery
    page = await desk.open(language="en", scheme="dark")
    await page.goto(desk.url + PATH)
    replay = page.get_by_role("region", name="What automatic approval would do")

    await page.get_by_text("Automatic approval", exact=True).click()
    await page.get_by_label("Return window").fill("3")
    await page.get_by_label("Answer promised within").focus()

    await expect(replay).to_contain_text("within 3 days of delivery")
    await expect(replay).to_contain_text("1 would have waited: past the window")
    assert await ask_axe(page, "tag", *RULES) == []
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("status")).to_contain_text("the rule decides from now on")
    await expect(page.get_by_role("radio", name="Automatic approval")).to_be_checked()


async def test_without_script_on_a_phone_a_wrong_number_is_mended(desk: Desk) -> None:
    page = await desk.open(script=False, width=390)
    await page.goto(desk.url + PATH)

    await page.get_by_label("Délai de réponse annoncé").fill("beaucoup")
    await page.get_by_role("button", name="Enregistrer").click()
    await expect(page.get_by_role("alert")).to_contain_text("un nombre de jours de 1 à 30")
    await page.get_by_label("Délai de réponse annoncé").fill("5")
    await page.get_by_label("Délai de réponse annoncé").press("Enter")

    await expect(page.get_by_role("status")).to_contain_text("c’est vous qui décidez")
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells
