"""What customers meet while a store has paused its portal, and the link that fills the form in."""

from contracts.values import Words
from playwright.async_api import expect

from tests.browser.access import complaints_of
from tests.browser.portal_api.conftest import Entry
from tests.browser.visiting import Visits
from tests.unit.portal_api.story import a_centre

PAUSED = Words(fr="Fermé pour l’inventaire.\n\nDe retour lundi.", en="Closed for stocktaking.")


async def test_a_paused_portal_speaks_the_words_of_its_store(entry: Entry, visits: Visits) -> None:
    await entry.portal.hear(a_centre(version=2, is_open=False, paused=PAUSED))
    page = await visits.begin("phone", scripted=False)

    await page.goto(entry.url)
    await expect(page.get_by_text("De retour lundi.")).to_be_visible()
    await page.get_by_role("link", name="English").click()

    await expect(page.get_by_text("Closed for stocktaking.")).to_be_visible()
    await expect(page.get_by_role("textbox")).to_have_count(0)


async def test_a_request_begun_before_the_pause_loses_nothing(entry: Entry, visits: Visits) -> None:
    page = await visits.begin()
    await page.goto(f"{entry.url}?colis=7023 2101 9483 7261&code=j1h 1a1")
    await page.get_by_role("button", name="Trouver mon colis").click()
    await page.get_by_label("Endommagé").check()
    await page.locator("#comment").fill("Décousu.")
    await page.locator("#go").click()
    await page.locator("#go").click()
    await page.get_by_label("Courriel").fill("camille@example.com")
    await entry.portal.hear(a_centre(version=2, is_open=False, paused=PAUSED))

    await page.locator("#go").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("sont en pause")
    await expect(page.get_by_text("Rien de ce que vous avez écrit n’est perdu")).to_be_visible()
    assert await complaints_of(page) == []
    await entry.portal.hear(a_centre(version=3))
    await page.get_by_role("link", name="Revenir à ma demande").click()

    await expect(page.get_by_label("Courriel")).to_have_value("camille@example.com")
    await page.locator("#go").click()
    await expect(page.get_by_role("heading", name="Demande reçue")).to_be_visible()
